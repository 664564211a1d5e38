#include "lib/base/error_table.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/ids.h"
#include "tests/error_rows.h"

namespace spotcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

constexpr ErrorRow kErrors[] = {
    {"NO_TASK", absl::StatusCode::kNotFound, "没有任务“{task}”",
     "there is no task \"{task}\""},
    {"LATE", absl::StatusCode::kInvalidArgument, "{last} 是第 {n} 次，{why}",
     "number {n}, on {last}: {why}"},
    {"LATE:always", absl::StatusCode::kInvalidArgument, "晚了", "late"},
};
consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

TEST(ErrorTable, ARowIsFilledInBothLanguagesAndItsValuesAreMetadata) {
  const absl::Status status =
      MakeError(Row("NO_TASK"), {{"task", TaskId("t-1")}, {"field", "name"}});
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  const ErrorInfo info = GetErrorInfo(status);
  EXPECT_EQ(info.reason, "NO_TASK");
  EXPECT_EQ(info.message.zh, "没有任务“t-1”");
  EXPECT_EQ(info.message.en, "there is no task \"t-1\"");
  EXPECT_THAT(info.metadata,
              UnorderedElementsAre(Pair("task", "t-1"), Pair("field", "name")));
}

TEST(ErrorTable, NumbersDaysTimesAndWordsAreWritten) {
  const ErrorInfo info = GetErrorInfo(MakeError(
      Row("LATE"),
      {{"n", 3},
       {"last", CivilDate::Parse("2026-01-31").value()},
       {"why", ErrorValue::Coded("CLOSED", {"已截止", "it is closed"})},
       {"now", absl::UnixEpoch()}}));
  EXPECT_EQ(info.message.zh, "2026-01-31 是第 3 次，已截止");
  EXPECT_EQ(info.message.en, "number 3, on 2026-01-31: it is closed");
  EXPECT_THAT(info.metadata,
              UnorderedElementsAre(Pair("n", "3"), Pair("last", "2026-01-31"),
                                   Pair("why", "CLOSED"),
                                   Pair("now", "1970-01-01T00:00:00Z")));
}

TEST(ErrorTable, WordsAndSentenceOnlyValuesAreNoMetadata) {
  const ErrorInfo info = GetErrorInfo(
      MakeError(Row("LATE"), {{"n", ErrorValue::SentenceOnly(3)},
                              {"last", ErrorValue::SentenceOnly("x")},
                              {"why", Localized{"因", "why"}}}));
  EXPECT_EQ(info.message.zh, "x 是第 3 次，因");
  EXPECT_THAT(info.metadata, IsEmpty());
}

TEST(ErrorTable, ATextIsQuotedInTheSentenceWhereItIsLong) {
  const ErrorInfo info = GetErrorInfo(
      MakeError(Row("NO_TASK"), {{"task", std::string(1000, 'x')}}));
  EXPECT_EQ(info.message.en,
            "there is no task \"" + std::string(kMaxErrorValue, 'x') + "…\"");
  EXPECT_EQ(info.metadata.at("task"), std::string(kMaxErrorValue, 'x'));
}

TEST(ErrorTable, AWholeTextIsNotCutInTheSentence) {
  const std::string path(1000, 'x');
  const ErrorInfo info = GetErrorInfo(
      MakeError(Row("NO_TASK"), {{"task", ErrorValue::Whole(path)}}));
  EXPECT_EQ(info.message.en, "there is no task \"" + path + "\"");
  EXPECT_EQ(info.metadata.at("task"), std::string(kMaxErrorValue, 'x'));
}

TEST(ErrorTable, AValueIsNeverReadForPlaces) {
  const ErrorInfo info =
      GetErrorInfo(MakeError(Row("NO_TASK"), {{"task", "{task}"}}));
  EXPECT_EQ(info.message.en, "there is no task \"{task}\"");
}

TEST(ErrorTable, AReasonIsTheKeyWithoutItsWord) {
  EXPECT_EQ(ErrorReason(MakeError(Row("LATE:always"))), "LATE");
}

TEST(ErrorRows, TheTestOfARoomFindsWhatIsWrong) {
  const std::vector<absl::Status> right = {
      MakeError(Row("NO_TASK"), {{"task", "a"}}),
      MakeError(Row("LATE"), {{"n", 1}, {"last", 2}, {"why", 3}}),
      MakeError(Row("LATE:always"))};
  EXPECT_THAT(RowsThatNeverCome(kErrors, right), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(kErrors, right), IsEmpty());
  const std::vector<absl::Status> wrong = {MakeError(Row("NO_TASK")),
                                           absl::NotFoundError("x")};
  EXPECT_THAT(RowsThatNeverCome(kErrors, wrong),
              ElementsAre("LATE", "LATE:always"));
  EXPECT_THAT(ErrorsWithoutRow(kErrors, wrong),
              ElementsAre("NO_TASK: 没有任务“{task}” | there is no task "
                          "\"{task}\"",
                          "NOT_FOUND: x | x"));
}

}  // namespace
}  // namespace spotcheck
