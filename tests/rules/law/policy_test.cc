#include "lib/rules/law/policy.h"

#include <functional>

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using testing::Day;
using ::testing::ElementsAreArray;
using testing::PolicyNamed;
using testing::RegionOf;
using testing::StandardPolicies;
using testing::UsciIn;

std::vector<std::string> IdsOf(absl::Span<const Policy> policies) {
  std::vector<std::string> ids;
  for (const Policy& policy : policies) ids.push_back(policy.id.str());
  return ids;
}

TEST(PoliciesInForceTest, FollowsRegionDayAndReplacement) {
  const struct {
    std::string_view region;
    std::string_view day;
    std::vector<std::string> expected;
  } kCases[] = {
      {"64", "2016-09-05", {"PQL-15"}},
      {"64", "2016-09-06", {"GBF68-2016", "PQL-15"}},
      {"64", "2016-12-31", {"GBF68-2016", "PQL-15"}},
      {"64", "2017-01-01", {"NINGXIA-2017", "PQL-15"}},
      {"6401", "2017-10-16", {"NINGXIA-2017", "PQL-15"}},
      {"640181", "2017-10-16", {"LINGWU-2017", "PQL-15"}},
      {"640181", "2016-12-31", {"GBF68-2016", "PQL-15"}},
      {"14", "2017-10-16", {"PQL-15", "SHANXI-2017"}},
      {"13", "2017-10-16", {"GBF68-2016", "PQL-15"}},
      {"13", "2019-12-31", {"GBF68-2016", "PQL-15"}},
      {"13",
       "2020-01-01",
       {"GBF68-2016", "PQL-15", "SAMR18-8-1", "SAMR18-8-2"}},
      {"13",
       "2020-12-31",
       {"GBF68-2016", "PQL-15", "SAMR18-8-1", "SAMR18-8-2"}},
      {"13", "2021-01-01", {"PQL-15", "SAMR18-8-1", "SAMR18-8-2"}},
      {"64",
       "2021-01-01",
       {"NINGXIA-2017", "PQL-15", "SAMR18-8-1", "SAMR18-8-2"}},
      {"0", "2017-10-16", {"GBF68-2016", "PQL-15"}},
      {"64", "2000-08-31", {}},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(IdsOf(PoliciesInForce(StandardPolicies(), RegionOf(c.region),
                                      Day(c.day))),
                ElementsAreArray(c.expected))
        << c.region << " " << c.day;
  }
}

TEST(TaskPoliciesTest, ATaskOfARegionHasOneListForEveryEnterprise) {
  const TaskPolicies policies(StandardPolicies(), RegionOf("64"),
                              Day("2017-10-16"));
  for (const std::string_view region : {"640104", "640181", "140105"}) {
    EXPECT_THAT(IdsOf(policies.For(UsciIn(region, 1))),
                ElementsAreArray({"NINGXIA-2017", "PQL-15"}));
  }
  EXPECT_EQ(policies.Ids().size(), 2U);
}

TEST(TaskPoliciesTest, ANationalTaskFollowsEachEnterprisesRegion) {
  const TaskPolicies policies(StandardPolicies(), Region(), Day("2017-10-16"));
  const struct {
    std::string_view region;
    std::vector<std::string> expected;
  } kCases[] = {
      {"640104", {"NINGXIA-2017", "PQL-15"}},
      {"640181", {"LINGWU-2017", "PQL-15"}},
      {"140105", {"PQL-15", "SHANXI-2017"}},
      {"130203", {"GBF68-2016", "PQL-15"}},
      {"990000", {"GBF68-2016", "PQL-15"}},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(IdsOf(policies.For(UsciIn(c.region, 1))),
                ElementsAreArray(c.expected))
        << c.region;
  }
  const std::vector<PolicyId> all = {
      PolicyId("GBF68-2016"), PolicyId("LINGWU-2017"), PolicyId("NINGXIA-2017"),
      PolicyId("PQL-15"), PolicyId("SHANXI-2017")};
  EXPECT_EQ(policies.Ids(), all);
}

TEST(TaskPoliciesTest, WithoutPoliciesNothingApplies) {
  EXPECT_TRUE(TaskPolicies().For(UsciIn("640104", 1)).empty());
  EXPECT_TRUE(TaskPolicies().Ids().empty());
}

TEST(ValidatePoliciesTest, AcceptsTheStandardSet) {
  EXPECT_OK(ValidatePolicies(StandardPolicies()));
  EXPECT_OK(ValidatePolicies({}));
}

TEST(ValidatePoliciesTest, NamesThePolicyAndTheField) {
  const struct {
    std::string_view field;
    std::function<void(Policy&)> spoil;
  } kCases[] = {
      {"id", [](Policy& p) { p.id = PolicyId("宁夏"); }},
      {"id", [](Policy& p) { p.id = PolicyId("PQL-15"); }},
      {"source", [](Policy& p) { p.source.text.clear(); }},
      {"binds", [](Policy& p) { p.binds.en.clear(); }},
      {"binds", [](Policy& p) { p.binds.zh.clear(); }},
      {"valid_to", [](Policy& p) { p.valid_to = Day("2016-12-31"); }},
      {"months", [](Policy& p) { p.months.reset(); }},
      {"months", [](Policy& p) { p.months = 0; }},
      {"months", [](Policy& p) { p.months = 60; }},
      {"earlier_levels", [](Policy& p) { p.earlier_levels.clear(); }},
      {"earlier_levels",
       [](Policy& p) { p.earlier_by = EarlierBy::kSuperior; }},
      {"excluded_categories",
       [](Policy& p) { p.excluded_categories = {"食品"}; }},
      {"exceptions", [](Policy& p) { p.exceptions = {Purpose::kRoutine}; }},
      {"replaces", [](Policy& p) { p.replaces = {PolicyId("NONE")}; }},
      {"replaces", [](Policy& p) { p.replaces = {PolicyId("SHANXI-2017")}; }},
      {"replaces", [](Policy& p) { p.replaces = {p.id}; }},
  };
  for (const auto& c : kCases) {
    std::vector<Policy> policies = StandardPolicies();
    c.spoil(policies[0]);
    const absl::Status status = ValidatePolicies(policies);
    EXPECT_THAT(status, StatusReasonIs("INVALID_POLICY")) << c.field;
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], c.field) << status;
  }
}

TEST(ValidatePoliciesTest, RefusesReplacementsInACircle) {
  Policy a = PolicyNamed("GBF68-2016");
  Policy b = a;
  Policy c = a;
  b.id = PolicyId("B");
  c.id = PolicyId("C");
  a.replaces = {b.id};
  b.replaces = {c.id};
  EXPECT_OK(ValidatePolicies({a, b, c}));
  c.replaces = {a.id};
  EXPECT_THAT(ValidatePolicies({a, b, c}), StatusReasonIs("INVALID_POLICY"));
}

}  // namespace
}  // namespace spotcheck::rules
