#include "lib/rules/law/frame.h"

#include <algorithm>

#include "lib/base/status_matchers.h"
#include "lib/rules/draw/text.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using testing::Day;
using ::testing::ElementsAre;
using testing::RegionOf;
using testing::StandardPolicies;
using testing::Towel;
using testing::UsciIn;

constexpr char kAppliance[] = "家用电器";
constexpr char kClothing[] = "服装服饰产品";
constexpr char kFood[] = "食品及相关产品";

Usci E(int number) { return UsciIn("640104", number); }

FrameContext Context() {
  FrameContext context;
  Plan& plan = context.plan;
  plan.authority = "自治区质监局";
  plan.region = RegionOf("64");
  plan.categories = {kAppliance, kClothing};
  plan.as_of = Day("2017-10-16");
  plan.sample_size = 1;
  plan.lines_per_enterprise = 1;
  plan.inspectors_per_enterprise = 1;
  plan.weights = {{Stratum("A"), 1}, {Stratum("B"), 2}};
  context.authority = {plan.authority, plan.level, plan.region};
  context.policies = TaskPolicies(StandardPolicies(), plan.region, plan.as_of);
  context.labs = {{LabId("LAB2"), 5, {kAppliance, kFood}, {}},
                  {LabId("LAB1"), 3, {kAppliance}, {}}};
  context.inspectors = {{InspectorId("I2"), 4, {}}, {InspectorId("I1"), 4, {}}};
  return context;
}

LineFacts Line(const std::string& id, const std::string& category) {
  ProductIdentity product = Towel();
  product.name = id;
  return {LineId(id), product, category, std::nullopt};
}

EnterpriseFacts Facts(int number, std::vector<LineFacts> lines) {
  EnterpriseFacts facts;
  facts.usci = E(number);
  facts.stratum = Stratum("B");
  facts.lines = std::move(lines);
  return facts;
}

// A check of the line named `line`.
EarlierCheck Check(const std::string& line, const std::string& id,
                   std::string_view sampled) {
  EarlierCheck check;
  check.id = CheckId(id);
  check.product = Line(line, kAppliance).product;
  check.authority = {"国家质检总局", Level::kNational, Region()};
  check.sampled = Day(sampled);
  check.verdict = Verdict::kPass;
  return check;
}

EnterpriseOutcome Decide(FrameContext context, const EnterpriseFacts& facts) {
  auto builder = FrameBuilder::Create(std::move(context));
  EXPECT_OK(builder);
  auto outcome = builder->Decide(facts);
  EXPECT_OK(outcome);
  return outcome.value_or(EnterpriseOutcome());
}

std::string LineText(const EnterpriseOutcome& outcome) {
  std::string text;
  for (const LineOutcome& line : outcome.lines) {
    switch (line.row.status) {
      case LineStatus::kEligible:
        text += "eligible";
        break;
      case LineStatus::kSixMonths:
        text += "six months";
        break;
      case LineStatus::kSuperiorCheck:
        text += "superior";
        break;
      case LineStatus::kReserved:
        text += "reserved";
        break;
      case LineStatus::kNoLab:
        text += "no lab";
        break;
    }
    if (!line.row.evidence.empty()) text += ":" + line.row.evidence;
    text += ";";
  }
  return text;
}

TEST(FrameLineTest, TakesTheFirstStatusThatApplies) {
  LineFacts held = Line("L1", kAppliance);
  held.held_by = "T7";
  LineFacts held_no_lab = Line("L1", kClothing);
  held_no_lab.held_by = "T7";
  EnterpriseFacts checked = Facts(1, {held});
  checked.checks = {Check("L1", "R1", "2017-08-01")};
  EnterpriseFacts expired = Facts(1, {Line("L1", kAppliance)});
  expired.checks = {Check("L1", "R1", "2017-04-15")};
  const struct {
    EnterpriseFacts facts;
    std::string expected;
  } kCases[] = {
      {Facts(1, {Line("L1", kAppliance)}), "eligible;"},
      {expired, "eligible;"},
      {checked, "six months:R1;"},
      {Facts(1, {held}), "reserved:T7;"},
      {Facts(1, {held_no_lab}), "reserved:T7;"},
      {Facts(1, {Line("L1", kClothing)}), "no lab;"},
      {Facts(1, {Line("L2", kClothing), Line("L1", kAppliance)}),
       "eligible;no lab;"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(LineText(Decide(Context(), c.facts)), c.expected);
  }
}

TEST(FrameLineTest, ASuperiorsCheckStandsBeforeAHold) {
  FrameContext context = Context();
  context.plan.as_of = Day("2021-06-01");
  context.policies =
      TaskPolicies(StandardPolicies(), context.plan.region, context.plan.as_of);
  EnterpriseFacts facts = Facts(1, {Line("L1", kAppliance)});
  facts.lines[0].held_by = "T7";
  facts.checks = {Check("L1", "R9", "2021-03-31")};
  facts.checks[0].verdict = Verdict::kFail;
  EXPECT_EQ(LineText(Decide(context, facts)), "superior:R9;");
}

TEST(FrameEnterpriseTest, TakesTheFirstStatusThatApplies) {
  EnterpriseFacts all = Facts(1, {Line("L1", kClothing)});
  all.withdrawn = "W1";
  all.already_selected = "S1";
  all.deregistered = "D1";
  EnterpriseFacts selected = all;
  selected.withdrawn.reset();
  EnterpriseFacts gone = selected;
  gone.already_selected.reset();
  EnterpriseFacts no_line = gone;
  no_line.deregistered.reset();
  const struct {
    EnterpriseFacts facts;
    std::optional<Stratum> only;
    EnterpriseStatus status;
    std::string evidence;
  } kCases[] = {
      {all, Stratum("A"), EnterpriseStatus::kOtherStratum, ""},
      {all, Stratum("B"), EnterpriseStatus::kWithdrawn, "W1"},
      {selected, Stratum("B"), EnterpriseStatus::kAlreadySelected, "S1"},
      {gone, Stratum("B"), EnterpriseStatus::kDeregistered, "D1"},
      {gone, std::nullopt, EnterpriseStatus::kDeregistered, "D1"},
      {no_line, std::nullopt, EnterpriseStatus::kNoEligibleLine, ""},
      {Facts(1, {Line("L1", kAppliance)}), std::nullopt,
       EnterpriseStatus::kEligible, ""},
  };
  for (const auto& c : kCases) {
    FrameContext context = Context();
    context.replaced_stratum = c.only;
    const FrameRow row = Decide(context, c.facts).row;
    EXPECT_EQ(row.status, c.status) << c.evidence;
    EXPECT_EQ(row.evidence, c.evidence);
  }
}

std::string BarText(const EnterpriseOutcome& outcome) {
  std::string text;
  for (const LabBar& bar : outcome.lab_bars) {
    const bool conflict = bar.bar.reason == LabBarReason::kConflict;
    text += std::to_string(bar.lab + 1) + (conflict ? " conflict " : " last ") +
            bar.bar.evidence + ";";
  }
  return text;
}

struct BarCase {
  std::string name;
  std::vector<LineFacts> lines;
  std::vector<std::string> conflicts;  // of LAB1, LAB2 with E(1), or ""
  std::string last_lab;
  std::string bars;
  std::string lines_text;
};

TEST(FrameBarTest, RotationGivesWayWhereItWouldLeaveALineAlone) {
  LineFacts held = Line("L1", kAppliance);
  held.held_by = "T7";
  const BarCase kCases[] = {
      {"another can",
       {Line("L1", kAppliance)},
       {"", ""},
       "LAB1",
       "1 last R5;",
       "eligible;"},
      {"the only one",
       {Line("L1", kAppliance)},
       {"", "C2"},
       "LAB1",
       "2 conflict C2;",
       "eligible;"},
      {"conflict wins",
       {Line("L1", kAppliance)},
       {"C1", ""},
       "LAB1",
       "1 conflict C1;",
       "eligible;"},
      {"both conflict",
       {Line("L1", kAppliance)},
       {"C1", "C2"},
       "LAB1",
       "1 conflict C1;2 conflict C2;",
       "no lab;"},
      {"only a held line would suffer",
       {held},
       {"", "C2"},
       "LAB1",
       "1 last R5;2 conflict C2;",
       "reserved:T7;"},
      {"one of two lines would suffer",
       {Line("L1", kAppliance), Line("L2", kClothing)},
       {"", ""},
       "LAB3",
       "",
       "eligible;eligible;"},
      {"no laboratory of ours",
       {Line("L1", kAppliance)},
       {"", ""},
       "LAB9",
       "",
       "eligible;"},
  };
  for (const BarCase& c : kCases) {
    FrameContext context = Context();
    if (c.last_lab == "LAB3") {
      context.labs.push_back({LabId("LAB3"), 1, {kAppliance, kClothing}, {}});
    }
    for (LabFacts& lab : context.labs) {
      const std::string& evidence =
          lab.lab.str() == "LAB1" ? c.conflicts[0] : c.conflicts[1];
      if (!evidence.empty() && lab.lab.str() != "LAB3") {
        lab.conflicts = {{E(1), evidence}};
      }
    }
    EnterpriseFacts facts = Facts(1, c.lines);
    facts.last_lab = LastLab{LabId(c.last_lab), "R5"};
    const EnterpriseOutcome outcome = Decide(context, facts);
    EXPECT_EQ(BarText(outcome), c.bars) << c.name;
    EXPECT_EQ(LineText(outcome), c.lines_text) << c.name;
  }
}

TEST(FrameBuilderTest, FreezesSortedFilesWithBarsOfTheFrameOnly) {
  FrameContext context = Context();
  context.labs[0].conflicts = {{E(9), "C9"}, {E(2), "C8"}, {E(2), "C1"}};
  context.inspectors[0].recusals = {{E(9), "Q9"}, {E(2), "Q2"}, {E(1), "Q1"}};
  auto builder = FrameBuilder::Create(std::move(context));
  ASSERT_OK(builder);
  ASSERT_OK(
      builder->Add(Facts(1, {Line("L2", kAppliance), Line("L1", kClothing)})));
  ASSERT_OK(builder->Add(Facts(2, {Line("L1", kAppliance)})));
  const Frame frame = std::move(*builder).Finish();
  ASSERT_EQ(frame.enterprises.size(), 2U);
  ASSERT_EQ(frame.lines.size(), 3U);
  EXPECT_EQ(frame.lines[0].line, LineId("L1"));
  EXPECT_EQ(frame.lines[0].category, 1);
  EXPECT_EQ(frame.lines[1].line, LineId("L2"));
  ASSERT_EQ(frame.labs.size(), 2U);
  EXPECT_EQ(frame.labs[0].lab, LabId("LAB1"));
  EXPECT_TRUE(frame.labs[0].bars.empty());
  EXPECT_THAT(frame.labs[1].scope, ElementsAre(0));
  EXPECT_THAT(frame.labs[1].other_scope, ElementsAre(kFood));
  ASSERT_EQ(frame.labs[1].bars.size(), 1U);
  EXPECT_EQ(frame.labs[1].bars[0].usci, E(2));
  EXPECT_EQ(frame.labs[1].bars[0].evidence, "C1");
  ASSERT_EQ(frame.inspectors.size(), 2U);
  EXPECT_EQ(frame.inspectors[0].inspector, InspectorId("I1"));
  ASSERT_EQ(frame.inspectors[1].bars.size(), 2U);
  EXPECT_EQ(frame.inspectors[1].bars[0].evidence, "Q1");
}

TEST(FrameBuilderTest, CountsUnitsByStratumAndReason) {
  auto builder = FrameBuilder::Create(Context());
  ASSERT_OK(builder);
  EnterpriseFacts barred = Facts(2, {Line("L1", kAppliance)});
  barred.checks = {Check("L1", "R1", "2017-08-01")};
  EnterpriseFacts other = Facts(3, {Line("L1", kAppliance)});
  other.stratum = Stratum("A");
  other.deregistered = "D3";
  ASSERT_OK(
      builder->Add(Facts(1, {Line("L1", kAppliance), Line("L2", kClothing)})));
  ASSERT_OK(builder->Add(barred));
  ASSERT_OK(builder->Add(other));
  const auto strata = CountStrata(std::move(*builder).Finish());
  const StratumCount a = {{1, 0, {{EnterpriseStatus::kDeregistered, 1}}},
                          {1, 1, {}}};
  const StratumCount b = {
      {2, 1, {{EnterpriseStatus::kNoEligibleLine, 1}}},
      {3, 1, {{LineStatus::kSixMonths, 1}, {LineStatus::kNoLab, 1}}}};
  EXPECT_EQ(strata.at(Stratum("A")), a);
  EXPECT_EQ(strata.at(Stratum("B")), b);
}

TEST(FrameBuilderTest, RefusesFactsThatContradictThePlan) {
  EnterpriseFacts outside = Facts(1, {Line("L1", kAppliance)});
  outside.usci = UsciIn("140105", 1);
  EnterpriseFacts stratum = Facts(1, {Line("L1", kAppliance)});
  stratum.stratum = Stratum("C");
  EnterpriseFacts evidence = Facts(1, {Line("L1", kAppliance)});
  evidence.deregistered = "注销";
  EnterpriseFacts hold = Facts(1, {Line("L1", kAppliance)});
  hold.lines[0].held_by = "";
  EnterpriseFacts last = Facts(1, {Line("L1", kAppliance)});
  last.last_lab = LastLab{LabId("LAB1"), ""};
  const struct {
    EnterpriseFacts facts;
    std::string reason;
  } kCases[] = {
      {outside, "ENTERPRISE_OUT_OF_SCOPE"},
      {Facts(1, {}), "ENTERPRISE_OUT_OF_SCOPE"},
      {Facts(1, {Line("L1", kFood)}), "LINE_OUT_OF_SCOPE"},
      {Facts(1, {Line("L1", kAppliance), Line("L1", kAppliance)}),
       "LINE_REPEATED"},
      {stratum, "STRATUM_WITHOUT_WEIGHT"},
      {evidence, "EVIDENCE_MALFORMED"},
      {hold, "EVIDENCE_MALFORMED"},
      {last, "EVIDENCE_MALFORMED"},
  };
  for (const auto& c : kCases) {
    auto builder = FrameBuilder::Create(Context());
    ASSERT_OK(builder);
    EXPECT_THAT(builder->Add(c.facts), StatusReasonIs(c.reason));
  }
}

TEST(FrameBuilderTest, WantsEnterprisesInAscendingOrder) {
  auto builder = FrameBuilder::Create(Context());
  ASSERT_OK(builder);
  const Usci first = std::min(E(1), E(2));
  const Usci second = std::max(E(1), E(2));
  EnterpriseFacts facts = Facts(1, {Line("L1", kAppliance)});
  facts.usci = second;
  ASSERT_OK(builder->Add(facts));
  EXPECT_THAT(builder->Add(facts), StatusReasonIs("FRAME_OUT_OF_ORDER"));
  facts.usci = first;
  EXPECT_THAT(builder->Add(facts), StatusReasonIs("FRAME_OUT_OF_ORDER"));
}

TEST(FrameBuilderTest, RefusesPeopleAndPlansOutsideTheGrammar) {
  FrameContext labs = Context();
  labs.labs.push_back(labs.labs[0]);
  FrameContext capacity = Context();
  capacity.labs[0].capacity = 0;
  FrameContext inspectors = Context();
  inspectors.inspectors.push_back(inspectors.inspectors[0]);
  FrameContext busy = Context();
  busy.inspectors[0].capacity = kMaxDrawNumber + 1;
  FrameContext conflict = Context();
  conflict.labs[0].conflicts = {{E(1), "no id"}};
  FrameContext plan = Context();
  plan.plan.sample_size = 0;
  const struct {
    FrameContext context;
    std::string reason;
  } kCases[] = {
      {labs, "LAB_REPEATED"},
      {capacity, "NUMBER_OUT_OF_RANGE"},
      {inspectors, "INSPECTOR_REPEATED"},
      {busy, "NUMBER_OUT_OF_RANGE"},
      {conflict, "EVIDENCE_MALFORMED"},
      {plan, "NUMBER_OUT_OF_RANGE"},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(FrameBuilder::Create(c.context), StatusReasonIs(c.reason));
  }
}

}  // namespace
}  // namespace spotcheck::rules
