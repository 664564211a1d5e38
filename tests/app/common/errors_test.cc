#include "lib/app/common/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "tests/error_rows.h"

namespace spotcheck::app::register_errors {
namespace {

using ::testing::IsEmpty;

// Calls every error function once.
std::vector<absl::Status> Examples(const std::string& text) {
  const FieldName field{text};
  return {
      TooManyRows(5, 4),
      InvalidPageSize(5, 4),
      InvalidPageToken(),
      TooManyWords(4),
      FieldMissing(field),
      FieldNotUtf8(field),
      FieldTooLong(field, 5, 4),
      FieldControlCharacter(field, U'\u202E'),
      IdentifierIsNumber(field, text),
      RegisteredInFuture(CivilDate(2017, 5, 17), CivilDate(2017, 5, 16)),
      InvalidCapacity(text, 4),
      InvalidBadgeNumber(text),
      InvalidListedCode(field, InvalidCapacity(text, 4)),
      TooManyListed(field, 5, 4),
      LabWithoutCategory(),
      SeveralLines(2),
      UnknownEnterprise(Usci()),
      EnterpriseNotFound(Usci()),
      ProductNotFound(Usci(), LineId(text)),
      LabNotFound(LabId(text)),
      InspectorNotFound(InspectorId(text)),
      RegionFinerThanLevel({text, rules::Level::kCity, Region()}),
      GrantExists(text),
      GrantNotFound(text),
      AuthorityNotYours(text, {text, rules::Level::kCity, Region()}),
      NoAuthority(text),
      LeafOutOfRange(5, 4),
      TreeSizeOutOfRange(5, 4),
  };
}

TEST(RegisterErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), Examples("v")), IsEmpty());
}
TEST(RegisterErrors, AListedCodeKeepsWhatItsOwnErrorSays) {
  const ErrorInfo info = GetErrorInfo(
      InvalidListedCode(FieldName{"categories"}, InvalidCapacity("v", 4)));
  EXPECT_EQ(
      info.metadata,
      (ErrorMetadata{{"field", "categories"}, {"value", "v"}, {"limit", "4"}}));
  EXPECT_EQ(info.message.en,
            "a code in categories: the capacity \"v\" is not a whole number in "
            "1…4");
}

}  // namespace
}  // namespace spotcheck::app::register_errors
