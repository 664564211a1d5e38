#include "lib/app/credit/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/store/read/units.h"
#include "tests/error_rows.h"

namespace spotcheck::app::credit_errors {
namespace {

using ::testing::HasSubstr;
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
      HoldMismatch(Fit(), given),
      LineNotDrawn(key),
      HoldNotOpen(key, HoldProblem::kHasResult),
      HoldNotOpen(key, HoldProblem::kClosed),
      HoldNotOpen(key, HoldProblem::kHeldElsewhere),
      VerdictNotFinal(rules::FieldName{text}),
      SeverityMissing(),
      TooManyItems(5, 4),
      PassWithFailedItem(text),
      CheckNotFound(CheckId(text)),
      ReasonOrBasisMissing(rules::FieldName{text}),
      FieldNotCorrected(rules::FieldName{text}),
      CorrectionChangesNothing(),
      ChangeWaits(text),
      ChangeNotFound(text),
      ChangeNotWaiting(text, rules::ApprovalState::kObsolete),
      SamePersonAsked(text),
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

TEST(CreditErrors, ASentenceHasWordsAndTheMetadataCodes) {
  store::CheckRecord standing;
  standing.product_name = "p";
  standing.sampled = CivilDate(2017, 5, 17);
  store::CheckRecord given = standing;
  given.verdict = store::Verdict::kFail;
  const ErrorInfo conflict =
      GetErrorInfo(ReportNumberConflict(standing, given));
  EXPECT_THAT(conflict.message.zh,
              HasSubstr("给出 000000000000000000 p 2017-05-17 不合格"));
  EXPECT_THAT(conflict.message.en,
              HasSubstr("given was 000000000000000000 p 2017-05-17 fail"));
  EXPECT_EQ(conflict.metadata.at("given"),
            "000000000000000000 p 2017-05-17 FAIL");
  const ErrorInfo decision = GetErrorInfo(UnknownDecision("v"));
  EXPECT_EQ(decision.message.zh,
            "决定“v”无法识别,应为 列入（LISTED）、不予列入（DISMISSED）、"
            "移出（REMOVED）、撤销列入（REVOKED） 之一");
  EXPECT_EQ(decision.message.en,
            "the decision \"v\" is none of LISTED, DISMISSED, REMOVED, "
            "REVOKED");
}

}  // namespace
}  // namespace spotcheck::app::credit_errors
