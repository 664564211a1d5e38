#include "client/commands/draw_views.h"

#include <algorithm>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;

v1::Draw RunDraw() {
  v1::Draw draw;
  draw.set_name("tasks/T/attempts/1");
  draw.set_task("tasks/T");
  draw.set_attempt(1);
  for (const char* usci : {"U1", "U2"}) {
    v1::SelectedUnit& unit = *draw.add_selection();
    unit.set_rank(draw.selection_size());
    unit.set_usci(usci);
    unit.add_lines()->set_line_id(std::string(usci) + "a");
    unit.add_lines()->set_line_id(std::string(usci) + "b");
  }
  v1::LineExclusion& excluded = *draw.add_exclusions();
  excluded.set_usci("U3");
  excluded.set_line_id("L");
  for (const char* policy : {"P1", "P2"}) {
    v1::Protection& reason = *excluded.add_reasons();
    reason.set_policy(policy);
    reason.mutable_binds()->set_zh("自身");
    reason.mutable_binds()->set_en("itself");
  }
  return draw;
}

std::string Csv(const std::string& part, Language language = Language::kEn) {
  ::testing::internal::CaptureStdout();
  EXPECT_OK(Output(Format::kCsv, language, part).Show(RunDraw(), DrawView()));
  return ::testing::internal::GetCapturedStdout();
}

TEST(DrawViewsTest, CsvOfADrawIsOneRowADrawnLineWithItsUnitRepeated) {
  EXPECT_EQ(Csv(""),
            "task,attempt,rank,usci,enterprise_name,stratum,line_id,"
            "product_name,lab_id,state,inspector_ids\n"
            "tasks/T,1,1,U1,,,U1a,,,,\n"
            "tasks/T,1,1,U1,,,U1b,,,,\n"
            "tasks/T,1,2,U2,,,U2a,,,,\n"
            "tasks/T,1,2,U2,,,U2b,,,,\n");
  EXPECT_EQ(Csv("lines"), Csv(""));
}

TEST(DrawViewsTest, EveryReasonIsARowOfItsPartInTheLanguage) {
  EXPECT_EQ(Csv("reasons"),
            "task,usci,line_id,policy,earlier_check,sampled,until,"
            "first_allowed,binds\n"
            "tasks/T,U3,L,P1,,,,,itself\n"
            "tasks/T,U3,L,P2,,,,,itself\n");
  EXPECT_NE(Csv("reasons", Language::kZh).find(",自身\n"), std::string::npos);
}

TEST(DrawViewsTest, AnUnknownPartIsAnErrorThatNamesTheKnownOnes) {
  const absl::Status status = Output(Format::kCsv, Language::kEn, "nonsense")
                                  .Show(RunDraw(), DrawView());
  EXPECT_THAT(status, StatusReasonIs("UNKNOWN_PART"));
  EXPECT_EQ(GetErrorInfo(status).metadata.at("known"),
            "summary witnesses pending strata lines bottlenecks exclusions "
            "reasons");
}

TEST(DrawViewsTest, APartInJsonLinesIsItsObjects) {
  ::testing::internal::CaptureStdout();
  EXPECT_OK(Output(Format::kJsonLines, Language::kEn, "lines")
                .Show(RunDraw(), DrawView()));
  const std::string lines = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 4);
}

TEST(DrawViewsTest, PartsAndColumnsOfCsvHaveNamesOfTheirOwn) {
  for (const View& view : {PreviewView(), CommitView(), DrawView(),
                           ExplanationView(), HistoryView()}) {
    std::set<std::string_view> parts;
    for (const Section& section : view) {
      EXPECT_TRUE(parts.insert(PartName(section)).second) << PartName(section);
      std::set<std::string_view> names;
      for (const auto& columns : {section.context, section.columns}) {
        for (const Column& column : columns) {
          std::string_view name = column.field;
          name.remove_prefix(name.find_first_not_of('^'));
          EXPECT_TRUE(names.insert(name).second) << name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace spotcheck::client
