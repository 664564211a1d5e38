#include "lib/rules/law/six_months.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using testing::Day;
using testing::PolicyNamed;
using testing::ReadTsv;
using testing::RegionOf;
using testing::StandardPolicies;
using testing::Towel;
using testing::TsvRow;
using testing::UsciIn;

std::string StatusName(LineStatus status) {
  switch (status) {
    case LineStatus::kEligible:
      return "ELIGIBLE";
    case LineStatus::kSixMonths:
      return "SIX_MONTHS";
    case LineStatus::kSuperiorCheck:
      return "SUPERIOR_CHECK";
    case LineStatus::kReserved:
    case LineStatus::kNoLab:
      break;
  }
  return "?";
}

Verdict VerdictOf(const std::string& text) {
  if (text == "pass") return Verdict::kPass;
  if (text == "fail") return Verdict::kFail;
  EXPECT_EQ(text, "pending");
  return Verdict::kPending;
}

Purpose PurposeOf(const std::string& text) {
  if (text == "FOLLOW_UP") return Purpose::kFollowUp;
  if (text == "EMERGENCY") return Purpose::kEmergency;
  EXPECT_EQ(text, "ROUTINE");
  return Purpose::kRoutine;
}

Level LevelOf(const std::string& text) {
  const auto level = ParseLevel(text);
  EXPECT_OK(level);
  return level.value_or(Level::kNational);
}

// The earlier product as it differs from the towel.
ProductIdentity Differing(const std::string& how) {
  ProductIdentity product = Towel();
  if (how == "brand") product.trademark = "另一商标";
  if (how == "standard") product.standard = "q/another";
  if (how == "model") product.model = "另一型号";
  if (how == "name") product.name = "另一产品";
  return product;
}

LineProtection Evaluate(const TsvRow& row, const Usci& usci,
                        const std::string& differs, Purpose purpose) {
  const Region region = RegionOf(row.at("task_region"));
  const CivilDate as_of = Day(row.at("as_of"));
  const auto authority = AuthorityOfTask(row.at("task_authority"),
                                         LevelOf(row.at("task_level")), region);
  EXPECT_OK(authority);
  const EarlierCheck check{
      CheckId("R1"),
      Differing(differs),
      AuthorityOver(row.at("earlier_authority"),
                    LevelOf(row.at("earlier_level")), usci),
      Day(row.at("sampled")),
      std::nullopt,
      std::nullopt,
      VerdictOf(row.at("earlier_result"))};
  const TaskPolicies policies(StandardPolicies(), region, as_of);
  return EvaluateLine(policies.For(usci),
                      {authority.value_or(Authority()), purpose, as_of},
                      {Towel(), row.at("category"), {&check, 1}});
}

// An enterprise inside a task's region.
Usci EnterpriseIn(const std::string& task_region) {
  static const std::map<std::string, std::string> kRegions = {
      {"0", "640104"},    {"64", "640104"},     {"6401", "640104"},
      {"14", "140105"},   {"1401", "140105"},   {"13", "130203"},
      {"1302", "130203"}, {"640181", "640181"}, {"130123", "130123"}};
  return UsciIn(kRegions.at(task_region), 1);
}

TEST(SixMonthsVectorsTest, EveryRowOfTheFirstTableHolds) {
  const std::vector<TsvRow> rows = ReadTsv("vectors/six_months.tsv");
  ASSERT_EQ(rows.size(), 28U);
  for (const TsvRow& row : rows) {
    SCOPED_TRACE(absl::StrJoin(row, " ", absl::PairFormatter("=")));
    const bool same = row.at("same_standard_and_trademark") == "yes";
    const LineProtection protection =
        Evaluate(row, EnterpriseIn(row.at("task_region")),
                 same ? "nothing" : "brand", Purpose::kRoutine);
    EXPECT_EQ(StatusName(protection.status), row.at("expected"));
    const std::string& until = row.at("until");
    if (!until.empty()) {
      EXPECT_EQ(AddMonths(Day(row.at("sampled")), 6), Day(until));
    }
    if (row.at("expected") == "ELIGIBLE") {
      EXPECT_TRUE(protection.reasons.empty());
      EXPECT_FALSE(protection.decisive.has_value());
      continue;
    }
    ASSERT_TRUE(protection.decisive.has_value());
    const ProtectionReason& decisive = protection.reasons[*protection.decisive];
    EXPECT_EQ(decisive.policy.str(), row.at("task_region") == "640181"
                                         ? "LINGWU-2017"
                                         : row.at("policy"));
    EXPECT_EQ(decisive.until, Day(until));
    EXPECT_EQ(decisive.first_allowed, Day(until).AddDays(1));
    EXPECT_EQ(decisive.sampled, Day(row.at("sampled")));
  }
}

std::string ReasonsText(const LineProtection& protection) {
  std::vector<std::string> parts;
  for (const ProtectionReason& reason : protection.reasons) {
    parts.push_back(
        absl::StrCat(reason.policy.str(), ":", reason.until.ToString()));
  }
  std::sort(parts.begin(), parts.end());
  return parts.empty() ? "-" : absl::StrJoin(parts, ",");
}

std::string WarningsText(const LineProtection& protection) {
  std::vector<std::string> parts;
  for (const ProtectionWarning& warning : protection.warnings) {
    parts.push_back(warning.policy.str());
  }
  return parts.empty() ? "-" : absl::StrJoin(parts, ",");
}

TEST(SixMonthsExtraTest, EveryRowComputedByHandHolds) {
  const std::vector<TsvRow> rows = ReadTsv("six_months_extra.tsv");
  ASSERT_GE(rows.size(), 80U);
  for (const TsvRow& row : rows) {
    SCOPED_TRACE(absl::StrJoin(row, " ", absl::PairFormatter("=")));
    const LineProtection protection =
        Evaluate(row, UsciIn(row.at("enterprise_region"), 1), row.at("differs"),
                 PurposeOf(row.at("purpose")));
    EXPECT_EQ(StatusName(protection.status), row.at("expected"));
    EXPECT_EQ(ReasonsText(protection), row.at("reasons"));
    EXPECT_EQ(WarningsText(protection), row.at("warnings"));
  }
}

// Several checks, and what a policy may set otherwise.
const Authority kNation{"国家质检总局", Level::kNational, Region()};

EarlierCheck Check(const std::string& id, std::string_view sampled,
                   Verdict verdict) {
  EarlierCheck check;
  check.id = CheckId(id);
  check.product = Towel();
  check.authority = kNation;
  check.sampled = Day(sampled);
  check.verdict = verdict;
  return check;
}

LineProtection EvaluateNingxia(const std::vector<EarlierCheck>& checks,
                               std::string_view as_of) {
  const Authority city{"市局", Level::kCity, RegionOf("6401")};
  const std::vector<Policy> policies = {PolicyNamed("NINGXIA-2017"),
                                        PolicyNamed("SAMR18-8-2")};
  return EvaluateLine(policies, {city, Purpose::kRoutine, Day(as_of)},
                      {Towel(), "家用电器", checks});
}

TEST(EvaluateLineTest, ALaterFailureDoesNotLiftAPass) {
  const LineProtection protection =
      EvaluateNingxia({Check("R1", "2021-03-01", Verdict::kPass),
                       Check("R2", "2021-05-01", Verdict::kFail)},
                      "2021-09-01");
  EXPECT_EQ(protection.status, LineStatus::kSixMonths);
  ASSERT_TRUE(protection.decisive.has_value());
  EXPECT_EQ(protection.reasons[*protection.decisive].check.str(), "R1");
}

TEST(EvaluateLineTest, TheLatestWindowDecidesThenTheSmallestId) {
  const LineProtection protection =
      EvaluateNingxia({Check("R3", "2021-05-01", Verdict::kPass),
                       Check("R1", "2021-04-01", Verdict::kPass),
                       Check("R2", "2021-05-01", Verdict::kPending)},
                      "2021-09-01");
  ASSERT_TRUE(protection.decisive.has_value());
  const ProtectionReason& decisive = protection.reasons[*protection.decisive];
  EXPECT_EQ(decisive.check.str(), "R2");
  EXPECT_EQ(decisive.until, Day("2021-11-01"));
  EXPECT_EQ(protection.reasons.size(), 6U);  // both policies, three checks
}

TEST(EvaluateLineTest, SixMonthsComesBeforeALongerSuperiorCheck) {
  const LineProtection protection =
      EvaluateNingxia({Check("R1", "2021-03-01", Verdict::kPass),
                       Check("R2", "2021-05-01", Verdict::kFail)},
                      "2021-06-01");
  EXPECT_EQ(protection.reasons.front().check.str(), "R2");
  EXPECT_EQ(protection.reasons.front().effect, PolicyEffect::kSuperiorCheck);
  EXPECT_EQ(protection.status, LineStatus::kSixMonths);
  EXPECT_EQ(protection.reasons[*protection.decisive].check.str(), "R1");
}

TEST(EvaluateLineTest, AnEndOfFebruaryIsTheLastProtectedDay) {
  Policy policy = PolicyNamed("NINGXIA-2017");
  const std::vector<EarlierCheck> checks = {
      Check("R1", "2015-08-31", Verdict::kPass)};
  const struct {
    std::string_view as_of;
    bool is_protected;
  } kCases[] = {{"2015-08-30", false},
                {"2015-08-31", true},
                {"2016-02-29", true},
                {"2016-03-01", false}};
  for (const auto& c : kCases) {
    const LineProtection protection =
        EvaluateLine({&policy, 1}, {kNation, Purpose::kRoutine, Day(c.as_of)},
                     {Towel(), "家用电器", checks});
    EXPECT_EQ(protection.decisive.has_value(), c.is_protected) << c.as_of;
  }
}

TEST(EvaluateLineTest, CountsFromTheAnchorOnceItsDayIsKnown) {
  EarlierCheck check = Check("R1", "2017-03-01", Verdict::kPass);
  check.reported = Day("2017-04-15");
  check.noticed = Day("2017-05-20");
  const struct {
    Anchor anchor;
    std::string_view as_of;
    std::string_view until;
  } kCases[] = {
      {Anchor::kSampling, "2017-06-01", "2017-09-01"},
      {Anchor::kReport, "2017-06-01", "2017-10-15"},
      {Anchor::kNotice, "2017-06-01", "2017-11-20"},
      {Anchor::kReport, "2017-04-14", "2017-09-01"},  // not reported yet
      {Anchor::kReport, "2017-04-15", "2017-10-15"},
  };
  for (const auto& c : kCases) {
    Policy policy = PolicyNamed("NINGXIA-2017");
    policy.anchor = c.anchor;
    const LineProtection protection =
        EvaluateLine({&policy, 1}, {kNation, Purpose::kRoutine, Day(c.as_of)},
                     {Towel(), "家用电器", {&check, 1}});
    ASSERT_EQ(protection.reasons.size(), 1U);
    EXPECT_EQ(protection.reasons[0].until, Day(c.until));
  }
}

TEST(EvaluateLineTest, AWarningWithAPeriodEndsWithIt) {
  Policy policy = PolicyNamed("PQL-15");
  policy.months = 6;
  const std::vector<EarlierCheck> checks = {
      Check("R1", "2017-01-31", Verdict::kFail)};
  const Authority county{"县局", Level::kCounty, RegionOf("640181")};
  const auto warnings = [&](std::string_view as_of) {
    return EvaluateLine({&policy, 1}, {county, Purpose::kRoutine, Day(as_of)},
                        {Towel(), "家用电器", checks})
        .warnings.size();
  };
  EXPECT_EQ(warnings("2017-07-31"), 1U);
  EXPECT_EQ(warnings("2017-08-01"), 0U);
}

TEST(EvaluateLineTest, SaysWhoIsBarredWithTheAuthoritysName) {
  const LineProtection protection = EvaluateNingxia(
      {Check("R1", "2021-05-01", Verdict::kFail)}, "2021-06-01");
  ASSERT_EQ(protection.reasons.size(), 1U);
  EXPECT_EQ(protection.reasons[0].binds.zh, "国家质检总局的下级");
  EXPECT_EQ(protection.reasons[0].binds.en, "the subordinates of 国家质检总局");
}

TEST(EvaluateLineTest, WithoutChecksNothingIsProtected) {
  EXPECT_EQ(EvaluateNingxia({}, "2021-06-01").status, LineStatus::kEligible);
}

std::string NowText(std::string_view region, std::string_view level,
                    Verdict verdict, std::string_view as_of) {
  const Usci usci = UsciIn(region, 1);
  EarlierCheck check = Check("R1", "2021-03-31", verdict);
  check.authority = AuthorityOver("甲局", LevelOf(std::string(level)), usci);
  const TaskPolicies policies(StandardPolicies(), Region(), Day(as_of));
  std::vector<std::string> parts;
  for (const ProtectionReason& reason :
       ProtectionNow(policies.For(usci), Day(as_of),
                     {Towel(), "食品及相关产品", {&check, 1}})) {
    parts.push_back(absl::StrCat(reason.policy.str(), " ", reason.binds.en));
  }
  return absl::StrJoin(parts, "; ");
}

TEST(ProtectionNowTest, AnswersForWhoeverMayCome) {
  const std::string any = "any place, department and body";
  const std::string self = "SAMR18-8-1 甲局 itself";
  const std::string below = "SAMR18-8-2 the subordinates of 甲局";
  const struct {
    std::string_view region;
    std::string_view level;
    Verdict verdict;
    std::string_view as_of;
    std::string expected;
  } kCases[] = {
      {"640104", "national", Verdict::kPass, "2021-06-01",
       absl::StrCat("NINGXIA-2017 ", any, "; ", self, "; ", below)},
      {"640181", "national", Verdict::kPass, "2021-06-01",
       absl::StrCat("LINGWU-2017 ", any, "; ", self, "; ", below)},
      {"140105", "national", Verdict::kPass, "2021-06-01",
       absl::StrCat(self, "; ", below)},  // food in Shanxi
      {"640104", "national", Verdict::kFail, "2021-06-01",
       absl::StrCat(self, "; ", below)},
      {"640104", "city", Verdict::kPass, "2021-06-01",
       absl::StrCat(self, "; ", below)},
      {"640104", "county", Verdict::kPass, "2021-06-01", self},
      {"640104", "county", Verdict::kPass, "2021-09-30", self},
      {"640104", "county", Verdict::kPass, "2021-10-01", ""},
      {"640104", "county", Verdict::kPass, "2021-03-30", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(NowText(c.region, c.level, c.verdict, c.as_of), c.expected)
        << c.region << " " << c.level << " " << c.as_of;
  }
}

}  // namespace
}  // namespace spotcheck::rules
