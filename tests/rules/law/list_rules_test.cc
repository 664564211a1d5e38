#include "lib/rules/law/list_rules.h"

#include <functional>
#include <optional>

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"
#include "tests/rules/law/machine_table.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::Day;
using testing::StandardListRules;

CheckOutcome Serious(const std::string& id, std::string_view sampled,
                     Level level = Level::kProvincial) {
  CheckOutcome check;
  check.id = CheckId(id);
  check.line = LineId("L" + id);
  check.level = level;
  check.verdict = Verdict::kFail;
  check.severity = Severity::kSerious;
  check.sampled = Day(sampled);
  return check;
}

CheckOutcome With(CheckOutcome check,
                  const std::function<void(CheckOutcome&)>& change) {
  change(check);
  return check;
}

CheckOutcome Of(CheckOutcome check, std::string_view line, Purpose purpose) {
  check.line = LineId(std::string(line));
  check.purpose = purpose;
  check.severity = Severity::kGeneral;
  return check;
}

// "RULE:check,check;" for each proposal.
std::string Proposed(const std::vector<CheckOutcome>& history,
                     std::string_view as_of) {
  std::string text;
  for (const ListProposal& proposal :
       EvaluateListRules(StandardListRules(), history, Day(as_of))) {
    text += proposal.rule + ":";
    for (const ListReason& reason : proposal.reasons) {
      text += reason.check.str() + ",";
    }
    text.back() = ';';
  }
  return text;
}

TEST(SeriousFailuresTest, NeedsTwoOfTheLevelsWithinThreeYears) {
  const auto pass = [](CheckOutcome& c) { c.verdict = Verdict::kPass; };
  const auto pending = [](CheckOutcome& c) { c.verdict = Verdict::kPending; };
  const auto general = [](CheckOutcome& c) { c.severity = Severity::kGeneral; };
  const CheckOutcome first = Serious("R1", "2014-10-16");
  const CheckOutcome second = Serious("R2", "2017-10-16");
  const struct {
    std::string name;
    std::vector<CheckOutcome> history;
    std::string expected;
  } kCases[] = {
      {"nothing", {}, ""},
      {"one", {first}, ""},
      {"two, three years apart to the day",
       {first, second},
       "TWO-SERIOUS:R1,R2;"},
      {"recorded the other way round", {second, first}, "TWO-SERIOUS:R1,R2;"},
      {"one day more", {Serious("R1", "2014-10-15"), second}, ""},
      {"from 29 February",
       {Serious("R1", "2012-02-29"), Serious("R2", "2015-02-28")},
       "TWO-SERIOUS:R1,R2;"},
      {"from 29 February, one day more",
       {Serious("R1", "2012-02-29"), Serious("R2", "2015-03-01")},
       ""},
      {"on one day",
       {Serious("R1", "2017-10-16"), second},
       "TWO-SERIOUS:R1,R2;"},
      {"national and provincial",
       {Serious("R1", "2016-10-16", Level::kNational), second},
       "TWO-SERIOUS:R1,R2;"},
      {"a city's does not count",
       {Serious("R1", "2016-10-16", Level::kCity), second},
       ""},
      {"a county's does not count",
       {Serious("R1", "2016-10-16", Level::kCounty), second},
       ""},
      {"a general failure does not count", {With(first, general), second}, ""},
      {"a pass does not count", {With(first, pass), second}, ""},
      {"a pending result does not count", {With(first, pending), second}, ""},
      {"after the day", {first, Serious("R2", "2017-10-17")}, ""},
      {"the latest group, all of it",
       {Serious("R0", "2010-01-01"), Serious("R1", "2011-01-01"),
        Serious("R2", "2015-01-01"), Serious("R3", "2016-01-01"),
        Serious("R4", "2017-01-01")},
       "TWO-SERIOUS:R2,R3,R4;"},
      {"an old group behind a lone failure",
       {Serious("R0", "2010-01-01"), Serious("R1", "2011-01-01"), second},
       "TWO-SERIOUS:R0,R1;"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Proposed(c.history, "2017-10-16"), c.expected) << c.name;
  }
}

TEST(FailedReCheckTest, NeedsAFollowUpFailureOfTheSameLine) {
  const CheckOutcome failed =
      Of(Serious("R1", "2017-03-01"), "L1", Purpose::kRoutine);
  const CheckOutcome again =
      Of(Serious("R2", "2017-06-01"), "L1", Purpose::kFollowUp);
  const auto pass = [](CheckOutcome& c) { c.verdict = Verdict::kPass; };
  const struct {
    std::string name;
    std::vector<CheckOutcome> history;
    std::string expected;
  } kCases[] = {
      {"failed again", {failed, again}, "FAILED-RE-CHECK:R1,R2;"},
      {"whatever the level",
       {With(failed, [](CheckOutcome& c) { c.level = Level::kCounty; }),
        With(again, [](CheckOutcome& c) { c.level = Level::kCity; })},
       "FAILED-RE-CHECK:R1,R2;"},
      {"nothing failed before", {again}, ""},
      {"passed before", {With(failed, pass), again}, ""},
      {"passed now", {failed, With(again, pass)}, ""},
      {"another line", {failed, Of(again, "L2", Purpose::kFollowUp)}, ""},
      {"a routine check", {failed, Of(again, "L1", Purpose::kRoutine)}, ""},
      {"the failure came later",
       {again, Of(Serious("R3", "2017-07-01"), "L1", Purpose::kRoutine)},
       ""},
      {"on the same day, as recorded",
       {Of(Serious("R1", "2017-06-01"), "L1", Purpose::kRoutine), again},
       "FAILED-RE-CHECK:R1,R2;"},
      {"on the same day, recorded before",
       {again, Of(Serious("R1", "2017-06-01"), "L1", Purpose::kRoutine)},
       ""},
      {"twice: the latest",
       {failed, again,
        Of(Serious("R3", "2017-09-01"), "L1", Purpose::kFollowUp)},
       "FAILED-RE-CHECK:R2,R3;"},
      {"after the day",
       {failed, Of(Serious("R2", "2017-10-17"), "L1", Purpose::kFollowUp)},
       ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Proposed(c.history, "2017-10-16"), c.expected) << c.name;
  }
}

TEST(ListRulesTest, ProposalsCarryListAndDays) {
  const auto proposals =
      EvaluateListRules(StandardListRules(),
                        std::vector<CheckOutcome>{Serious("R1", "2016-10-16"),
                                                  Serious("R2", "2017-10-16")},
                        Day("2017-10-16"));
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].list, "质量失信黑名单");
  EXPECT_EQ(proposals[0].reasons[0],
            (ListReason{CheckId("R1"), Day("2016-10-16")}));
}

TEST(ValidateListRulesTest, NamesTheFieldThatIsWrong) {
  const auto serious = [](ListRule& rule) -> SeriousFailures& {
    return std::get<SeriousFailures>(rule.condition);
  };
  const struct {
    std::string field;
    std::function<void(ListRule&)> spoil;
  } kCases[] = {
      {"id", [](ListRule& r) { r.id.clear(); }},
      {"id", [](ListRule& r) { r.id = "FAILED-RE-CHECK"; }},
      {"list", [](ListRule& r) { r.list.clear(); }},
      {"source", [](ListRule& r) { r.source.text.clear(); }},
      {"count", [&](ListRule& r) { serious(r).count = 0; }},
      {"levels", [&](ListRule& r) { serious(r).levels.clear(); }},
      {"years", [&](ListRule& r) { serious(r).years = 0; }},
      {"years", [&](ListRule& r) { serious(r).years = 11; }},
  };
  EXPECT_OK(ValidateListRules(StandardListRules()));
  for (const auto& c : kCases) {
    std::vector<ListRule> rules = StandardListRules();
    c.spoil(rules[0]);
    const absl::Status status = ValidateListRules(rules);
    EXPECT_THAT(status, StatusReasonIs("INVALID_LIST_RULE")) << c.field;
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], c.field) << status;
  }
}

TEST(NextListStateTest, AllowsFourWaysAndRefusesTheOtherSixteen) {
  using enum ListState;
  using enum ListVerb;
  testing::ExpectTable<ListState, ListVerb>(
      {kProposed, kListed, kDismissed, kRemoved, kRevoked},
      {kList, kDismiss, kRemove, kRevoke},
      {{{kProposed, kList}, kListed},
       {{kProposed, kDismiss}, kDismissed},
       {{kListed, kRemove}, kRemoved},
       {{kListed, kRevoke}, kRevoked}},
      kListMachine);
  EXPECT_THAT(NextListState(kProposed, kList), IsOkAndHolds(kListed));
  EXPECT_THAT(NextListState(kRemoved, kList),
              StatusReasonIs("LIST_TRANSITION_REFUSED"));
}

TEST(NextListStateTest, ARefusalNamesStateAndVerb) {
  const auto refused =
      NextListState(ListState::kDismissed, ListVerb::kRemove).status();
  ErrorInfo info = GetErrorInfo(refused);
  EXPECT_EQ(info.metadata["state"], "DISMISSED");
  EXPECT_EQ(info.metadata["verb"], "REMOVE");
  EXPECT_EQ(info.message.zh, "名单条目现为“不予列入”,不能作出“移出”的决定");
}

}  // namespace
}  // namespace spotcheck::rules
