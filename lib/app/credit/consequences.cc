#include "lib/app/credit/consequences.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/credit/events.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

using absl::StrCat;

Consequence HoldReleased(const ResultFacts& facts) {
  return {ConsequenceKind::kHoldReleased,
          "",
          facts.hold_id,
          {"产品的占用已解除,其他抽查可以抽取",
           "the line is no longer held; other draws may take it"}};
}

Consequence Failure(const ResultFacts& facts) {
  const store::CheckRecord& check = facts.check.record;
  const Localized kind = InWords(KindOf(check.verdict, check.severity));
  return {ConsequenceKind::kFailure,
          "",
          std::string(CodeOf(check.severity)),
          {StrCat(kind.zh, ",案件开启,至跟踪抽查合格为止"),
           StrCat("a ", kind.en,
                  ": the case is open until a follow-up check passes")}};
}

Consequence Protected(const rules::ProtectionReason& reason) {
  const std::string until = reason.until.ToString();
  const std::string sampled = reason.sampled.ToString();
  return {ConsequenceKind::kProtected,
          reason.policy.str(),
          until,
          {StrCat("抽样日 ", sampled, " 起保护至 ", until, "(含),约束",
                  reason.binds.zh),
           StrCat("sampled ", sampled, ", protected through ", until,
                  "; binds ", reason.binds.en)}};
}

bool Excludes(const rules::Policy& policy) {
  return policy.effect != rules::PolicyEffect::kWarn;
}

Localized WhyNotProtected(const ResultFacts& facts) {
  const auto& policies = facts.policies;
  if (std::none_of(policies.begin(), policies.end(), Excludes)) {
    return {"该地区现无不得重复抽查的政策",
            "no policy against repeated checks is in force there"};
  }
  if (facts.check.record.verdict == rules::Verdict::kFail) {
    return {"现行政策不保护该级别的不合格结果",
            "no policy in force protects after a failure at this level"};
  }
  const std::string& category = facts.line.record.category;
  const auto outside = std::find_if(
      policies.begin(), policies.end(), [&](const rules::Policy& policy) {
        return policy.excluded_categories.contains(category);
      });
  if (outside != policies.end()) {
    return {StrCat("类别“", category, "”不在 ", outside->id.str(), " 之内"),
            StrCat("the category \"", category, "\" is outside ",
                   outside->id.str())};
  }
  return {"没有现行政策计入该级别的检查,或保护期已满",
          "no policy in force counts a check of this level, or its period is "
          "over"};
}

void AddProtection(const ResultFacts& facts,
                   std::vector<Consequence>& consequences) {
  for (const rules::ProtectionReason& reason : facts.protections) {
    consequences.push_back(Protected(reason));
  }
  if (facts.protections.empty()) {
    consequences.push_back(
        {ConsequenceKind::kNotProtected, "", "", WhyNotProtected(facts)});
  }
}

Consequence GradeStep(const ResultFacts& facts) {
  Localized reason{
      StrCat("信用等级 ", facts.before.grade, " → ", facts.after.grade),
      StrCat("grade ", facts.before.grade, " → ", facts.after.grade)};
  std::string zh = ":";
  std::string en = ": ";
  for (const GradeReasonAnswer& why : facts.after.reasons) {
    absl::StrAppend(&reason.zh, zh, why.text.zh, " ", why.evidence);
    absl::StrAppend(&reason.en, en, why.text.en, " ", why.evidence);
    zh = ";";
    en = "; ";
  }
  return {ConsequenceKind::kGrade, facts.after.scheme, facts.after.grade,
          std::move(reason)};
}

}  // namespace

std::vector<Consequence> ConsequencesOf(const ResultFacts& facts) {
  std::vector<Consequence> consequences = {HoldReleased(facts)};
  if (facts.check.record.verdict == rules::Verdict::kFail) {
    consequences.push_back(Failure(facts));
  }
  AddProtection(facts, consequences);
  consequences.push_back(GradeStep(facts));
  for (const store::ListEntryRecord& entry : facts.proposals) {
    consequences.push_back({ConsequenceKind::kListProposed,
                            entry.rule,
                            entry.list,
                            {entry.reason_zh, entry.reason_en}});
  }
  return consequences;
}

}  // namespace spotcheck::app
