#include "lib/app/draw/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/store/read/attempts.h"
#include "tests/error_rows.h"

namespace spotcheck::app::draw_errors {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  const TaskId task(text);
  const absl::Time time = absl::FromUnixSeconds(1'500'000'000);
  return {
      TaskExists(task),
      TaskUnknown(task),
      AuthoritySpelling(text, "known"),
      AttemptUnknown(task, 0),
      AttemptUnknown(task, 2),
      WitnessKeyRegistered(text),
      WitnessNotRegistered(text),
      WitnessNameDiffers(text, "registered"),
      WitnessMissing(),
      WitnessRepeated(text),
      NoOutsideWitness(text),
      WitnessBoundElsewhere(text, 2),
      WitnessDefaulted(text),
      ScopeUndecided(task, 2, time),
      AlreadyRun(task, 2),
      NothingToReplace(task, Stratum(text)),
      PoliciesChanged(task),
      DeadlineOutOfRange(time, time + absl::Hours(1), time + absl::Hours(2)),
      BeaconChainUnknown(text),
      BeaconRoundPast(text, time),
      BeaconRoundTooLate(text, time, time + absl::Hours(1)),
      FrameEmpty(task),
      FrameMoved(),
      NotCommitted(task, store::AttemptState::kOpened),
      RevealDeadlinePassed(task, time),
      NotAWitness(text),
      AlreadyRevealed(text),
      ContributionMismatch(text),
      SignatureMismatch(text),
      RevealCannotBeTried(),
      BeaconNotAwaited(task),
      BeaconProvidedAlready(task),
      BeaconRoundAhead(text, time),
      BeaconRoundMismatch(task),
      VoidAfterReveal(task),
      ReasonMissing(text),
      WithdrawalReasonUnknown(text),
      EvidenceNotDigest(text),
      NotRun(task, store::AttemptState::kCommitted),
      UnitNotDrawn(task, Usci()),
      UnitNotFit(Usci(), store::UnitState::kDone, UnitNeed::kOpen),
      UnitNotFit(Usci(), store::UnitState::kClosed, UnitNeed::kDue),
      RequestWaits(text),
      NothingToApprove(task),
      ApprovalAmbiguous(task, 2),
      ApprovalUnknown(text),
      SamePerson(text),
      VisitsOpen(task, 2),
  };
}

TEST(DrawErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), Examples("v")), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::app::draw_errors
