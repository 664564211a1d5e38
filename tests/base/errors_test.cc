#include "lib/base/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";

std::vector<absl::Status> EveryError() {
  return {
      InvalidHexError(3),
      InvalidBase64Error(3),
      InvalidUtf8Error(3),
      InvalidDateError(kText),
      InvalidTimeError(kText),
      InvalidDigestError(3),
      UnknownHashSuiteError(kText),
      InvalidRegionError(kText),
      InvalidUsciError(kText, UsciFault::kCharacter),
      InvalidUsciError(kText, UsciFault::kLength),
      InvalidUsciError(kText, UsciFault::kPrefixLength),
      WrongUsciCheckError(kText, '0'),
      InvalidVerifyKeyError(VerifyKeyFault::kSize),
      InvalidVerifyKeyError(VerifyKeyFault::kNotAPoint),
      InvalidVerifyKeyError(VerifyKeyFault::kSmallOrder),
      InvalidSeedError(3),
      SealBrokenError(),
      JsonTooLargeError("a.json", 7, 5),
      JsonMalformedError("a.json", 7),
      JsonTooDeepError("a.json", 5),
      JsonMemberRepeatedError({"a.json", kText}),
      JsonMemberUnknownError({"a.json", kText}),
      JsonMemberMissingError({"a.json", kText}),
      JsonMemberTypeError({"a.json", kText}, JsonType::kObject),
      JsonMemberTypeError({"a.json", kText}, JsonType::kArray),
      JsonMemberTypeError({"a.json", kText}, JsonType::kString),
      JsonMemberTypeError({"a.json", kText}, JsonType::kNumber),
      JsonMemberValueError({"a.json", kText}, kText),
  };
}

TEST(BaseErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck
