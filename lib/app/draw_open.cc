// Opening and export (protocol step 12): after the visits the bundle is
// everyone's; before them only what the protocol calls public leaves.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lib/app/draw_errors.h"
#include "lib/app/draw_steps.h"
#include "lib/app/draws.h"
#include "lib/base/status_macros.h"
#include "lib/journal/evidence.h"
#include "lib/rules/bundle_read.h"
#include "lib/rules/bundle_write.h"
#include "lib/rules/draw_text.h"

namespace spotcheck::app {
namespace {

constexpr char kPublicFile[] = "public.json";

absl::StatusOr<bool> HasOpenHold(const store::View& view, const TaskId& task,
                                 std::int64_t attempt) {
  ASSIGN_OR_RETURN(const auto holds, store::HoldsOf(view, task, attempt));
  for (const auto& [tag, hold] : holds) {
    if (hold.state == "OPEN") return true;
  }
  return false;
}

// Whether a RESERVED row of the frozen lines names a hold that is still open.
absl::StatusOr<bool> NamesOpenHold(const store::View& view,
                                   const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(const auto open, store::OpenHoldIds(view));
  if (open.empty()) return false;
  ASSIGN_OR_RETURN(const store::TaskPlan plan,
                   store::CommittedPlan(view, attempt));
  ASSIGN_OR_RETURN(const std::string text,
                   view.OpenPayload(attempt.leaf_index, rules::kLinesFile));
  ASSIGN_OR_RETURN(const auto lines, rules::ReadLinesTsv(text, plan.plan));
  for (const rules::LineRow& line : lines) {
    if (line.status == rules::LineStatus::kReserved &&
        open.contains(line.evidence)) {
      return true;
    }
  }
  return false;
}

// The visits of the attempt, of the task's earlier attempts (which a
// replacement's rows refer to) and of every hold that the frame names.
absl::StatusOr<bool> VisitsDone(const store::View& view,
                                const store::StoredAttempt& attempt) {
  ASSIGN_OR_RETURN(const auto attempts,
                   store::AttemptsOfTask(view, attempt.task));
  for (const store::StoredAttempt& other : attempts) {
    if (other.attempt > attempt.attempt) continue;
    ASSIGN_OR_RETURN(const bool open,
                     HasOpenHold(view, other.task, other.attempt));
    if (open) return false;
  }
  ASSIGN_OR_RETURN(const bool named, NamesOpenHold(view, attempt));
  return !named;
}

// ---- Evidence.

absl::StatusOr<journal::EvidenceEntry> Entry(const store::View& view,
                                             journal::EvidenceRole role,
                                             std::int64_t leaf) {
  journal::EvidenceEntry entry;
  entry.role = role;
  entry.index = static_cast<std::uint64_t>(leaf);
  ASSIGN_OR_RETURN(entry.leaf, view.Leaf(leaf));
  ASSIGN_OR_RETURN(entry.proof, view.InclusionProof(leaf, view.journal_size()));
  return entry;
}

using Leaves = std::vector<std::pair<std::int64_t, journal::EvidenceRole>>;

absl::StatusOr<Leaves> EvidenceLeaves(const store::View& view,
                                      const store::StoredAttempt& attempt) {
  using Role = journal::EvidenceRole;
  Leaves leaves = {{attempt.leaf_index, Role::kCommitted},
                   {attempt.run_leaf_index, Role::kRun}};
  ASSIGN_OR_RETURN(const auto task, store::FindTask(view, attempt.task));
  leaves.emplace_back(task->leaf_index, Role::kTaskCreated);
  ASSIGN_OR_RETURN(const auto witnesses,
                   store::WitnessesOf(view, attempt.task, attempt.attempt));
  for (const store::StoredAttemptWitness& witness : witnesses) {
    leaves.emplace_back(witness.leaf_index, Role::kRevealed);
    ASSIGN_OR_RETURN(const auto registered,
                     store::FindWitness(view, witness.key));
    leaves.emplace_back(registered->leaf_index, Role::kWitnessRegistered);
  }
  ASSIGN_OR_RETURN(const auto previous,
                   store::AttemptByCommitment(view, attempt.previous));
  if (previous.has_value()) {
    leaves.emplace_back(previous->leaf_index, Role::kPreviousCommitted);
  }
  if (attempt.beacon_leaf_index >= 0) {
    leaves.emplace_back(attempt.beacon_leaf_index, Role::kBeacon);
  }
  if (attempt.open_leaf_index >= 0) {
    leaves.emplace_back(attempt.open_leaf_index, Role::kOpened);
  }
  std::sort(leaves.begin(), leaves.end());
  return leaves;
}

absl::StatusOr<std::string> EvidenceText(const store::View& view,
                                         const std::string& verifier_key,
                                         const store::StoredAttempt& attempt) {
  journal::Evidence evidence;
  evidence.journal_key = verifier_key;
  ASSIGN_OR_RETURN(evidence.checkpoint, view.SignedCheckpoint());
  ASSIGN_OR_RETURN(const Leaves leaves, EvidenceLeaves(view, attempt));
  for (const auto& [leaf, role] : leaves) {
    ASSIGN_OR_RETURN(journal::EvidenceEntry entry, Entry(view, role, leaf));
    evidence.entries.push_back(std::move(entry));
  }
  return journal::WriteEvidence(evidence);
}

absl::StatusOr<std::string> PublicText(const store::View& view,
                                       const std::string& verifier_key,
                                       const store::StoredAttempt& attempt) {
  nlohmann::json json = {{"protocol", rules::kDrawProtocol},
                         {"task", rules::TaskName(attempt.task)},
                         {"attempt", attempt.attempt},
                         {"authority", attempt.authority.name},
                         {"commitment", attempt.commitment},
                         {"state", attempt.state},
                         {"result_root", attempt.result_root},
                         {"transcript", attempt.transcript},
                         {"journal_index", attempt.leaf_index},
                         {"journal_key", verifier_key}};
  ASSIGN_OR_RETURN(json["checkpoint"], view.SignedCheckpoint());
  return json.dump(1) + "\n";
}

}  // namespace

absl::StatusOr<DrawAnswer> OpenDraw(store::Transaction& tx,
                                    const RuleBook& book,
                                    const AttemptRef& ref) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveRunAttempt(tx, ref));
  const AttemptRef exact = {ref.task, attempt.attempt};
  if (attempt.state == "OPENED") {
    return GetDraw(tx, book, exact, Sight::kFull);
  }
  const bool policy_date =
      tx.now() >= *attempt.run_at + absl::Hours(24) * book.draw.open_after_days;
  ASSIGN_OR_RETURN(const bool done, VisitsDone(tx, attempt));
  if (!done && !policy_date) {
    return draw_errors::VisitsOpen(ref.task, attempt.attempt);
  }
  RETURN_IF_ERROR(
      tx.Append(store::DrawOpened{ref.task, attempt.attempt}).status());
  return GetDraw(tx, book, exact, Sight::kFull);
}

absl::StatusOr<std::vector<BundleFile>> ExportBundle(
    const store::View& view, const std::string& verifier_key,
    const AttemptRef& ref) {
  ASSIGN_OR_RETURN(store::StoredAttempt attempt, ResolveAttempt(view, ref));
  if (ref.attempt == 0) {
    const auto run = ResolveRunAttempt(view, ref);
    if (run.ok()) attempt = *run;
  }
  std::vector<BundleFile> files;
  if (attempt.state != "OPENED") {
    ASSIGN_OR_RETURN(std::string text, PublicText(view, verifier_key, attempt));
    files.push_back({kPublicFile, std::move(text)});
    return files;
  }
  ASSIGN_OR_RETURN(const rules::Bundle bundle, LoadRunBundle(view, attempt));
  for (auto& [name, text] : rules::WriteBundle(bundle)) {
    files.push_back({name, text});
  }
  ASSIGN_OR_RETURN(std::string evidence,
                   EvidenceText(view, verifier_key, attempt));
  files.push_back({rules::kEvidenceFile, std::move(evidence)});
  return files;
}

}  // namespace spotcheck::app
