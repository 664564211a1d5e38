#include "server/convert/parse.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

constexpr char kUsci[] = "91350100M000100Y43";

TEST(Parse, ReadsResourceNames) {
  EXPECT_EQ(ParseTaskName({"f", "tasks/a.B-1_"})->str(), "a.B-1_");
  EXPECT_EQ(
      ParseEnterpriseName({"f", std::string("enterprises/") + kUsci})->str(),
      kUsci);
  EXPECT_EQ(ParseLabName({"f", std::string("labs/") + kUsci})->str(), kUsci);
  EXPECT_EQ(ParseInspectorName({"f", "inspectors/X1"})->str(), "X1");
  EXPECT_EQ(*ParseListEntryName({"f", "listEntries/E1"}), "E1");
  const std::string line = std::string("enterprises/") + kUsci + "/lines/L1";
  ASSERT_OK_AND_ASSIGN(const store::LineKey name, ParseLineName({"f", line}));
  EXPECT_EQ(name.usci.str(), kUsci);
  EXPECT_EQ(name.line.str(), "L1");
  EXPECT_FALSE(ParseEnterpriseParent({"f", "enterprises/-"})->has_value());
}

TEST(Parse, RefusesOtherResourceNames) {
  for (const char* name : {"", "T1", "tasks/", "tasks/a b", "tasks/a/b",
                           "Tasks/a", "tasks/张", " tasks/a"}) {
    EXPECT_THAT(ParseTaskName({"f", name}),
                StatusReasonIs("INVALID_RESOURCE_NAME"))
        << name;
  }
  EXPECT_THAT(ParseEnterpriseName({"f", kUsci}),
              StatusReasonIs("INVALID_RESOURCE_NAME"));
  EXPECT_THAT(ParseEnterpriseName({"f", "enterprises/1"}),
              StatusReasonIs("INVALID_USCI"));
  // A name has one spelling.
  EXPECT_THAT(ParseEnterpriseName({"f", "enterprises/91350100m000100y43"}),
              StatusReasonIs("INVALID_USCI"));
  EXPECT_THAT(ParseLabName({"f", "enterprises/1"}),
              StatusReasonIs("INVALID_RESOURCE_NAME"));
  EXPECT_THAT(ParseInspectorName({"f", "inspectors/"}),
              StatusReasonIs("INVALID_RESOURCE_NAME"));
  EXPECT_THAT(ParseListEntryName({"f", "E1"}),
              StatusReasonIs("INVALID_RESOURCE_NAME"));
  for (const std::string tail : {"", "/", "/lines", "/lines/", "/x/L1"}) {
    EXPECT_THAT(
        ParseLineName({"f", std::string("enterprises/") + kUsci + tail}),
        StatusReasonIs("INVALID_RESOURCE_NAME"))
        << tail;
  }
}

TEST(Parse, ReadsACodeAsPeopleTypeIt) {
  EXPECT_EQ(ParseUsci({"usci", "91350100m000100y43"})->str(), kUsci);
  EXPECT_THAT(ParseUsci({"usci", ""}), StatusReasonIs("FIELD_MISSING"));
  const absl::Status wrong = ParseUsci({"usci", "91350100M000100Y44"}).status();
  EXPECT_THAT(wrong, StatusReasonIs("INVALID_USCI"));
  EXPECT_EQ(GetErrorInfo(wrong).metadata["field"], "usci");
}

TEST(Parse, BoundsTexts) {
  EXPECT_EQ(*ParseText({"f", "宁夏"}), "宁夏");
  EXPECT_THAT(ParseText({"f", ""}), StatusReasonIs("FIELD_MISSING"));
  EXPECT_THAT(ParseText({"f", std::string(201, 'x')}),
              StatusReasonIs("TEXT_LENGTH"));
  EXPECT_THAT(ParseText({"f", std::string(10'000'000, 'x')}),
              StatusReasonIs("TEXT_LENGTH"));
  EXPECT_THAT(ParseShort({"f", std::string(4097, 'x')}),
              StatusReasonIs("FIELD_TOO_LARGE"));
  EXPECT_THAT(ParseText({"f", "a\x01"}),
              StatusReasonIs("TEXT_CONTROL_CHARACTER"));
  EXPECT_EQ(*ParseOptionalText({"f", ""}), "");
}

TEST(Parse, ReadsDatesAndTimes) {
  EXPECT_EQ(*ParseDate({"f", "2017-05-17"}), CivilDate(2017, 5, 17));
  EXPECT_THAT(ParseDate({"f", ""}), StatusReasonIs("FIELD_MISSING"));
  EXPECT_THAT(ParseDate({"f", "2017-02-29"}), StatusReasonIs("INVALID_DATE"));
  EXPECT_FALSE(ParseOptionalDate({"f", ""})->has_value());
  EXPECT_THAT(ParseOptionalDate({"f", "x"}), StatusReasonIs("INVALID_DATE"));
  EXPECT_FALSE(ParseOptionalTime({"f", ""})->has_value());
  EXPECT_TRUE(ParseOptionalTime({"f", "2017-05-17T01:02:03Z"})->has_value());
  EXPECT_THAT(ParseOptionalTime({"f", "2017-05-17"}),
              StatusReasonIs("INVALID_TIME"));
}

TEST(Parse, NeverQuotesWhatMayBeASecret) {
  const std::string secret(60, 'b');
  const absl::Status status =
      ParseContributionHex({"contribution", secret + "XYZ"}).status();
  EXPECT_THAT(status, StatusReasonIs("INVALID_HEX_SIZE"));
  EXPECT_EQ(std::string(status.message()).find("bb"), std::string::npos);
}

TEST(Parse, TakesAUuidInEitherCaseAsRequestId) {
  constexpr char kId[] = "01234567-89ab-cdef-0123-456789abcdef";
  EXPECT_EQ(*ParseRequestId(""), "");
  EXPECT_EQ(*ParseRequestId(kId), kId);
  EXPECT_EQ(*ParseRequestId("01234567-89AB-CDEF-0123-456789ABCDEF"), kId);
  for (const std::string wrong :
       {"1", "01234567-89ab-cdef-0123-456789abcdeg",
        "0123456789ab-cdef-0123-456789abcdef0", "{1234567-89ab-cdef-0123-4567}",
        "01234567-89ab-cdef-0123-456789abcdef "}) {
    EXPECT_THAT(ParseRequestId(wrong), StatusReasonIs("INVALID_REQUEST_ID"))
        << wrong;
  }
}

TEST(Parse, CountsAttemptsFromZeroForTheLatest) {
  EXPECT_EQ(*ParseAttempt(0), 0);
  EXPECT_EQ(*ParseAttempt(3), 3);
  EXPECT_THAT(ParseAttempt(-1), StatusReasonIs("NUMBER_NOT_IN_RANGE"));
  EXPECT_THAT(ParseAttempt(1'000'001), StatusReasonIs("NUMBER_NOT_IN_RANGE"));
}

}  // namespace
}  // namespace spotcheck::server
