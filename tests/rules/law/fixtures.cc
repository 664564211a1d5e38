#include "tests/rules/law/fixtures.h"

#include <cstdio>
#include <fstream>
#include <sstream>

#include "absl/strings/str_format.h"
#include "gtest/gtest.h"
#include "tests/source_dir.h"

namespace spotcheck::rules::testing {
namespace {

Policy Base(std::string_view id, std::string_view region,
            std::string_view from) {
  Policy policy;
  policy.id = PolicyId(std::string(id));
  policy.source = {"test", "", SourceTag::kUnverified};
  policy.region = RegionOf(region);
  policy.valid_from = Day(from);
  policy.months = 6;
  policy.binds = {"任何地方、部门和机构", "any place, department and body"};
  return policy;
}

Policy Regional(std::string_view id, std::string_view region) {
  Policy policy = Base(id, region, "2017-01-01");
  policy.replaces = {PolicyId("GBF68-2016")};
  policy.earlier_levels = {Level::kNational};
  policy.identity = IdentityScope::kNameModel;
  return policy;
}

Policy Samr18(std::string_view id, EarlierBy earlier_by) {
  Policy policy = Base(id, "0", "2020-01-01");
  policy.earlier_by = earlier_by;
  policy.result = EarlierResult::kAny;
  policy.exceptions = {Purpose::kFollowUp, Purpose::kEmergency};
  return policy;
}

}  // namespace

std::vector<Policy> StandardPolicies() {
  Policy ningxia = Regional("NINGXIA-2017", "64");
  Policy lingwu = Regional("LINGWU-2017", "640181");
  lingwu.replaces.insert(PolicyId("NINGXIA-2017"));
  Policy shanxi = Regional("SHANXI-2017", "14");
  shanxi.earlier_levels.insert(Level::kProvincial);
  shanxi.excluded_categories = {"食品及相关产品"};
  Policy gbf68 = Base("GBF68-2016", "0", "2016-09-06");
  gbf68.valid_to = Day("2020-12-31");
  gbf68.earlier_levels = {Level::kNational};
  gbf68.identity = IdentityScope::kNameModel;
  Policy same = Samr18("SAMR18-8-1", EarlierBy::kSameAuthority);
  same.binds = {"{authority}自身", "{authority} itself"};
  Policy superior = Samr18("SAMR18-8-2", EarlierBy::kSuperior);
  superior.effect = PolicyEffect::kSuperiorCheck;
  superior.binds = {"{authority}的下级", "the subordinates of {authority}"};
  Policy warning = Base("PQL-15", "0", "2000-09-01");
  warning.earlier_by = EarlierBy::kSuperior;
  warning.result = EarlierResult::kAny;
  warning.months.reset();
  warning.effect = PolicyEffect::kWarn;
  return {ningxia, lingwu, shanxi, gbf68, same, superior, warning};
}

Policy PolicyNamed(std::string_view id) {
  for (const Policy& policy : StandardPolicies()) {
    if (policy.id.str() == id) return policy;
  }
  ADD_FAILURE() << "no policy " << id;
  return {};
}

Scheme StandardScheme() {
  Scheme scheme;
  scheme.id = "TEST-SCHEME";
  scheme.source = {"test", "", SourceTag::kUnverified};
  scheme.base_points = 60;
  scheme.bands = {{"AAA", Stratum("A"), 90}, {"AA", Stratum("A"), 80},
                  {"A", Stratum("A"), 70},   {"B", Stratum("B"), 50},
                  {"C", Stratum("C"), 20},   {"D", Stratum("D"), 0}};
  scheme.points = {
      {CreditKind::kCheckPassed, 5, 20, 5, {"抽查合格", "a check passed"}},
      {CreditKind::kCheckFailedGeneral,
       -15,
       10,
       5,
       {"一般不合格", "a general failure"}},
      {CreditKind::kCheckFailedSerious,
       -40,
       0,
       5,
       {"严重不合格", "a serious failure"}}};
  scheme.gates = {{CreditKind::kListed,
                   true,
                   std::nullopt,
                   "D",
                   {"在严重失信名单", "on the serious list"}},
                  {CreditKind::kReCheckFailed,
                   false,
                   3,
                   "D",
                   {"复查不合格", "a re-check failed"}},
                  {CreditKind::kCheckFailedGeneral,
                   true,
                   std::nullopt,
                   "C",
                   {"不合格未了结", "an open failure"}},
                  {CreditKind::kCheckFailedSerious,
                   true,
                   std::nullopt,
                   "C",
                   {"不合格未了结", "an open failure"}}};
  scheme.no_record = "B";
  return scheme;
}

std::vector<ListRule> StandardListRules() {
  return {{"TWO-SERIOUS",
           "质量失信黑名单",
           {"test", "", SourceTag::kUnverified},
           SeriousFailures{2, {Level::kNational, Level::kProvincial}, 3}},
          {"FAILED-RE-CHECK",
           "质量失信黑名单",
           {"test", "", SourceTag::kUnverified},
           FailedReCheck{}}};
}

CivilDate Day(std::string_view text) {
  const auto day = CivilDate::Parse(text);
  EXPECT_TRUE(day.ok()) << text;
  return day.value_or(CivilDate());
}

Region RegionOf(std::string_view text) {
  const auto region = Region::Parse(text);
  EXPECT_TRUE(region.ok()) << text;
  return region.value_or(Region());
}

Usci UsciIn(std::string_view region, int number) {
  std::string text = absl::StrFormat("91%s%09d", std::string(region), number);
  const auto check = UsciCheckCharacter(text);
  EXPECT_TRUE(check.ok()) << text;
  text += check.value_or('0');
  const auto usci = Usci::Parse(text);
  EXPECT_TRUE(usci.ok()) << text;
  return usci.value_or(Usci());
}

ProductIdentity Towel() {
  return {"毛巾", "gb/t22864-2009", "贺兰", "70cmx140cm"};
}

std::vector<TsvRow> ReadTsv(const std::string& path) {
  std::ifstream file(SourceDir() + "/tests/testdata/" + path);
  EXPECT_TRUE(file.is_open()) << path;
  std::vector<std::string> header;
  std::vector<TsvRow> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream split(line);
    for (std::string cell; std::getline(split, cell, '\t');) {
      cells.push_back(cell);
    }
    if (header.empty()) {
      header = cells;
      continue;
    }
    cells.resize(header.size());
    TsvRow row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

}  // namespace spotcheck::rules::testing
