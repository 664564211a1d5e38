// Opens an attempt and exports its bundle (protocol step 12). After the visits
// everyone may have the bundle; before them only the data that the protocol
// calls public.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lib/app/draw/attempts.h"
#include "lib/app/draw/draws.h"
#include "lib/app/draw/errors.h"
#include "lib/app/draw/frozen_bundle.h"
#include "lib/app/draw/opening_time.h"
#include "lib/base/status_macros.h"
#include "lib/journal/evidence.h"
#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {
namespace {

constexpr char kPublicFile[] = "public.json";

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
                         {"state", CodeOf(attempt.state)},
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
  if (attempt.state == AttemptState::kOpened) {
    return GetDraw(tx, book, exact, Visibility::kFull);
  }
  FrozenLines lines(tx, attempt);
  ASSIGN_OR_RETURN(const OpeningTime opening,
                   OpeningTimeOf(tx, book, attempt, lines));
  if (!opening.MayOpen(tx.now())) {
    return draw_errors::VisitsOpen(ref.task, attempt.attempt);
  }
  RETURN_IF_ERROR(
      tx.Append(store::DrawOpened{ref.task, attempt.attempt}).status());
  return GetDraw(tx, book, exact, Visibility::kFull);
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
  if (attempt.state != AttemptState::kOpened) {
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
