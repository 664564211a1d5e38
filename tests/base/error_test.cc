#include "lib/base/error.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/errors.h"
#include "lib/base/status_matchers.h"
#include "lib/base/text.h"

namespace spotcheck {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

absl::Status Sample() {
  return MakeError(absl::StatusCode::kNotFound, "NO_SUCH_TASK",
                   {"没有任务", "no such task"},
                   {{"task", "tasks/a"}, {"empty", ""}});
}

TEST(ErrorTest, AnErrorCarriesReasonBothMessagesAndFacts) {
  const absl::Status status = Sample();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "no such task");
  const ErrorInfo info = GetErrorInfo(status);
  EXPECT_EQ(info.reason, "NO_SUCH_TASK");
  EXPECT_EQ(info.message, (Localized{"没有任务", "no such task"}));
  EXPECT_THAT(info.metadata,
              UnorderedElementsAre(Pair("task", "tasks/a"), Pair("empty", "")));
}

TEST(ErrorTest, AForeignStatusIsNamedAfterItsCode) {
  const ErrorInfo info = GetErrorInfo(absl::InternalError("disk"));
  EXPECT_EQ(info.reason, "INTERNAL");
  EXPECT_EQ(info.message, (Localized{"disk", "disk"}));
  EXPECT_TRUE(info.metadata.empty());
  EXPECT_EQ(ErrorReason(absl::OkStatus()), "");
}

TEST(ErrorTest, ADamagedPayloadIsTreatedAsForeign) {
  absl::Status status = Sample();
  std::string type;
  status.ForEachPayload([&](absl::string_view url, const absl::Cord&) {
    type = std::string(url.data(), url.size());
  });
  for (const std::string bytes : {"", "\xff\xff\xff\xff", "abc"}) {
    status.SetPayload(type, absl::Cord(bytes));
    EXPECT_EQ(GetErrorInfo(status).reason, "NOT_FOUND");
  }
}

TEST(ErrorTest, MetadataIsCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "食";
  const absl::Status status =
      MakeError(absl::StatusCode::kInvalidArgument, "LONG", {"长", "long"},
                {{"value", text}});
  const std::string value = GetErrorInfo(status).metadata.at("value");
  EXPECT_EQ(value.size(), 198u);  // 66 characters of 3 bytes
  EXPECT_TRUE(IsValidUtf8(value));
}

TEST(QuotableTest, CutsLongValuesAndMarksTheCut) {
  const std::string limit(kMaxErrorValue, 'x');
  EXPECT_EQ(Quotable("短"), "短");
  EXPECT_EQ(Quotable(limit), limit);
  EXPECT_EQ(Quotable(limit + "y"), limit + "…");
  EXPECT_EQ(Quotable(std::string(1 << 20, 'x')), limit + "…");
}

TEST(QuotableTest, ShowsBrokenUtf8AsReplacementCharacters) {
  EXPECT_EQ(Quotable("a\xff"
                     "b"),
            "a\xEF\xBF\xBD"
            "b");
  const std::string quoted = Quotable(std::string(150, '\xff'));
  EXPECT_TRUE(IsValidUtf8(quoted));
  EXPECT_EQ(quoted.size(), 198u + std::string("…").size());
}

}  // namespace
}  // namespace spotcheck
