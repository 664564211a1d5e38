// The commitment (protocol steps 1 and 2). The frame is frozen on a snapshot,
// outside the writer; the writer commits to it only if nothing that a frame is
// made of was journalled since.

#include "lib/rules/draw_commit.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/app/draw_errors.h"
#include "lib/app/draw_steps.h"
#include "lib/app/draw_witnesses.h"
#include "lib/app/draws.h"
#include "lib/app/freeze.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/beacon.h"
#include "lib/rules/bundle_read.h"
#include "lib/rules/draw_check.h"
#include "lib/rules/draw_text.h"
#include "lib/rules/draw_tsv.h"
#include "lib/rules/task_rules.h"
#include "lib/store/draw_reader.h"

namespace spotcheck::app {
namespace {

// From the commitment, whatever beacon is waited for.
constexpr absl::Duration kMaxDeadline = absl::Hours(kMaxDeadlineHours);
// How often a frame is frozen anew outside the writer, when tables keep moving,
// before the writer waits for one.
constexpr int kFreezeTries = 3;
// A frame up to this size may be frozen in the writer after that: it takes
// about a second. A larger one answers FRAME_MOVED, and the caller tries again.
constexpr std::int64_t kMaxFrameInWriter = 50'000;
constexpr std::size_t kSecretBytes = 32;

// A frozen frame with everything that can be computed before the commitment.
struct Prepared {
  store::StoredTask task;
  Frozen frozen;
  NextAttempt next;
  rules::FrameRoots roots;
  std::vector<store::Payload> files;
};

// The first thing the writer asks for, before anything is frozen.
absl::Status FrameNeeded() {
  return absl::AbortedError("a frame has to be frozen first");
}
bool IsFrameNeeded(const absl::Status& status) {
  return status == FrameNeeded();
}

std::string Lines(absl::FunctionRef<void(rules::LineSink)> each) {
  std::string text;
  each([&](std::string_view line) {
    text.append(line);
    text.push_back('\n');
  });
  return text;
}

std::vector<store::Payload> FrameFiles(const Frozen& frozen) {
  const rules::Plan& plan = frozen.plan;
  const rules::Frame& frame = frozen.built.frame;
  return {
      {rules::kFrameFile,
       Lines([&](rules::LineSink s) { rules::EachFrameLine(frame, s); })},
      {rules::kLinesFile, Lines([&](rules::LineSink s) {
         rules::EachProductLine(plan, frame, s);
       })},
      {rules::kLabsFile,
       Lines([&](rules::LineSink s) { rules::EachLabLine(plan, frame, s); })},
      {rules::kInspectorsFile,
       Lines([&](rules::LineSink s) { rules::EachInspectorLine(frame, s); })},
  };
}

// Another attempt that shares an enterprise is committed and undecided.
absl::Status CheckOverlap(const store::View& view, const Frozen& frozen) {
  ASSIGN_OR_RETURN(const auto undecided, store::UndecidedAttempts(view));
  if (undecided.empty()) return absl::OkStatus();
  absl::flat_hash_set<Usci> mine;
  for (const rules::FrameRow& row : frozen.built.frame.enterprises) {
    mine.insert(row.usci);
  }
  for (const store::StoredAttempt& other : undecided) {
    ASSIGN_OR_RETURN(const std::string text,
                     view.OpenPayload(other.leaf_index, rules::kFrameFile));
    ASSIGN_OR_RETURN(const auto rows, rules::ReadFrameTsv(text));
    const bool shares = std::any_of(
        rows.begin(), rows.end(),
        [&](const rules::FrameRow& row) { return mine.contains(row.usci); });
    if (shares) {
      return draw_errors::ScopeUndecided(other.task, other.attempt,
                                         other.deadline);
    }
  }
  return absl::OkStatus();
}

// A task is drawn once; after that only its withdrawn units are replaced.
absl::Status CheckMayDraw(const store::View& view,
                          const CommitRequest& request) {
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptsOfTask(view, request.task));
  const store::StoredAttempt* run = nullptr;
  for (const store::StoredAttempt& attempt : attempts) {
    if (attempt.state == "COMMITTED") {
      return draw_errors::ScopeUndecided(attempt.task, attempt.attempt,
                                         attempt.deadline);
    }
    if (attempt.run_at.has_value()) run = &attempt;
  }
  if (!request.replaced.has_value() && run != nullptr) {
    return draw_errors::AlreadyRun(request.task, run->attempt);
  }
  if (request.replaced.has_value() && run == nullptr) {
    return draw_errors::NothingToReplace(request.task, *request.replaced);
  }
  return absl::OkStatus();
}

// A replacement draws exactly as many as were withdrawn and not replaced.
absl::Status SizeReplacement(const store::View& view,
                             const CommitRequest& request,
                             store::StoredTask& task) {
  if (!request.replaced.has_value()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const DrawnBefore before,
                   LoadDrawnBefore(view, request.task));
  const auto missing = before.to_replace.find(*request.replaced);
  if (missing == before.to_replace.end() || missing->second <= 0) {
    return draw_errors::NothingToReplace(request.task, *request.replaced);
  }
  task.plan.plan.sample_size = missing->second;
  task.plan.replaced = *request.replaced;
  return absl::OkStatus();
}

// The plan that the task's first run committed to: a replacement changes its
// as-of, deadline and sample size and nothing else.
absl::StatusOr<rules::Plan> FirstPlan(const store::View& view,
                                      const TaskId& task) {
  ASSIGN_OR_RETURN(const auto attempts, store::AttemptsOfTask(view, task));
  for (const store::StoredAttempt& attempt : attempts) {
    if (!attempt.run_at.has_value()) continue;
    ASSIGN_OR_RETURN(store::TaskPlan plan, store::CommittedPlan(view, attempt));
    return std::move(plan.plan);
  }
  return draw_errors::NotRun(task, "COMMITTED");
}

absl::StatusOr<Prepared> Prepare(const store::View& view, const RuleBook& book,
                                 const CommitRequest& request,
                                 CivilDate today) {
  Prepared prepared;
  ASSIGN_OR_RETURN(auto task, store::FindTask(view, request.task));
  if (!task.has_value()) return draw_errors::TaskUnknown(request.task);
  prepared.task = *std::move(task);
  RETURN_IF_ERROR(CheckMayDraw(view, request));
  RETURN_IF_ERROR(SizeReplacement(view, request, prepared.task));
  const CivilDate as_of = request.as_of.value_or(prepared.task.plan.plan.as_of);
  RETURN_IF_ERROR(rules::ValidateAsOf(as_of, today));
  ASSIGN_OR_RETURN(prepared.next, NextAttemptOf(view, prepared.task));
  FreezeRequest freeze{
      .task = prepared.task, .replaced = request.replaced, .as_of = as_of};
  if (request.replaced.has_value()) {
    ASSIGN_OR_RETURN(freeze.committed, FirstPlan(view, request.task));
  }
  ASSIGN_OR_RETURN(prepared.frozen, Freeze(view, book, freeze));
  const Frozen& frozen = prepared.frozen;
  if (frozen.built.frame.enterprises.empty()) {
    return draw_errors::FrameEmpty(request.task);
  }
  const rules::AttemptId id = {prepared.task.suite, request.task,
                               prepared.next.attempt, prepared.next.previous};
  RETURN_IF_ERROR(rules::CheckFrozen({id, frozen.plan, frozen.built.frame}));
  RETURN_IF_ERROR(CheckOverlap(view, frozen));
  prepared.roots =
      rules::ComputeRoots(id.suite, frozen.plan, frozen.built.frame);
  prepared.files = FrameFiles(frozen);
  return prepared;
}

template <typename Rows>
bool AllOutside(const Region& region, const Rows& rows) {
  return std::none_of(rows.begin(), rows.end(), [&](const auto& row) {
    return region.Contains(row.usci.region());
  });
}

// Whether an event journalled between a freeze and its commitment leaves the
// frame as it was: it is of another kind, or of another region.
bool LeavesFrameAlone(const Region& region, const store::Event& event) {
  if (const auto* e = std::get_if<store::EnterprisesImported>(&event)) {
    return AllOutside(region, e->rows);
  }
  if (const auto* e = std::get_if<store::ProductsImported>(&event)) {
    return AllOutside(region, e->rows);
  }
  if (const auto* e = std::get_if<store::ChecksImported>(&event)) {
    return AllOutside(region, e->rows);
  }
  if (const auto* e = std::get_if<store::ResultRecorded>(&event)) {
    return !region.Contains(e->check.usci.region());
  }
  return std::holds_alternative<store::WitnessRegistered>(event) ||
         std::holds_alternative<store::TaskCreated>(event) ||
         std::holds_alternative<store::DrawOpened>(event) ||
         std::holds_alternative<store::DrawRevealed>(event) ||
         std::holds_alternative<store::BeaconProvided>(event) ||
         std::holds_alternative<store::ApprovalRequested>(event) ||
         std::holds_alternative<store::ListProposed>(event);
}

absl::Status CheckUnmoved(const store::View& view, const Frozen& frozen) {
  for (std::int64_t leaf = frozen.journal_size; leaf < view.journal_size();
       ++leaf) {
    ASSIGN_OR_RETURN(const std::string bytes, view.Leaf(leaf));
    ASSIGN_OR_RETURN(const store::StoredEvent event, store::DecodeEvent(bytes));
    if (!LeavesFrameAlone(frozen.plan.region, event.event)) {
      return draw_errors::FrameMoved();
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<absl::Time> ChooseDeadline(const RuleBook& book,
                                          const CommitRequest& request,
                                          absl::Time now) {
  absl::Time earliest = now;
  const absl::Time latest = now + kMaxDeadline;
  if (!request.beacon_spec.empty()) {
    const auto round = rules::BeaconRoundTime(request.beacon_spec);
    if (!round.has_value()) {
      return draw_errors::BeaconChainUnknown(request.beacon_spec);
    }
    if (*round <= now) {
      return draw_errors::BeaconRoundPast(request.beacon_spec, *round);
    }
    if (*round >= latest) {
      return draw_errors::BeaconRoundTooLate(request.beacon_spec, *round,
                                             latest);
    }
    earliest = *round;
  }
  // Whole seconds, as it is written and hashed.
  const absl::Time deadline =
      absl::FromUnixSeconds(absl::ToUnixSeconds(request.deadline.value_or(
          earliest + absl::Hours(book.draw.default_deadline_hours))));
  if (deadline <= earliest || deadline > latest) {
    return draw_errors::DeadlineOutOfRange(deadline, earliest, latest);
  }
  return deadline;
}

// ---- The commitment itself.

rules::CommitmentInputs Inputs(const Prepared& prepared,
                               const CommitRequest& request,
                               const Digest& operator_commitment) {
  rules::CommitmentInputs inputs;
  inputs.roots = prepared.roots;
  inputs.beacon_spec = request.beacon_spec;
  inputs.operator_commitment = operator_commitment;
  for (const WitnessCommitment& witness : request.witnesses) {
    inputs.witness_commitments.push_back(*DigestFromHex(witness.commitment));
  }
  return inputs;
}

store::DrawCommitted CommittedEvent(const Prepared& prepared,
                                    const CommitRequest& request,
                                    std::int64_t sequence,
                                    const Digest& commitment,
                                    absl::Time deadline) {
  store::DrawCommitted event;
  event.task = request.task;
  event.attempt = prepared.next.attempt;
  event.authority = prepared.task.authority;
  event.sequence = sequence;
  event.previous = prepared.next.previous.ToHex();
  event.commitment = commitment.ToHex();
  event.suite = prepared.task.suite;
  event.deadline = deadline;
  event.beacon_spec = request.beacon_spec;
  for (const WitnessCommitment& witness : request.witnesses) {
    event.witnesses.push_back({witness.name, witness.key, witness.commitment});
  }
  return event;
}

absl::StatusOr<std::int64_t> NextSequence(const store::View& view,
                                          const rules::Authority& authority) {
  ASSIGN_OR_RETURN(const auto chain, store::LastOfChain(view, authority));
  return chain.has_value() ? chain->sequence + 1 : 1;
}

absl::StatusOr<CommitAnswer> Commit(store::Transaction& tx,
                                    const RuleBook& book,
                                    const CommitRequest& request,
                                    const Prepared& prepared) {
  RETURN_IF_ERROR(CheckWitnessSet(tx, {prepared.task.authority, prepared.next},
                                  request.witnesses));
  rules::Plan plan = prepared.frozen.plan;
  ASSIGN_OR_RETURN(plan.deadline, ChooseDeadline(book, request, tx.now()));
  const rules::AttemptId id = {prepared.task.suite, request.task,
                               prepared.next.attempt, prepared.next.previous};
  const std::string secret = tx.entropy().Bytes(kSecretBytes);
  const Digest commitment = rules::DrawCommitment(
      id, plan,
      Inputs(prepared, request, rules::OperatorCommitment(id, secret)));
  ASSIGN_OR_RETURN(const std::int64_t sequence,
                   NextSequence(tx, prepared.task.authority));
  store::TaskPlan committed = prepared.task.plan;
  committed.plan = plan;
  std::vector<store::Payload> payloads = prepared.files;
  payloads.push_back({"secret", secret});
  payloads.push_back({"plan", store::EncodePlan(committed)});
  payloads.push_back(
      {"pseudonyms", EncodePseudonyms(prepared.frozen.pseudonyms)});
  const std::vector<StratumPreview> strata = StrataOf(prepared.frozen);
  payloads.push_back({"strata", EncodeStrata(strata)});
  ASSIGN_OR_RETURN(const std::int64_t leaf,
                   tx.Append(CommittedEvent(prepared, request, sequence,
                                            commitment, plan.deadline),
                             payloads));
  CommitAnswer answer{request.task,
                      id.attempt,
                      id.previous.ToHex(),
                      commitment.ToHex(),
                      FormatUtcSeconds(plan.deadline),
                      {},
                      leaf,
                      strata,
                      plan.policies};
  ASSIGN_OR_RETURN(answer.checkpoint, GetCheckpoint(tx));
  return answer;
}

absl::StatusOr<Prepared> PrepareOn(store::Database& db, const RuleBook& book,
                                   const CommitRequest& request) {
  absl::StatusOr<Prepared> prepared = FrameNeeded();
  RETURN_IF_ERROR(db.Read([&](const store::View& view) {
    prepared = Prepare(view, book, request, CivilDate::Of(db.clock().Now()));
    return prepared.status();
  }));
  return prepared;
}

}  // namespace

absl::StatusOr<std::string> CommitDraw(store::Database& db,
                                       const store::Mutation& mutation,
                                       const RuleBook& book,
                                       const CommitRequest& request,
                                       EncodeCommit encode) {
  // An answered request is answered again without freezing anything.
  absl::StatusOr<std::string> answer = db.Write(
      mutation, [](store::Transaction&) -> absl::StatusOr<std::string> {
        return FrameNeeded();
      });
  if (!IsFrameNeeded(answer.status())) return answer;
  // What it cannot mend is not this task's: the checks below decide.
  Upkeep(db, book).IgnoreError();
  std::int64_t frame_size = 0;
  for (int tries = 0; tries < kFreezeTries; ++tries) {
    ASSIGN_OR_RETURN(const Prepared prepared, PrepareOn(db, book, request));
    frame_size = prepared.roots.frame_size;
    answer = db.Write(
        mutation, [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
          RETURN_IF_ERROR(CheckUnmoved(tx, prepared.frozen));
          ASSIGN_OR_RETURN(const CommitAnswer committed,
                           Commit(tx, book, request, prepared));
          return encode(committed);
        });
    if (answer.ok() || answer.status() != draw_errors::FrameMoved()) {
      return answer;
    }
  }
  if (frame_size > kMaxFrameInWriter) return answer;
  return db.Write(
      mutation, [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
        ASSIGN_OR_RETURN(const Prepared prepared,
                         Prepare(tx, book, request, CivilDate::Of(tx.now())));
        ASSIGN_OR_RETURN(const CommitAnswer committed,
                         Commit(tx, book, request, prepared));
        return encode(committed);
      });
}

}  // namespace spotcheck::app
