#include "lib/rules/law/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck::rules::law_errors {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";
const RuleFault kFault{kText, "field", {"原因", "why"}};
const FieldName kField{"field"};
const CivilDate kDay = CivilDate::Parse("2026-01-31").value();

std::vector<absl::Status> EveryError() {
  return {
      ProductNameEmpty(kText),
      UnknownCategory(kText),
      UnknownLevel(kText),
      LevelNeedsRegion(6, Region::Parse("64").value()),
      InvalidPolicy(kFault),
      InvalidScheme(kFault),
      InvalidListRule(kFault),
      ListTransitionRefused(
          {"LISTED", {"列入", "listed"}, "PUBLISH", {"公示", "publish"}}),
      NumberOutOfRange(kField, 7, 5),
      TextNotUtf8(kField),
      TextLength(kField, 7, 5),
      TextControlCharacter(kField, U'\u200b'),
      TextNotNfc(kField),
      InvalidWeights(kText),
      WeightsMissing(),
      CategoriesMissing(),
      CategoryRepeated(kText),
      InvalidPolicyIds(kText),
      BasisMissing(),
      AsOfInFuture(kDay, kDay),
      SampledOutOfRange(kDay, kDay, kDay),
      StratumWithoutWeight(Stratum("A")),
      FrameOutOfOrder(Usci()),
      EnterpriseOutOfScope(Usci()),
      LineOutOfScope(Usci(), LineId("l-1")),
      LineRepeated(Usci(), LineId("l-1")),
      LabRepeated(LabId("lab-1")),
      InspectorRepeated(InspectorId("i-1")),
      EvidenceMalformed(kText),
  };
}

TEST(LawErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::rules::law_errors
