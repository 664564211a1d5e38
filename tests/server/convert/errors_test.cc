#include "server/convert/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/status_matchers.h"
#include "tests/error_rows.h"

namespace spotcheck::server {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  const Field field{text, text};
  return {
      MalformedRequest(text),        InvalidResourceName(field, text),
      InvalidId(field, text),        UnknownValue(field, text),
      InvalidHexSize(text, "32"),    NumberNotInRange(text, 5, {0, 4}),
      TooManyElements(text, {5, 4}), FieldTooLarge(text, {5, 4}),
      InvalidRequestId(text),        OneOfTwoFields(text, "other"),
  };
}

TEST(ConvertErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(ConvertErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ConvertErrorRows(), Examples("v")), IsEmpty());
}

TEST(ConvertErrors, NameFieldValueAndLimit) {
  const auto facts = GetErrorInfo(NumberNotInRange("n", 5, {0, 4})).metadata;
  EXPECT_EQ(facts.at("field"), "n");
  EXPECT_EQ(facts.at("value"), "5");
  EXPECT_EQ(facts.at("limit"), "4");
}

TEST(ConvertErrors, InFieldKeepsReasonAndCode) {
  const absl::Status status = InField("usci", UnknownValue({"x", "v"}, "a"));
  EXPECT_THAT(status, testing::StatusReasonIs("UNKNOWN_VALUE"));
  EXPECT_EQ(GetErrorInfo(status).metadata["field"], "usci");
  EXPECT_OK(InField("usci", absl::OkStatus()));
}

}  // namespace
}  // namespace spotcheck::server
