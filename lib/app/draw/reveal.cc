// Reveals and the run of a draw (protocol steps 3 to 11), and the steps that
// Upkeep takes because time has passed.

#include <utility>

#include "lib/app/common/rules_in_force.h"
#include "lib/app/common/system_step.h"
#include "lib/app/draw/attempts.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/frozen_bundle.h"
#include "lib/app/draw/payloads.h"
#include "lib/base/bytes.h"
#include "lib/base/signing.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/beacon.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/attempt.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"
#include "lib/store/read/units.h"

namespace spotcheck::app {
namespace {

using rules::AttemptEvent;
using rules::kAttemptMachine;

absl::StatusOr<store::StoredAttempt> AwaitingAttempt(const store::View& view,
                                                     const AttemptRef& ref,
                                                     absl::Time now) {
  ASSIGN_OR_RETURN(store::StoredAttempt attempt, ResolveAttempt(view, ref));
  if (!kAttemptMachine.Allows(attempt.state, AttemptEvent::kReveal)) {
    return draw_errors::NotCommitted(ref.task, attempt.state);
  }
  if (now >= attempt.deadline) {
    return draw_errors::RevealDeadlinePassed(ref.task, attempt.deadline);
  }
  return attempt;
}

absl::StatusOr<store::StoredAttemptWitness> FindAttemptWitness(
    const store::View& view, const store::StoredAttempt& attempt,
    const std::string& key) {
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    if (witness.key == key) return witness;
  }
  return draw_errors::NotAWitness(key);
}

// Checks that the contribution is the one the witness committed to, and that
// his key has signed this attempt's commitment.
absl::Status CheckReveal(const store::StoredTask& task,
                         const store::StoredAttempt& attempt,
                         const store::StoredAttemptWitness& stored,
                         const Reveal& reveal) {
  rules::Witness witness;
  witness.name = stored.name;
  ASSIGN_OR_RETURN(witness.key, HexDecode(stored.key));
  ASSIGN_OR_RETURN(witness.contribution, HexDecode(reveal.contribution));
  ASSIGN_OR_RETURN(witness.signature, HexDecode(reveal.signature));
  rules::AttemptId id = {task.suite, attempt.task, attempt.attempt, {}};
  ASSIGN_OR_RETURN(id.previous, DigestFromHex(attempt.previous));
  if (std::ssize(witness.contribution) < rules::kMinContribution ||
      std::ssize(witness.contribution) > rules::kMaxContribution ||
      rules::WitnessCommitment(id, witness).ToHex() != stored.commitment) {
    return draw_errors::ContributionMismatch(stored.name);
  }
  ASSIGN_OR_RETURN(const Digest commitment, DigestFromHex(attempt.commitment));
  ASSIGN_OR_RETURN(const VerifyKey key, VerifyKey::FromBytes(witness.key));
  if (!key.Verify(rules::WitnessMessage(commitment), witness.signature)) {
    return draw_errors::SignatureMismatch(stored.name);
  }
  return absl::OkStatus();
}

absl::StatusOr<RevealAnswer> Receipt(const store::View& view,
                                     const Reveal& reveal, std::int64_t leaf) {
  RevealAnswer answer;
  answer.task = reveal.task;
  answer.attempt = reveal.attempt;
  ASSIGN_OR_RETURN(answer.reveal, ProveLeaf(view, leaf));
  ASSIGN_OR_RETURN(const auto attempt,
                   store::FindAttempt(view, reveal.task, reveal.attempt));
  ASSIGN_OR_RETURN(const bool complete, HasAllItNeeds(view, *attempt));
  if (complete) answer.state = AttemptState::kRun;
  return answer;
}

absl::StatusOr<RevealAnswer> JournalReveal(store::Transaction& tx,
                                           const Reveal& reveal) {
  ASSIGN_OR_RETURN(
      const store::StoredAttempt attempt,
      AwaitingAttempt(tx, {reveal.task, reveal.attempt}, tx.now()));
  ASSIGN_OR_RETURN(const auto task, store::FindTask(tx, reveal.task));
  ASSIGN_OR_RETURN(const store::StoredAttemptWitness witness,
                   FindAttemptWitness(tx, attempt, reveal.key));
  if (!witness.contribution.empty()) {
    return draw_errors::AlreadyRevealed(witness.name);
  }
  RETURN_IF_ERROR(CheckReveal(*task, attempt, witness, reveal));
  store::DrawRevealed event;
  event.task = reveal.task;
  event.attempt = attempt.attempt;
  event.position = witness.position;
  event.name = witness.name;
  event.key = witness.key;
  event.contribution = reveal.contribution;
  event.signature = reveal.signature;
  ASSIGN_OR_RETURN(const std::int64_t leaf, tx.Append(event));
  Reveal resolved = reveal;
  resolved.attempt = attempt.attempt;
  return Receipt(tx, resolved, leaf);
}

absl::Status JournalBeacon(store::Transaction& tx, const BeaconRound& round) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   AwaitingAttempt(tx, {round.task, 0}, tx.now()));
  if (attempt.beacon_spec.empty()) {
    return draw_errors::BeaconNotAwaited(round.task);
  }
  if (!attempt.beacon_value.empty()) {
    return draw_errors::BeaconProvidedAlready(round.task);
  }
  const auto published = rules::BeaconRoundTime(attempt.beacon_spec);
  if (!published.has_value() || tx.now() < *published) {
    return draw_errors::BeaconRoundAhead(
        attempt.beacon_spec, published.value_or(absl::InfiniteFuture()));
  }
  rules::Beacon beacon;
  beacon.spec = attempt.beacon_spec;
  ASSIGN_OR_RETURN(beacon.value, HexDecode(round.value));
  ASSIGN_OR_RETURN(beacon.signature, HexDecode(round.signature));
  if (!rules::CheckBeacon(beacon).ok()) {
    return draw_errors::BeaconRoundMismatch(round.task);
  }
  return tx
      .Append(store::BeaconProvided{round.task, attempt.attempt, round.value,
                                    round.signature})
      .status();
}

absl::Status JournalRun(store::Transaction& tx, const RuleBook& book,
                        const store::AttemptKey& key,
                        const rules::DrawResult& result) {
  ASSIGN_OR_RETURN(const auto attempt,
                   store::FindAttempt(tx, key.task, key.attempt));
  if (!attempt.has_value() ||
      !kAttemptMachine.Allows(attempt->state, AttemptEvent::kRun)) {
    return absl::OkStatus();
  }
  store::DrawRun event;
  event.task = key.task;
  event.attempt = key.attempt;
  event.commitment = attempt->commitment;
  event.result_root = result.result_root.ToHex();
  event.transcript = result.transcript.ToHex();
  event.hold_until = tx.today().AddDays(static_cast<int>(book.draw.hold_days));
  return tx
      .Append(event, {{"selection", store::EncodePayload(result.selection)},
                      {"outcome", EncodeOutcome(OutcomeOf(result))}})
      .status();
}

absl::Status FailIfOverdue(store::Transaction& tx,
                           const store::AttemptKey& key) {
  ASSIGN_OR_RETURN(const auto attempt,
                   store::FindAttempt(tx, key.task, key.attempt));
  if (!attempt.has_value() ||
      !kAttemptMachine.Allows(attempt->state, AttemptEvent::kFail) ||
      tx.now() < attempt->deadline) {
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(const bool complete, HasAllItNeeds(tx, *attempt));
  if (complete) return absl::OkStatus();
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(tx, key.task, key.attempt));
  store::DrawFailed event{key.task, key.attempt, {}};
  for (const store::StoredAttemptWitness& witness : witnesses) {
    if (witness.contribution.empty()) event.missing.push_back(witness.key);
  }
  return tx.Append(event).status();
}

// Asks again for the overdue holds, because another Upkeep may have ended them
// since.
absl::Status ExpireHolds(store::Transaction& tx, const store::AttemptKey& key) {
  const CivilDate today = tx.today();
  ASSIGN_OR_RETURN(const auto overdue,
                   store::AttemptsWithOverdueHolds(tx, today));
  for (const store::AttemptKey& still : overdue) {
    if (still.task == key.task && still.attempt == key.attempt) {
      return tx.Append(store::HoldsExpired{key.task, key.attempt, today})
          .status();
    }
  }
  return absl::OkStatus();
}

// Runs the attempt if it has all it needs and has not run; otherwise does
// nothing.
absl::Status RunIfComplete(store::Database& db, const RulesInForce& rules,
                           const store::AttemptKey& key) {
  std::optional<rules::DrawResult> result;
  RETURN_IF_ERROR(db.Read([&](const store::View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const auto attempt,
                     store::FindAttempt(view, key.task, key.attempt));
    if (!attempt.has_value() ||
        !kAttemptMachine.Allows(attempt->state, AttemptEvent::kRun)) {
      return absl::OkStatus();
    }
    ASSIGN_OR_RETURN(const bool complete, HasAllItNeeds(view, *attempt));
    if (!complete) return absl::OkStatus();
    ASSIGN_OR_RETURN(result, RunAttempt(view, *attempt));
    return absl::OkStatus();
  }));
  if (!result.has_value()) return absl::OkStatus();
  return WriteStep(db, [&](store::Transaction& tx) {
    return WithRules(rules, tx, [&](const RuleBook& book) {
      return JournalRun(tx, book, key, *result);
    });
  });
}

// Runs the task's undecided attempt if it has all it needs. Errors are ignored:
// the reveal is journalled already, and its witness must get his receipt; the
// next Upkeep tries the run again and reports the error.
void RunTask(store::Database& db, const RulesInForce& rules,
             const TaskId& task) {
  std::optional<store::StoredAttempt> latest;
  const absl::Status read =
      db.Read([&](const store::View& view) -> absl::Status {
        ASSIGN_OR_RETURN(latest, store::LatestAttempt(view, task));
        return absl::OkStatus();
      });
  if (!read.ok() || !latest.has_value()) return;
  RunIfComplete(db, rules, {task, latest->attempt}).IgnoreError();
}

}  // namespace

absl::StatusOr<std::string> RevealContribution(store::Database& db,
                                               const store::Mutation& mutation,
                                               const RulesInForce& rules,
                                               const Reveal& reveal,
                                               EncodeReveal encode) {
  if (mutation.mode == store::Mutation::Mode::kDryRun) {
    return draw_errors::RevealCannotBeTried();
  }
  ASSIGN_OR_RETURN(
      std::string answer,
      db.Write(mutation,
               [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
                 ASSIGN_OR_RETURN(const RevealAnswer receipt,
                                  JournalReveal(tx, reveal));
                 return encode(receipt);
               }));
  RunTask(db, rules, reveal.task);
  return answer;
}

absl::StatusOr<std::string> ProvideBeacon(store::Database& db,
                                          const store::Mutation& mutation,
                                          const RulesInForce& rules,
                                          const BeaconRound& round,
                                          EncodeDraw encode) {
  ASSIGN_OR_RETURN(
      std::string answer,
      db.Write(mutation,
               [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
                 RETURN_IF_ERROR(JournalBeacon(tx, round));
                 ASSIGN_OR_RETURN(const auto book, rules.At(tx));
                 ASSIGN_OR_RETURN(
                     const DrawAnswer draw,
                     GetDraw(tx, *book, {round.task, 0}, Visibility::kPublic));
                 return encode(draw);
               }));
  if (mutation.mode == store::Mutation::Mode::kApply) {
    RunTask(db, rules, round.task);
  }
  return answer;
}

absl::Status Upkeep(store::Database& db, const RulesInForce& rules) {
  std::vector<store::AttemptKey> undecided;
  std::vector<store::AttemptKey> expiring;
  const CivilDate today = CivilDate::Of(db.clock().Now());
  RETURN_IF_ERROR(db.Read([&](const store::View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const auto attempts, store::UndecidedAttempts(view));
    for (const store::StoredAttempt& attempt : attempts) {
      undecided.push_back({attempt.task, attempt.attempt});
    }
    ASSIGN_OR_RETURN(expiring, store::AttemptsWithOverdueHolds(view, today));
    return absl::OkStatus();
  }));
  // An error of one attempt must not keep Upkeep from the others; the first
  // error is answered at the end.
  absl::Status first;
  for (const store::AttemptKey& key : undecided) {
    first.Update(RunIfComplete(db, rules, key));
    first.Update(WriteStep(
        db, [&](store::Transaction& tx) { return FailIfOverdue(tx, key); }));
  }
  for (const store::AttemptKey& key : expiring) {
    first.Update(WriteStep(
        db, [&](store::Transaction& tx) { return ExpireHolds(tx, key); }));
  }
  return first;
}

}  // namespace spotcheck::app
