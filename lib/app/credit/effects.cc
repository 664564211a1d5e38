#include "lib/app/credit/effects.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "lib/app/credit/events.h"
#include "lib/app/credit/protection.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

using absl::StrCat;
using rules::ProtectionReason;

// The cases that the enterprise's checks have opened, each CASE_OPEN, or
// CASE_CLOSED with its day.
std::map<std::string, std::string> CasesOf(const CreditFacts& facts,
                                           CivilDate today) {
  std::map<std::string, std::string> cases;
  for (const rules::CreditEvent& event :
       CreditEventsOf(facts.checks, {}, today)) {
    if (!event.opens_case) continue;
    cases[event.id] = event.closed && *event.closed <= today
                          ? StrCat("CASE_CLOSED ", event.closed->ToString())
                          : "CASE_OPEN";
  }
  return cases;
}

// The policies that protect a line, each with its last day and the check.
std::string ProtectionText(const std::vector<ProtectionReason>& reasons) {
  return absl::StrJoin(
      reasons, ", ", [](std::string* out, const ProtectionReason& reason) {
        absl::StrAppend(out, reason.policy.str(), " ", reason.until.ToString(),
                        " ", reason.check.str());
      });
}

Localized ProtectionReasonOf(const std::vector<ProtectionReason>& after) {
  if (after.empty()) {
    return {"不再有不得重复抽查的检验", "no check protects the line any more"};
  }
  const ProtectionReason& strictest = after.front();
  const std::string sampled = strictest.sampled.ToString();
  const std::string until = strictest.until.ToString();
  return {StrCat("抽样日 ", sampled, " 起保护至 ", until, "(含)"),
          StrCat("sampled ", sampled, ", protected through ", until)};
}

void AddProtections(const Standing& before, const Standing& after,
                    std::vector<Effect>& effects) {
  static const std::vector<ProtectionReason> kNone;
  std::set<LineId> lines;
  for (const auto& [line, reasons] : before.protections) lines.insert(line);
  for (const auto& [line, reasons] : after.protections) lines.insert(line);
  for (const LineId& line : lines) {
    const auto old = before.protections.find(line);
    const auto now = after.protections.find(line);
    const auto& had = old == before.protections.end() ? kNone : old->second;
    const auto& has = now == after.protections.end() ? kNone : now->second;
    std::string text_before = ProtectionText(had);
    std::string text_after = ProtectionText(has);
    if (text_before == text_after) continue;
    effects.push_back({EffectKind::kProtection, line.str(),
                       std::move(text_before), std::move(text_after),
                       ProtectionReasonOf(has)});
  }
}

void AddCases(const Standing& before, const Standing& after,
              std::vector<Effect>& effects) {
  std::map<std::string, std::pair<std::string, std::string>> cases;
  for (const auto& [check, state] : before.cases) cases[check].first = state;
  for (const auto& [check, state] : after.cases) cases[check].second = state;
  for (const auto& [check, states] : cases) {
    if (states.first == states.second) continue;
    effects.push_back(
        {EffectKind::kCase, check, states.first, states.second,
         states.second.empty()
             ? Localized{"没有不合格的检验,案件不存在",
                         "no failure stands: there is no case"}
             : Localized{"不合格的案件,至跟踪抽查合格为止",
                         "the case of a failure, until a follow-up check "
                         "passes"}});
  }
}

std::string GradeText(const GradeAnswer& grade) {
  return absl::StrFormat("%s %d.%02d", grade.grade, grade.hundredths / 100,
                         grade.hundredths % 100);
}

void AddGrade(const Standing& before, const Standing& after,
              std::vector<Effect>& effects) {
  std::string old = GradeText(before.grade);
  std::string now = GradeText(after.grade);
  if (old == now) return;
  Localized reason;
  const char* zh = "";
  const char* en = "";
  for (const GradeReasonAnswer& why : after.grade.reasons) {
    absl::StrAppend(&reason.zh, zh, why.text.zh, " ", why.evidence);
    absl::StrAppend(&reason.en, en, why.text.en, " ", why.evidence);
    zh = ";";
    en = "; ";
  }
  if (after.grade.reasons.empty()) {
    reason = {"没有信用记录", "there is no record"};
  }
  effects.push_back({EffectKind::kGrade, after.grade.scheme, std::move(old),
                     std::move(now), std::move(reason)});
}

void AddUnits(const Standing& before, const Standing& after,
              std::vector<Effect>& effects) {
  for (std::size_t i = 0; i < before.draws.size() && i < after.draws.size();
       ++i) {
    const store::LineInDraw& old = before.draws[i];
    const store::LineInDraw& now = after.draws[i];
    if (old == now) continue;
    effects.push_back(
        {EffectKind::kUnit,
         StrCat("tasks/", now.task.str(), " ", now.attempt),
         std::string(CodeOf(old.unit)),
         std::string(CodeOf(now.unit)),
         {"该产品又无检验结果:待查,不再占用,可再次录入结果",
          "the line has no result again: it is due, is not held, and takes a "
          "result"}});
  }
}

}  // namespace

absl::StatusOr<Standing> LoadStanding(const store::View& view,
                                      const RuleBook& book, CivilDate today,
                                      const StandingOf& of) {
  Standing standing;
  ASSIGN_OR_RETURN(standing.facts, LoadCreditFacts(view, of.usci));
  standing.grade = ExplainGrade(book.scheme, standing.facts, today);
  standing.cases = CasesOf(standing.facts, today);
  const rules::TaskPolicies policies = PoliciesOn(book, today);
  const auto in_force = policies.For(of.usci);
  const auto earlier = EarlierChecksOf(standing.facts.checks);
  ASSIGN_OR_RETURN(const auto lines, store::ProductsOf(view, of.usci));
  for (const store::StoredProduct& line : lines) {
    auto reasons = ProtectionOf({in_force, today, earlier}, line);
    if (reasons.empty()) continue;
    standing.protections.emplace(line.record.line, std::move(reasons));
  }
  ASSIGN_OR_RETURN(standing.draws, store::DrawsOfLine(view, of.line));
  return standing;
}

std::vector<Effect> EffectsBetween(const Standing& before,
                                   const Standing& after) {
  std::vector<Effect> effects;
  AddProtections(before, after, effects);
  AddCases(before, after, effects);
  AddGrade(before, after, effects);
  AddUnits(before, after, effects);
  return effects;
}

}  // namespace spotcheck::app
