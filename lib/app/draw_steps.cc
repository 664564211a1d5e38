#include "lib/app/draw_steps.h"

#include <utility>

#include "lib/app/draw_errors.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle_read.h"
#include "lib/rules/draw_commit.h"
#include "lib/rules/draw_run.h"
#include "lib/rules/draw_text.h"

namespace spotcheck::app {

std::string_view AttemptStateName(AttemptState state) {
  switch (state) {
    case AttemptState::kCommitted:
      return "COMMITTED";
    case AttemptState::kRun:
      return "RUN";
    case AttemptState::kOpened:
      return "OPENED";
    case AttemptState::kVoid:
      return "VOID";
    case AttemptState::kFailed:
      return "FAILED";
  }
  return "";
}

absl::StatusOr<AttemptState> ParseAttemptState(std::string_view text) {
  for (const AttemptState state :
       {AttemptState::kCommitted, AttemptState::kRun, AttemptState::kOpened,
        AttemptState::kVoid, AttemptState::kFailed}) {
    if (AttemptStateName(state) == text) return state;
  }
  return draw_errors::AttemptStateMalformed(text);
}

absl::StatusOr<ProvenLeaf> ProveLeaf(const store::View& view,
                                     std::int64_t leaf) {
  ProvenLeaf proven;
  ASSIGN_OR_RETURN(proven.checkpoint, GetCheckpoint(view));
  ASSIGN_OR_RETURN(
      proven.proof,
      GetInclusionProof(view, {leaf, proven.checkpoint.tree_size}));
  ASSIGN_OR_RETURN(proven.leaf, view.Leaf(leaf));
  return proven;
}

absl::StatusOr<store::StoredAttempt> ResolveAttempt(const store::View& view,
                                                    const AttemptRef& ref) {
  ASSIGN_OR_RETURN(const auto task, store::FindTask(view, ref.task));
  if (!task.has_value()) return draw_errors::TaskUnknown(ref.task);
  ASSIGN_OR_RETURN(auto attempt,
                   ref.attempt == 0
                       ? store::LatestAttempt(view, ref.task)
                       : store::FindAttempt(view, ref.task, ref.attempt));
  if (!attempt.has_value()) {
    return draw_errors::AttemptUnknown(ref.task, ref.attempt);
  }
  return *std::move(attempt);
}

absl::StatusOr<store::StoredAttempt> ResolveRunAttempt(const store::View& view,
                                                       const AttemptRef& ref) {
  ASSIGN_OR_RETURN(store::StoredAttempt attempt, ResolveAttempt(view, ref));
  if (attempt.run_at.has_value()) return attempt;
  if (ref.attempt == 0) {
    ASSIGN_OR_RETURN(auto all, store::AttemptsOfTask(view, ref.task));
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
      if (it->run_at.has_value()) return std::move(*it);
    }
  }
  return draw_errors::NotRun(ref.task, attempt.state);
}

absl::StatusOr<bool> HasAllItNeeds(const store::View& view,
                                   const store::StoredAttempt& attempt) {
  if (!attempt.beacon_spec.empty() && attempt.beacon_value.empty()) {
    return false;
  }
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    if (witness.contribution.empty()) return false;
  }
  return true;
}

namespace {

absl::StatusOr<rules::Frame> LoadFrame(const store::View& view,
                                       const rules::Plan& plan,
                                       std::int64_t leaf) {
  rules::Frame frame;
  ASSIGN_OR_RETURN(std::string text, view.OpenPayload(leaf, rules::kFrameFile));
  ASSIGN_OR_RETURN(frame.enterprises, rules::ReadFrameTsv(text));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kLinesFile));
  ASSIGN_OR_RETURN(frame.lines, rules::ReadLinesTsv(text, plan));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kLabsFile));
  ASSIGN_OR_RETURN(frame.labs, rules::ReadLabsTsv(text, plan));
  ASSIGN_OR_RETURN(text, view.OpenPayload(leaf, rules::kInspectorsFile));
  ASSIGN_OR_RETURN(frame.inspectors, rules::ReadInspectorsTsv(text));
  return frame;
}

absl::Status LoadWitnesses(const store::View& view,
                           const store::StoredAttempt& attempt,
                           rules::Bundle& bundle) {
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& stored : witnesses) {
    rules::Witness witness;
    witness.name = stored.name;
    ASSIGN_OR_RETURN(witness.key, HexDecode(stored.key));
    ASSIGN_OR_RETURN(witness.commitment, DigestFromHex(stored.commitment));
    ASSIGN_OR_RETURN(witness.contribution, HexDecode(stored.contribution));
    ASSIGN_OR_RETURN(witness.signature, HexDecode(stored.signature));
    bundle.witnesses.push_back(std::move(witness));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<rules::Bundle> LoadBundle(const store::View& view,
                                         const store::StoredAttempt& attempt) {
  rules::Bundle bundle;
  ASSIGN_OR_RETURN(const auto task, store::FindTask(view, attempt.task));
  if (!task.has_value()) return draw_errors::TaskUnknown(attempt.task);
  bundle.id.suite = task->suite;
  bundle.id.task = attempt.task;
  bundle.id.attempt = attempt.attempt;
  ASSIGN_OR_RETURN(bundle.id.previous, DigestFromHex(attempt.previous));
  ASSIGN_OR_RETURN(const store::TaskPlan plan,
                   store::CommittedPlan(view, attempt));
  bundle.plan = plan.plan;
  ASSIGN_OR_RETURN(bundle.frame,
                   LoadFrame(view, bundle.plan, attempt.leaf_index));
  ASSIGN_OR_RETURN(bundle.operator_secret,
                   view.OpenPayload(attempt.leaf_index, "secret"));
  bundle.operator_commitment =
      rules::OperatorCommitment(bundle.id, bundle.operator_secret);
  RETURN_IF_ERROR(LoadWitnesses(view, attempt, bundle));
  bundle.beacon.spec = attempt.beacon_spec;
  ASSIGN_OR_RETURN(bundle.beacon.value, HexDecode(attempt.beacon_value));
  ASSIGN_OR_RETURN(bundle.beacon.signature,
                   HexDecode(attempt.beacon_signature));
  ASSIGN_OR_RETURN(bundle.commitment, DigestFromHex(attempt.commitment));
  return bundle;
}

absl::StatusOr<rules::Bundle> LoadRunBundle(
    const store::View& view, const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(rules::Bundle bundle, LoadBundle(view, attempt));
  bundle.roots =
      rules::ComputeRoots(bundle.id.suite, bundle.plan, bundle.frame);
  ASSIGN_OR_RETURN(bundle.result,
                   rules::RunDraw(bundle.id.suite, bundle.plan, bundle.frame,
                                  rules::CollectSeedInputs(
                                      bundle.commitment, bundle.operator_secret,
                                      bundle.witnesses, bundle.beacon)));
  return bundle;
}

}  // namespace spotcheck::app
