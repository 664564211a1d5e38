#include "lib/journal/evidence_check.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/journal/checkpoint.h"
#include "lib/journal/draw_facts.h"
#include "lib/journal/errors.h"
#include "lib/journal/evidence_rules.h"

namespace spotcheck::journal {
namespace {

EvidenceCheck Held(std::string_view name, Localized detail) {
  return {.name = std::string(name), .ok = true, .detail = std::move(detail)};
}

EvidenceCheck Failed(std::string_view name, Localized detail) {
  return {.name = std::string(name), .ok = false, .detail = std::move(detail)};
}

EvidenceCheck Failed(std::string_view name, const absl::Status& status) {
  return Failed(name, GetErrorInfo(status).message);
}

absl::StatusOr<NoteVerifier> JournalKey(
    const Evidence& evidence, const std::optional<NoteVerifier>& pinned) {
  ASSIGN_OR_RETURN(NoteVerifier embedded,
                   NoteVerifier::Parse(evidence.journal_key));
  if (pinned && !(*pinned == embedded)) return JournalKeyDiffers(embedded);
  return embedded;
}

EvidenceCheck KeyHeld(const NoteVerifier& key, bool pinned) {
  const std::string text = key.ToString();
  if (pinned) {
    return Held("journal_key",
                {"日志密钥 " + text + " 与指定的相同",
                 "the journal key " + text + " is the pinned one"});
  }
  return Held("journal_key",
              {"日志密钥未固定：" + text + " 取自文件本身",
               "journal key not pinned: " + text + " is the file's own"});
}

absl::Status CheckInclusion(const Evidence& evidence,
                            const Checkpoint& checkpoint) {
  for (const EvidenceEntry& entry : evidence.entries) {
    RETURN_IF_ERROR(VerifyInclusion(LeafHash(entry.leaf), entry.index,
                                    checkpoint.size, entry.proof,
                                    checkpoint.root));
  }
  return absl::OkStatus();
}

// Numbers the stages of a draw, which follow each other in the journal.
int Stage(EvidenceRole role) {
  switch (role) {
    case EvidenceRole::kWitnessRegistered:
    case EvidenceRole::kTaskCreated:
    case EvidenceRole::kPreviousCommitted:
      return 0;
    case EvidenceRole::kCommitted:
      return 1;
    case EvidenceRole::kRevealed:
    case EvidenceRole::kBeacon:  // a round may be published between reveals
      return 2;
    case EvidenceRole::kRun:
      return 3;
    case EvidenceRole::kOpened:
      return 4;
  }
  return 0;
}

Problem FindDisorder(const Evidence& evidence) {
  for (std::size_t i = 1; i < evidence.entries.size(); ++i) {
    const EvidenceEntry& before = evidence.entries[i - 1];
    const EvidenceEntry& entry = evidence.entries[i];
    if (before.index < entry.index && Stage(before.role) <= Stage(entry.role)) {
      continue;
    }
    const std::string first(EvidenceRoleName(before.role));
    const std::string second(EvidenceRoleName(entry.role));
    const std::string index = std::to_string(entry.index);
    return Localized{second + "（序号 " + index + "）不能在 " + first + " 之后",
                     second + " at index " + index + " cannot follow " + first};
  }
  return std::nullopt;
}

EvidenceCheck Apply(const EvidenceRule& rule, const DrawFacts& facts,
                    const EvidenceClaims& claims) {
  Problem problem = rule.find(facts, claims);
  if (problem) return Failed(rule.name, *std::move(problem));
  return Held(rule.name,
              {std::string(rule.holds_zh), std::string(rule.holds_en)});
}

// Parses the leaves and checks them against the claims.
std::vector<EvidenceCheck> CheckLeaves(const Evidence& evidence,
                                       const EvidenceClaims& claims) {
  std::vector<EvidenceCheck> checks;
  const absl::StatusOr<DrawFacts> facts = ReadDrawFacts(evidence);
  if (!facts.ok()) return {Failed("leaves", facts.status())};
  checks.push_back(Held("leaves", {"每片叶的类型与其角色相符",
                                   "every leaf is of its role's type"}));
  if (Problem problem = FindWrongCounts(*facts, claims)) {
    checks.push_back(Failed("entries", *std::move(problem)));
    return checks;
  }
  checks.push_back(Held(
      "entries", {"每个角色的条数正确", "every role occurs as it should"}));
  if (Problem problem = FindDisorder(evidence)) {
    checks.push_back(Failed("order", *std::move(problem)));
  } else {
    checks.push_back(
        Held("order", {"登记、承诺、揭示、结果依次记入日志",
                       "registration, commitment, reveals and run stand in "
                       "that order"}));
  }
  for (const EvidenceRule& rule : EvidenceRules()) {
    checks.push_back(Apply(rule, *facts, claims));
  }
  return checks;
}

}  // namespace

bool EvidenceReport::ok() const {
  return !checks.empty() &&
         std::all_of(checks.begin(), checks.end(),
                     [](const EvidenceCheck& check) { return check.ok; });
}

EvidenceReport VerifyEvidence(const Evidence& evidence,
                              const EvidenceClaims& claims,
                              const std::optional<NoteVerifier>& pinned) {
  EvidenceReport report{.checks = {}, .key_pinned = pinned.has_value()};
  const absl::StatusOr<NoteVerifier> key = JournalKey(evidence, pinned);
  if (!key.ok()) {
    report.checks.push_back(Failed("journal_key", key.status()));
    return report;
  }
  report.checks.push_back(KeyHeld(*key, report.key_pinned));
  const absl::StatusOr<Checkpoint> checkpoint =
      OpenCheckpoint(evidence.checkpoint, *key);
  if (!checkpoint.ok()) {
    report.checks.push_back(Failed("checkpoint", checkpoint.status()));
    return report;
  }
  const std::string size = std::to_string(checkpoint->size);
  report.checks.push_back(Held(
      "checkpoint",
      {"检查点（树大小 " + size + "）由该密钥签名",
       "the checkpoint of tree size " + size + " is signed with that key"}));
  const absl::Status inclusion = CheckInclusion(evidence, *checkpoint);
  if (!inclusion.ok()) {
    report.checks.push_back(Failed("inclusion", inclusion));
    return report;
  }
  report.checks.push_back(Held("inclusion", {"每片叶都在检查点的树内",
                                             "every leaf is in the "
                                             "checkpoint's tree"}));
  for (EvidenceCheck& check : CheckLeaves(evidence, claims)) {
    report.checks.push_back(std::move(check));
  }
  return report;
}

}  // namespace spotcheck::journal
