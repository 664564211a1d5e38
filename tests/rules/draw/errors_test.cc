#include "lib/rules/draw/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck::rules::draw_errors {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";
const Found kFound{"plan.name", kText};
const LineId kLine("l-1");

std::vector<absl::Status> EveryError() {
  return {
      NumberOutOfRange("field", 7, 5),
      TextMalformed(kFound),
      ListEmpty("field"),
      ListRepeats(kFound),
      RowOrder("frame.tsv", 7),
      IdOrder(kFound),
      BarRepeated("bars.tsv", Usci()),
      UnknownEnterprise("bars.tsv", Usci()),
      UnknownCategory(Usci(), kLine),
      EvidenceMalformed("bars.tsv", Usci()),
      CodeNeedsLaterAttempt(Usci(), "DRAWN"),
      StratumWithoutWeight(Usci(), Stratum("A")),
      EligibleWithoutLine(Usci()),
      NoEligibleLineHasOne(Usci()),
      OtherStratumIsDrawn(Usci(), Stratum("A")),
      EligibleWithoutLab(Usci(), kLine),
      NoLabHasOne(Usci(), kLine),
      TooFewInspectors(Usci(), 1, 2),
      SampleTooLarge(7, 5, {}),
      SampleTooLarge(7, 5, {{"HELD", 2}, {"NO_LAB", 3}}),
      PreviousMissing(2),
      NoWitness(),
      WitnessesAlike("key", 1, 2),
      WitnessKeyUnfit(1),
      SecretSize("seed", 7),
      BeaconSpecMalformed(kText),
      BeaconFieldsMismatch(kText),
      BeaconValueMismatch(),
      PathMalformed(7, 5),
      NotSelected(Usci()),
      ProofMismatch(Digest()),
      UniformRange(7),
      TooFewCandidates(7, 1, 2),
  };
}

TEST(DrawErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::rules::draw_errors
