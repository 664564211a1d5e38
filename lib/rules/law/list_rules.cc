#include "lib/rules/law/list_rules.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/errors.h"
#include "lib/rules/law/words.h"

namespace spotcheck::rules {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kMaxYears = 10;  // bad information is kept for 5 at most
constexpr int kMaxCount = 100;

using Reasons = std::vector<ListReason>;

absl::Status Wrong(const ListRule& rule, FieldName field, Localized why) {
  return law_errors::InvalidListRule(
      {rule.id, std::string(field.text), std::move(why)});
}

absl::Status ValidateCondition(const ListRule& rule,
                               const SeriousFailures& condition) {
  if (condition.count < 1 || condition.count > kMaxCount) {
    return Wrong(rule, {"count"}, law_errors::MustLieWithin(kMaxCount));
  }
  if (condition.levels.empty()) {
    return Wrong(rule, {"levels"}, {"没有级别", "no level counts"});
  }
  if (condition.years < 1 || condition.years > kMaxYears) {
    return Wrong(rule, {"years"}, law_errors::MustLieWithin(kMaxYears));
  }
  return absl::OkStatus();
}

absl::Status ValidateCondition(const ListRule& /*rule*/,
                               const FailedReCheck& /*condition*/) {
  return absl::OkStatus();
}

ListReason ReasonOf(const CheckOutcome& check) {
  return {check.id, check.sampled};
}

// Finds the latest group: goes back from the latest serious failure to the
// first one that ends a group of `count` within the years.
std::optional<Reasons> Meets(const SeriousFailures& condition,
                             absl::Span<const CheckOutcome> concluded) {
  Reasons serious;
  for (const CheckOutcome& check : concluded) {
    if (check.verdict == Verdict::kFail &&
        check.severity == Severity::kSerious &&
        condition.levels.contains(check.level)) {
      serious.push_back(ReasonOf(check));
    }
  }
  const int months = condition.years * kMonthsOfYear;
  const auto count = static_cast<std::size_t>(condition.count);
  while (serious.size() >= count) {
    const CivilDate last = serious.back().sampled;
    const auto first = std::find_if(
        serious.begin(), serious.end(), [&](const ListReason& reason) {
          return last <= AddMonths(reason.sampled, months);
        });
    if (static_cast<std::size_t>(serious.end() - first) >= count) {
      return Reasons(first, serious.end());
    }
    serious.pop_back();
  }
  return std::nullopt;
}

// Finds the latest follow-up that failed again, and the failure before it.
std::optional<Reasons> Meets(const FailedReCheck& /*condition*/,
                             absl::Span<const CheckOutcome> concluded) {
  for (std::size_t later = concluded.size(); later > 0; --later) {
    const auto earlier = FailureFollowedUp(concluded, later - 1);
    if (!earlier) continue;
    return Reasons{ReasonOf(concluded[*earlier]),
                   ReasonOf(concluded[later - 1])};
  }
  return std::nullopt;
}

}  // namespace

absl::Status ValidateListRules(absl::Span<const ListRule> rules) {
  std::set<std::string> seen;
  for (const ListRule& rule : rules) {
    if (!IsIdText(rule.id) || !seen.insert(rule.id).second) {
      return Wrong(rule, {"id"},
                   {"编号重复或不合规定", "it is repeated or no id"});
    }
    if (rule.list.empty()) {
      return Wrong(rule, {"list"}, {"没有名单名称", "it names no list"});
    }
    if (rule.source.text.empty()) {
      return Wrong(rule, {"source"}, {"没有出处", "it names no source"});
    }
    RETURN_IF_ERROR(std::visit(
        [&rule](const auto& condition) {
          return ValidateCondition(rule, condition);
        },
        rule.condition));
  }
  return absl::OkStatus();
}

std::vector<ListProposal> EvaluateListRules(
    absl::Span<const ListRule> rules, absl::Span<const CheckOutcome> history,
    CivilDate as_of) {
  const std::vector<CheckOutcome> concluded = ConcludedChecks(history, as_of);
  std::vector<ListProposal> proposals;
  for (const ListRule& rule : rules) {
    std::optional<Reasons> reasons = std::visit(
        [&concluded](const auto& condition) {
          return Meets(condition, concluded);
        },
        rule.condition);
    if (reasons) {
      proposals.push_back({rule.id, rule.list, *std::move(reasons)});
    }
  }
  return proposals;
}

absl::StatusOr<ListState> NextListState(ListState state, ListVerb verb) {
  const auto next = kListMachine.Next(state, verb);
  if (next) return *next;
  return law_errors::ListTransitionRefused(
      {std::string(CodeOf(state)), InWords(state), std::string(CodeOf(verb)),
       InWords(verb)});
}

}  // namespace spotcheck::rules
