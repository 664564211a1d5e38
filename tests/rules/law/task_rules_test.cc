#include "lib/rules/law/task_rules.h"

#include <functional>

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using testing::Day;
using testing::RegionOf;

std::string Repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

Plan GoodPlan() {
  Plan plan;
  plan.authority = "自治区质监局";
  plan.region = RegionOf("64");
  plan.categories = {"家用电器", "食品及相关产品"};
  plan.policies = {PolicyId("NINGXIA-2017")};
  plan.sample_size = 1;
  plan.lines_per_enterprise = kMaxDrawNumber;
  plan.inspectors_per_enterprise = 2;
  plan.weights = DefaultStratumWeights();
  return plan;
}

TEST(ValidatePlanTest, AcceptsTheEndsOfEveryRange) {
  EXPECT_OK(ValidatePlan(GoodPlan()));
  Plan plan = GoodPlan();
  plan.sample_size = kMaxDrawNumber;
  plan.weights = {{Stratum("ABCDEFG8"), kMaxWeight}, {Stratum("A"), 1}};
  plan.authority = Repeat("省", kMaxDrawText);
  plan.policies.clear();
  EXPECT_OK(ValidatePlan(plan));
}

TEST(ValidatePlanTest, NamesWhatIsWrong) {
  const struct {
    std::string reason;
    std::string field;
    std::function<void(Plan&)> spoil;
  } kCases[] = {
      {"TEXT_LENGTH", "authority", [](Plan& p) { p.authority.clear(); }},
      {"TEXT_LENGTH", "authority",
       [](Plan& p) { p.authority = Repeat("省", kMaxDrawText + 1); }},
      {"TEXT_NOT_UTF8", "authority", [](Plan& p) { p.authority = "\xff"; }},
      {"TEXT_CONTROL_CHARACTER", "authority",
       [](Plan& p) { p.authority = "局\t"; }},
      {"TEXT_CONTROL_CHARACTER", "authority",
       [](Plan& p) { p.authority = "市场\u2067监管局"; }},
      {"TEXT_NOT_NFC", "authority", [](Plan& p) { p.authority = "e\u0301"; }},
      {"LEVEL_NEEDS_REGION", "region",
       [](Plan& p) { p.level = Level::kCounty; }},
      {"CATEGORIES_MISSING", "categories",
       [](Plan& p) { p.categories.clear(); }},
      {"CATEGORY_REPEATED", "categories",
       [](Plan& p) { p.categories.push_back("家用电器"); }},
      {"UNKNOWN_CATEGORY", "category",
       [](Plan& p) { p.categories = {"药品"}; }},
      {"INVALID_POLICY_IDS", "policies",
       [](Plan& p) { p.policies.push_back(p.policies[0]); }},
      {"INVALID_POLICY_IDS", "policies",
       [](Plan& p) { p.policies = {PolicyId("宁夏")}; }},
      {"NUMBER_OUT_OF_RANGE", "sample_size",
       [](Plan& p) { p.sample_size = 0; }},
      {"NUMBER_OUT_OF_RANGE", "sample_size",
       [](Plan& p) { p.sample_size = -1; }},
      {"NUMBER_OUT_OF_RANGE", "sample_size",
       [](Plan& p) { p.sample_size = kMaxDrawNumber + 1; }},
      {"NUMBER_OUT_OF_RANGE", "lines_per_enterprise",
       [](Plan& p) { p.lines_per_enterprise = 0; }},
      {"NUMBER_OUT_OF_RANGE", "inspectors_per_enterprise",
       [](Plan& p) { p.inspectors_per_enterprise = 0; }},
      {"WEIGHTS_MISSING", "weights", [](Plan& p) { p.weights.clear(); }},
      {"NUMBER_OUT_OF_RANGE", "weights",
       [](Plan& p) { p.weights[Stratum("A")] = 0; }},
      {"NUMBER_OUT_OF_RANGE", "weights",
       [](Plan& p) { p.weights[Stratum("A")] = kMaxWeight + 1; }},
      {"INVALID_WEIGHTS", "weights",
       [](Plan& p) { p.weights[Stratum("a")] = 1; }},
  };
  for (const auto& c : kCases) {
    Plan plan = GoodPlan();
    c.spoil(plan);
    const absl::Status status = ValidatePlan(plan);
    EXPECT_THAT(status, StatusReasonIs(c.reason));
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], c.field) << status;
  }
}

TEST(ParseStratumWeightsTest, ReadsWhatTheCommandLineWrites) {
  EXPECT_THAT(ParseStratumWeights("A=1,B=2,C=4,D=8"),
              IsOkAndHolds(DefaultStratumWeights()));
  EXPECT_THAT(ParseStratumWeights("X9=1000"),
              IsOkAndHolds(StratumWeights{{Stratum("X9"), 1000}}));
}

TEST(ParseStratumWeightsTest, RefusesEverythingElse) {
  const struct {
    std::string text;
    std::string reason;
  } kCases[] = {
      {"", "INVALID_WEIGHTS"},
      {"A", "INVALID_WEIGHTS"},
      {"A=", "INVALID_WEIGHTS"},
      {"=1", "INVALID_WEIGHTS"},
      {"a=1", "INVALID_WEIGHTS"},
      {"A=1,", "INVALID_WEIGHTS"},
      {"A=1,A=2", "INVALID_WEIGHTS"},
      {"A=1.5", "INVALID_WEIGHTS"},
      {"A= 1", "INVALID_WEIGHTS"},
      {"A=1 ", "INVALID_WEIGHTS"},
      {"A=x", "INVALID_WEIGHTS"},
      {"A=0", "NUMBER_OUT_OF_RANGE"},
      {"A=-1", "NUMBER_OUT_OF_RANGE"},
      {"A=1001", "NUMBER_OUT_OF_RANGE"},
      {"A=99999999999999999999", "INVALID_WEIGHTS"},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(ParseStratumWeights(c.text), StatusReasonIs(c.reason))
        << c.text;
  }
}

TEST(ValidateBasisTest, AnExceptionNeedsABasis) {
  EXPECT_OK(ValidateBasis(Purpose::kRoutine, ""));
  EXPECT_OK(ValidateBasis(Purpose::kRoutine, "年度计划"));
  EXPECT_OK(ValidateBasis(Purpose::kFollowUp, "复查通知〔2017〕3号"));
  EXPECT_THAT(ValidateBasis(Purpose::kFollowUp, ""),
              StatusReasonIs("BASIS_MISSING"));
  EXPECT_THAT(ValidateBasis(Purpose::kEmergency, " \u3000"),
              StatusReasonIs("BASIS_MISSING"));
  EXPECT_THAT(ValidateBasis(Purpose::kEmergency, "a\nb"),
              StatusReasonIs("TEXT_CONTROL_CHARACTER"));
  EXPECT_THAT(ValidateBasis(Purpose::kRoutine, "\x80"),
              StatusReasonIs("TEXT_NOT_UTF8"));
}

TEST(ValidateDaysTest, TheFutureIsRefusedAndThePastIsNot) {
  const CivilDate today = Day("2017-10-16");
  EXPECT_OK(ValidateAsOf(today, today));
  EXPECT_OK(ValidateAsOf(Day("2000-01-01"), today));
  EXPECT_THAT(ValidateAsOf(Day("2017-10-17"), today),
              StatusReasonIs("AS_OF_IN_FUTURE"));
  const SampledWindow window{Day("2017-10-01"), today};
  EXPECT_OK(ValidateSampled(Day("2017-10-01"), window));
  EXPECT_OK(ValidateSampled(today, window));
  EXPECT_THAT(ValidateSampled(Day("2017-09-30"), window),
              StatusReasonIs("SAMPLED_OUT_OF_RANGE"));
  EXPECT_THAT(ValidateSampled(Day("2017-10-17"), window),
              StatusReasonIs("SAMPLED_OUT_OF_RANGE"));
}

}  // namespace
}  // namespace spotcheck::rules
