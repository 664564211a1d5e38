#include "lib/rules/bundle/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck::rules::bundle_errors {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";
const Place kPlace{"frame.tsv", 7};
const FieldText kFound{"plan.name", kText};

std::vector<absl::Status> EveryError() {
  return {
      FileMissing("frame.tsv"),
      FileUnknown(kText),
      LineFeedMissing("frame.tsv"),
      LineShape(kPlace, "usci line_id"),
      LineValue(kPlace, kFound),
      LineCategory(kPlace, kText),
      LineOrder(kPlace),
      RowRepeated(kPlace, kText),
      CapacityMissing(kPlace, kText),
      Differs({kText, kText, kText, 0}),
      Differs({kText, kText, kText, 3}),
      SignatureInvalid(1),
      ReplacementPlan(kText),
      ReplacementAttempt(kText),
      ReplacementRedraws(kText),
  };
}

TEST(BundleErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::rules::bundle_errors
