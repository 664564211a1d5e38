// The commitment of a draw (protocol steps 1 and 2). The frame is frozen on a
// snapshot, outside the writer; the writer first brings it up to date with the
// events journalled since then, and commits to it.

#include "lib/rules/draw/commit.h"

#include <memory>
#include <optional>
#include <utility>

#include "lib/app/common/rules_in_force.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/app/draw/frame_files.h"
#include "lib/app/draw/payloads.h"
#include "lib/app/draw/prepared_draw.h"
#include "lib/app/draw/witnesses.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/beacon.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {
namespace {

// The latest deadline for the reveals, counted from the commitment. A beacon
// round later than that is refused.
constexpr absl::Duration kMaxDeadline = absl::Hours(kMaxDeadlineHours);
// CommitDraw freezes a frame outside the writer at most this often. It has to
// freeze anew when something changes that every row depends on: rules,
// laboratories, a decision about a list, another commitment.
constexpr int kFreezeTries = 3;
// Attempt::Prepare stages a frame's files at most this often; rows that change
// after the last time are left to the writer.
constexpr int kCatchUpRounds = 4;
// Up to this many changed enterprises are decided anew one by one; beyond it,
// freezing the whole frame again takes no longer. kMaxTouchedInWriter is the
// limit inside the writer, where others wait meanwhile: some tenths of a
// second.
constexpr std::size_t kMaxTouched = 300'000;
constexpr std::size_t kMaxTouchedInWriter = 10'000;
// After kFreezeTries a frame of up to this many enterprises is frozen inside
// the writer, which takes about a second. For a larger one CommitDraw answers
// FRAME_MOVED, and the caller tries again.
constexpr std::int64_t kMaxFrameInWriter = 50'000;
// This many threads freeze parts of the frame side by side, each with its own
// database reader. Two of them leave as many readers for everybody else.
constexpr std::size_t kFreezeThreads = 2;
constexpr std::size_t kSecretBytes = 32;

// EarlierAnswer gets this error where the request id has no answer yet, so that
// the frame must be frozen. No caller of CommitDraw sees it.
absl::Status FrameNeeded() {
  return absl::AbortedError("a frame has to be frozen first");
}
bool IsFrameNeeded(const absl::Status& status) {
  return status == FrameNeeded();
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
  // The deadline is cut to whole seconds because it is written and hashed so.
  const absl::Time deadline =
      absl::FromUnixSeconds(absl::ToUnixSeconds(request.deadline.value_or(
          earliest + absl::Hours(book.draw.default_deadline_hours))));
  if (deadline <= earliest || deadline > latest) {
    return draw_errors::DeadlineOutOfRange(deadline, earliest, latest);
  }
  return deadline;
}

rules::CommitmentInputs Inputs(const rules::FrameRoots& roots,
                               const CommitRequest& request,
                               const Digest& operator_commitment) {
  rules::CommitmentInputs inputs;
  inputs.roots = roots;
  inputs.beacon_spec = request.beacon_spec;
  inputs.operator_commitment = operator_commitment;
  for (const WitnessCommitment& witness : request.witnesses) {
    inputs.witness_commitments.push_back(*DigestFromHex(witness.commitment));
  }
  return inputs;
}

store::DrawCommitted CommittedEvent(const PreparedDraw& prepared,
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
                                    const PreparedDraw& prepared,
                                    const FrameFiles& files) {
  RETURN_IF_ERROR(CheckWitnessSet(tx, {prepared.task.authority, prepared.next},
                                  request.witnesses));
  rules::Plan plan = prepared.frozen.plan;
  ASSIGN_OR_RETURN(plan.deadline, ChooseDeadline(book, request, tx.now()));
  const rules::AttemptId& id = prepared.id;
  const std::string secret = tx.entropy().Bytes(kSecretBytes);
  const Digest commitment = rules::DrawCommitment(
      id, plan,
      Inputs(files.roots(), request, rules::OperatorCommitment(id, secret)));
  ASSIGN_OR_RETURN(const std::int64_t sequence,
                   NextSequence(tx, prepared.task.authority));
  store::TaskPlan committed = prepared.task.plan;
  committed.plan = plan;
  std::vector<store::Payload> payloads = files.payloads();
  payloads.push_back({"secret", secret});
  payloads.push_back({"plan", store::EncodePayload(committed)});
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

rules::FrozenView FrozenViewOf(const PreparedDraw& prepared) {
  return {prepared.id, prepared.frozen.plan, prepared.frozen.frame};
}

// The part of a commitment that runs inside the writer: brings the frame up to
// date with the last events, then commits.
absl::StatusOr<CommitAnswer> CatchUpAndCommit(store::Transaction& tx,
                                              const RuleBook& book,
                                              const CommitRequest& request,
                                              PreparedDraw& prepared,
                                              const FrameFiles& staged) {
  ASSIGN_OR_RETURN(const FrameChange change,
                   CatchUp(tx, book, kMaxTouchedInWriter, prepared));
  switch (change) {
    case FrameChange::kNothing:
      return Commit(tx, book, request, prepared, staged);
    case FrameChange::kRows: {
      ASSIGN_OR_RETURN(const FrameFiles held,
                       FrameFiles::Hold(FrozenViewOf(prepared)));
      return Commit(tx, book, request, prepared, held);
    }
    case FrameChange::kEverything:
      break;
  }
  return draw_errors::FrameMoved();
}

// One try to commit: a frame frozen outside the writer, with its files staged.
class Attempt {
 public:
  Attempt(store::Database& db, const store::Mutation& mutation,
          const RulesInForce& rules, const CommitRequest& request)
      : db_(db), mutation_(mutation), rules_(rules), request_(request) {}

  // Freezes the frame, stages its files and brings both up to date with the
  // events journalled meanwhile, so that the writer finds little left to do.
  // FRAME_MOVED if the frame has to be frozen anew.
  absl::Status Prepare() {
    const auto freeze = [&](store::Database::Views views) -> absl::Status {
      ASSIGN_OR_RETURN(book_, rules_.At(*views.front()));
      ASSIGN_OR_RETURN(prepared_,
                       PrepareDraw(views, *book_, request_,
                                   CivilDate::Of(db_.clock().Now())));
      return absl::OkStatus();
    };
    RETURN_IF_ERROR(db_.ReadTogether(kFreezeThreads, freeze));
    for (int round = 0; round < kCatchUpRounds; ++round) {
      if (mutation_.still_wanted) RETURN_IF_ERROR(mutation_.still_wanted());
      RETURN_IF_ERROR(StageFiles());
      ASSIGN_OR_RETURN(const FrameChange change, CatchUpOutside());
      if (change == FrameChange::kEverything) return draw_errors::FrameMoved();
      if (change == FrameChange::kNothing) return absl::OkStatus();
    }
    return StageFiles();
  }

  absl::StatusOr<std::string> Write(EncodeCommit encode) {
    // Database::Write may run the body again, but the first run has changed
    // prepared_
    bool tried = false;
    return db_.Write(
        mutation_, [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
          if (std::exchange(tried, true)) return draw_errors::FrameMoved();
          ASSIGN_OR_RETURN(
              const CommitAnswer committed,
              CatchUpAndCommit(tx, *book_, request_, *prepared_, *files_));
          return encode(committed);
        });
  }

  std::int64_t frame_size() const {
    return prepared_.has_value()
               ? std::ssize(prepared_->frozen.frame.enterprises)
               : 0;
  }

 private:
  absl::Status StageFiles() {
    files_.reset();  // deletes the files of the round before
    ASSIGN_OR_RETURN(files_, FrameFiles::Stage(db_, FrozenViewOf(*prepared_)));
    return absl::OkStatus();
  }
  absl::StatusOr<FrameChange> CatchUpOutside() {
    FrameChange change = FrameChange::kEverything;
    RETURN_IF_ERROR(db_.Read([&](const store::View& view) -> absl::Status {
      ASSIGN_OR_RETURN(change, CatchUp(view, *book_, kMaxTouched, *prepared_));
      return absl::OkStatus();
    }));
    return change;
  }

  store::Database& db_;
  const store::Mutation& mutation_;
  const RulesInForce& rules_;
  const CommitRequest& request_;
  // The rule book with which the frame was frozen. If other rules are loaded
  // later, CatchUp answers that the whole frame has to be frozen anew.
  std::shared_ptr<const RuleBook> book_;
  std::optional<PreparedDraw> prepared_;
  std::optional<FrameFiles> files_;
};

// The last resort for a small frame that had to be frozen anew kFreezeTries
// times.
absl::StatusOr<std::string> FreezeInTheWriter(store::Database& db,
                                              const store::Mutation& mutation,
                                              const RulesInForce& rules,
                                              const CommitRequest& request,
                                              EncodeCommit encode) {
  return db.Write(
      mutation, [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
        const store::View* const view = &tx;
        ASSIGN_OR_RETURN(const auto book, rules.At(tx));
        ASSIGN_OR_RETURN(const PreparedDraw prepared,
                         PrepareDraw({&view, 1}, *book, request, tx.today()));
        ASSIGN_OR_RETURN(const FrameFiles files,
                         FrameFiles::Hold(FrozenViewOf(prepared)));
        ASSIGN_OR_RETURN(const CommitAnswer committed,
                         Commit(tx, *book, request, prepared, files));
        return encode(committed);
      });
}

// Answers what an earlier call with the same request id was answered;
// FrameNeeded if there was none.
absl::StatusOr<std::string> EarlierAnswer(store::Database& db,
                                          const store::Mutation& mutation) {
  return db.Write(mutation,
                  [](store::Transaction&) -> absl::StatusOr<std::string> {
                    return FrameNeeded();
                  });
}

}  // namespace

absl::StatusOr<std::string> CommitDraw(store::Database& db,
                                       const store::Mutation& mutation,
                                       const RulesInForce& rules,
                                       const CommitRequest& request,
                                       EncodeCommit encode) {
  // A request id that has its answer gets it again, and no frame is frozen.
  absl::StatusOr<std::string> answer = EarlierAnswer(db, mutation);
  if (!IsFrameNeeded(answer.status())) return answer;
  // Upkeep's errors are ignored because they may concern other tasks; if they
  // matter to this one, PrepareDraw refuses it below.
  Upkeep(db, rules).IgnoreError();
  std::int64_t frame_size = 0;
  for (int tries = 0; tries < kFreezeTries; ++tries) {
    Attempt attempt(db, mutation, rules, request);
    const absl::Status prepared = attempt.Prepare();
    answer = prepared.ok() ? attempt.Write(encode) : prepared;
    frame_size = attempt.frame_size();
    if (answer.ok()) return answer;
    if (answer.status() == draw_errors::FrameMoved()) continue;
    // The failure may come from the same request, which was meanwhile answered
    // on another connection: then that answer is given.
    absl::StatusOr<std::string> earlier = EarlierAnswer(db, mutation);
    return earlier.ok() ? std::move(earlier) : std::move(answer);
  }
  if (frame_size > kMaxFrameInWriter) return answer;
  return FreezeInTheWriter(db, mutation, rules, request, encode);
}

}  // namespace spotcheck::app
