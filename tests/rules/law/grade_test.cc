#include "lib/rules/law/grade.h"

#include <functional>

#include "lib/base/status_matchers.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using testing::Day;
using testing::StandardScheme;

constexpr auto kPass = CreditKind::kCheckPassed;
constexpr auto kGeneral = CreditKind::kCheckFailedGeneral;
constexpr auto kSerious = CreditKind::kCheckFailedSerious;
constexpr auto kReCheck = CreditKind::kReCheckFailed;
constexpr auto kListed = CreditKind::kListed;

CreditEvent Event(const std::string& id, CreditKind kind,
                  std::string_view date) {
  return {id, kind, Day(date), false, std::nullopt};
}

CreditEvent Open(const std::string& id, CreditKind kind,
                 std::string_view date) {
  return {id, kind, Day(date), true, std::nullopt};
}

CreditEvent Closed(const std::string& id, CreditKind kind,
                   std::string_view date, std::string_view closed) {
  return {id, kind, Day(date), true, Day(closed)};
}

TEST(GradeOfTest, AddsPointsDecaysThemAndLetsGatesLowerThem) {
  // Base 60; a pass +5 less 20 % a year, a general failure -15 less 10 % a
  // year, a serious one -40, all forgotten after five years.
  const struct {
    std::string name;
    std::vector<CreditEvent> events;
    std::string grade;
    std::string stratum;
    std::int64_t hundredths;
  } kCases[] = {
      {"no record", {}, "B", "B", 6000},
      {"one pass", {Event("R1", kPass, "2017-06-01")}, "B", "B", 6500},
      {"two passes",
       {Event("R1", kPass, "2017-06-01"), Event("R2", kPass, "2017-07-01")},
       "A",
       "A",
       7000},
      {"two passes, one a year old today",
       {Event("R1", kPass, "2016-10-16"), Event("R2", kPass, "2017-07-01")},
       "B",
       "B",
       6900},
      {"two passes, one a year old tomorrow",
       {Event("R1", kPass, "2016-10-17"), Event("R2", kPass, "2017-07-01")},
       "A",
       "A",
       7000},
      {"four passes",
       {Event("R1", kPass, "2017-06-01"), Event("R2", kPass, "2017-07-01"),
        Event("R3", kPass, "2017-07-02"), Event("R4", kPass, "2017-07-03")},
       "AA",
       "A",
       8000},
      {"six passes",
       {Event("R1", kPass, "2017-06-01"), Event("R2", kPass, "2017-07-01"),
        Event("R3", kPass, "2017-07-02"), Event("R4", kPass, "2017-07-03"),
        Event("R5", kPass, "2017-07-04"), Event("R6", kPass, "2017-07-05")},
       "AAA",
       "A",
       9000},
      {"a general failure",
       {Event("R1", kGeneral, "2017-06-01")},
       "C",
       "C",
       4500},
      {"four years old", {Event("R1", kGeneral, "2013-10-16")}, "B", "B", 5100},
      {"forgotten only after five years",
       {Event("R1", kGeneral, "2012-10-16")},
       "B",
       "B",
       5250},
      {"forgotten", {Event("R1", kGeneral, "2012-10-15")}, "B", "B", 6000},
      {"after the day", {Event("R1", kSerious, "2017-10-17")}, "B", "B", 6000},
      {"a serious failure",
       {Event("R1", kSerious, "2017-10-16")},
       "C",
       "C",
       2000},
      {"two of them",
       {Event("R1", kSerious, "2017-10-16"),
        Event("R2", kSerious, "2017-10-15")},
       "D",
       "D",
       -2000},
      {"an open failure, old and outweighed",
       {Open("R1", kGeneral, "2013-10-16"), Event("R2", kPass, "2017-06-01"),
        Event("R3", kPass, "2017-06-02"), Event("R4", kPass, "2017-06-03"),
        Event("R5", kPass, "2017-06-04")},
       "C",
       "C",
       7100},
      {"closed the day after",
       {Closed("R1", kGeneral, "2013-10-16", "2017-10-17")},
       "C",
       "C",
       5100},
      {"closed today",
       {Closed("R1", kGeneral, "2013-10-16", "2017-10-16")},
       "B",
       "B",
       5100},
      {"listed", {Open("E1", kListed, "2017-01-01")}, "D", "D", 6000},
      {"removed",
       {Closed("E1", kListed, "2017-01-01", "2017-10-16")},
       "B",
       "B",
       6000},
      {"a failed re-check",
       {Event("R1", kReCheck, "2014-10-16")},
       "D",
       "D",
       6000},
      {"older than the gate remembers",
       {Event("R1", kReCheck, "2014-10-15")},
       "B",
       "B",
       6000},
      {"the lowest gate decides",
       {Open("E1", kListed, "2017-01-01"), Open("R1", kGeneral, "2017-10-01")},
       "D",
       "D",
       4500},
  };
  const Scheme scheme = StandardScheme();
  for (const auto& c : kCases) {
    const Grade grade = GradeOf(scheme, c.events, Day("2017-10-16"));
    EXPECT_EQ(grade.grade, c.grade) << c.name;
    EXPECT_EQ(grade.stratum, Stratum(c.stratum)) << c.name;
    EXPECT_EQ(grade.hundredths, c.hundredths) << c.name;
  }
}

TEST(GradeOfTest, NamesTheEventBehindEveryPointAndGate) {
  const Grade grade = GradeOf(StandardScheme(),
                              std::vector<CreditEvent>{
                                  Event("R1", kPass, "2016-06-01"),
                                  Open("R2", kGeneral, "2017-06-01"),
                              },
                              Day("2017-10-16"));
  ASSERT_EQ(grade.reasons.size(), 3U);
  EXPECT_EQ(grade.reasons[0].event, "R2");
  EXPECT_EQ(grade.reasons[0].at_most, "C");
  EXPECT_EQ(grade.reasons[0].text.zh, "不合格未了结");
  EXPECT_EQ(grade.reasons[1].event, "R1");
  EXPECT_EQ(grade.reasons[1].hundredths, 400);
  EXPECT_EQ(grade.reasons[2].event, "R2");
  EXPECT_EQ(grade.reasons[2].hundredths, -1500);
}

TEST(ValidateSchemeTest, NamesTheFieldThatIsWrong) {
  const struct {
    std::string field;
    std::function<void(Scheme&)> spoil;
  } kCases[] = {
      {"id", [](Scheme& s) { s.id = "方案"; }},
      {"source", [](Scheme& s) { s.source.text.clear(); }},
      {"base_points", [](Scheme& s) { s.base_points = 2'000'000; }},
      {"bands", [](Scheme& s) { s.bands.clear(); }},
      {"bands", [](Scheme& s) { s.bands[1].grade = "AAA"; }},
      {"bands", [](Scheme& s) { s.bands[1].grade.clear(); }},
      {"bands", [](Scheme& s) { s.bands[1].stratum = Stratum("a"); }},
      {"bands", [](Scheme& s) { s.bands[1].min_points = 90; }},
      {"points", [](Scheme& s) { s.points.push_back(s.points[0]); }},
      {"points", [](Scheme& s) { s.points[0].text.zh.clear(); }},
      {"points", [](Scheme& s) { s.points[0].decay_percent = 101; }},
      {"points", [](Scheme& s) { s.points[0].decay_percent = -1; }},
      {"points", [](Scheme& s) { s.points[0].years = 0; }},
      {"points", [](Scheme& s) { s.points[0].years = 101; }},
      {"points", [](Scheme& s) { s.points[0].points = -2'000'000; }},
      {"gates", [](Scheme& s) { s.gates[0].at_most = "E"; }},
      {"gates", [](Scheme& s) { s.gates[0].text.en.clear(); }},
      {"gates", [](Scheme& s) { s.gates[0].years = -1; }},
      {"gates", [](Scheme& s) { s.gates[0].years = 101; }},
      {"no_record", [](Scheme& s) { s.no_record = "E"; }},
  };
  EXPECT_OK(ValidateScheme(StandardScheme()));
  for (const auto& c : kCases) {
    Scheme scheme = StandardScheme();
    c.spoil(scheme);
    const absl::Status status = ValidateScheme(scheme);
    EXPECT_THAT(status, StatusReasonIs("INVALID_SCHEME")) << c.field;
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], c.field) << status;
  }
}

}  // namespace
}  // namespace spotcheck::rules
