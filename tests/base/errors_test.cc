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
  };
}

TEST(BaseErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck
