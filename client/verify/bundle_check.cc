#include "client/verify/bundle_check.h"

#include <utility>

#include "absl/status/statusor.h"
#include "client/io/width.h"
#include "lib/journal/evidence.h"
#include "lib/journal/evidence_check.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/beacon.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::client {
namespace {

using rules::Bundle;
using rules::BundleCheck;
using rules::BundleReport;

journal::EvidenceClaims ClaimsOf(const Bundle& bundle) {
  journal::EvidenceClaims claims;
  claims.suite = bundle.id.suite;
  claims.task = rules::TaskName(bundle.id.task);
  claims.attempt = static_cast<std::uint64_t>(bundle.id.attempt);
  claims.previous = bundle.id.previous;
  claims.commitment = bundle.commitment;
  claims.authority = bundle.plan.authority;
  claims.level = std::string(CodeOf(bundle.plan.level));
  claims.as_of = bundle.plan.as_of;
  claims.deadline = bundle.plan.deadline;
  for (const rules::Witness& witness : bundle.witnesses) {
    claims.witnesses.push_back({witness.name, witness.key, witness.contribution,
                                witness.signature, witness.commitment});
  }
  claims.beacon_value = bundle.beacon.value;
  claims.beacon_signature = bundle.beacon.signature;
  claims.beacon_round = rules::BeaconRoundTime(bundle.beacon.spec);
  claims.result_root = bundle.result.result_root;
  claims.transcript = bundle.result.transcript;
  return claims;
}

BundleCheck Failed(std::string name, const absl::Status& status) {
  return {std::move(name), false, GetErrorInfo(status).message};
}

void Append(std::string prefix, const BundleReport& part, BundleReport& whole) {
  for (BundleCheck check : part.checks) {
    check.name = prefix + check.name;
    whole.checks.push_back(std::move(check));
  }
}

// Adds the checks of evidence.json against the bundle.
void AddEvidence(const VerifyInput& input, const Bundle& bundle,
                 VerifyOutcome& outcome) {
  const auto file = input.files.find(journal::kEvidenceFile);
  if (file == input.files.end()) {
    if (!input.key.has_value()) return;
    outcome.report.checks.push_back(
        {"evidence",
         false,
         {"给出了日志公钥，但证据包中没有 evidence.json",
          "a journal key was given, but the bundle has no evidence.json"}});
    return;
  }
  const absl::StatusOr<journal::Evidence> evidence =
      journal::ParseEvidence(file->second);
  if (!evidence.ok()) {
    outcome.report.checks.push_back(Failed("evidence", evidence.status()));
    return;
  }
  const journal::EvidenceReport report =
      journal::VerifyEvidence(*evidence, ClaimsOf(bundle), input.key);
  for (const journal::EvidenceCheck& check : report.checks) {
    outcome.report.checks.push_back(
        {"evidence." + check.name, check.ok, check.detail});
  }
  outcome.self_consistent_only = false;
  outcome.key_pinned = report.key_pinned;
}

void AddPrevious(const rules::BundleFiles& files, const Bundle& bundle,
                 BundleReport& report) {
  const BundleReport earlier_report = rules::VerifyBundle(files);
  Append("previous_bundle.", earlier_report, report);
  const absl::StatusOr<Bundle> earlier = rules::ReadBundle(files);
  if (!earlier.ok()) return;  // the report above names the fault
  Append("replacement.", rules::VerifyReplacement(*earlier, bundle), report);
}

Localized Verdict(const VerifyOutcome& outcome) {
  if (!outcome.report.ok()) {
    return {"验证不通过", "NOT VERIFIED"};
  }
  if (outcome.self_consistent_only) {
    return {"验证通过；仅自洽（没有日志证据）",
            "verified; self-consistent only (no journal evidence)"};
  }
  if (!outcome.key_pinned) {
    return {"验证通过；日志公钥取自文件本身，请用 --key 核对",
            "verified; the journal key is the file's own, pin it with --key"};
  }
  return {"验证通过", "verified"};
}

std::string_view Pick(const Localized& text, Language language) {
  return language == Language::kZh ? text.zh : text.en;
}

}  // namespace

VerifyOutcome VerifyFiles(const VerifyInput& input) {
  VerifyOutcome outcome;
  outcome.report = rules::VerifyBundle(input.files);
  const absl::StatusOr<Bundle> bundle = rules::ReadBundle(input.files);
  if (!bundle.ok()) return outcome;  // the report names the fault
  outcome.beacon_unchecked = !bundle->beacon.spec.empty();
  AddEvidence(input, *bundle, outcome);
  if (input.previous.has_value()) {
    AddPrevious(*input.previous, *bundle, outcome.report);
  }
  return outcome;
}

Json OutcomeJson(const VerifyOutcome& outcome, Language language) {
  Json checks = Json::array();
  for (const BundleCheck& check : outcome.report.checks) {
    checks.push_back({{"name", check.name},
                      {"ok", check.ok},
                      {"detail", Pick(check.detail, language)}});
  }
  return {{"verified", outcome.report.ok()},
          {"self_consistent_only", outcome.self_consistent_only},
          {"key_pinned", outcome.key_pinned},
          {"beacon_unchecked", outcome.beacon_unchecked},
          {"verdict", Pick(Verdict(outcome), language)},
          {"checks", std::move(checks)}};
}

std::string OutcomeText(const VerifyOutcome& outcome, Language language) {
  std::string text;
  for (const BundleCheck& check : outcome.report.checks) {
    text += check.ok ? "ok    " : "FAIL  ";
    text += ForTerminal(check.name + ": " +
                        std::string(Pick(check.detail, language)));
    text += '\n';
  }
  if (outcome.beacon_unchecked) {
    text += In(language,
               {"信标签名未核验（beacon unchecked）", "beacon unchecked"});
    text += '\n';
  }
  return text + std::string(Pick(Verdict(outcome), language)) + '\n';
}

}  // namespace spotcheck::client
