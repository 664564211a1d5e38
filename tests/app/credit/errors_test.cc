#include "lib/app/credit/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/store/read/units.h"
#include "tests/error_rows.h"

namespace spotcheck::app::credit_errors {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  const store::DrawnLineKey key{TaskId(text), Usci(), LineId(text)};
  store::CheckRecord standing;
  standing.product_name = text;
  standing.check = CheckId(text);
  store::CheckRecord given = standing;
  given.report_no = text;
  given.lab = LabId(text);
  given.verdict = store::Verdict::kFail;
  return {
      UnknownLab(LabId(text)),
      UnknownVerdict(text),
      UnknownSeverity(text),
      SeverityWithoutFailure(),
      SampledInFuture(CivilDate(2017, 5, 17), CivilDate(2017, 5, 16)),
      ReportNumberConflict(standing, given),
      LineNotDrawn(key),
      HoldNotOpen(key, HoldProblem::kHasResult),
      HoldNotOpen(key, HoldProblem::kClosed),
      HoldNotOpen(key, HoldProblem::kHeldElsewhere),
      VerdictNotFinal(rules::FieldName{text}),
      SeverityMissing(),
      TooManyItems(5, 4),
      ListEntryNotFound(text),
      SamePerson(text),
      UnknownDecision(text),
      TooManyCodes(5, 4),
  };
}

TEST(CreditErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), Examples("v")), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::app::credit_errors
