#include "lib/app/draw/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
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
      TaskHasDrawn(task, 2),
      TaskIsWithdrawn(task),
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

TEST(DrawErrors, ASentenceHasTheWordOfAStateAndTheMetadataItsCode) {
  const TaskId task("t");
  const struct {
    absl::Status error;
    std::string state;
    std::string zh;
    std::string en;
  } kCases[] = {
      {NotCommitted(task, store::AttemptState::kVoid), "VOID",
       "任务 t 的抽取已作废，不在待揭示阶段",
       "the draw of task t waits for no reveals: void"},
      {NotRun(task, store::AttemptState::kFailed), "FAILED",
       "任务 t 的抽取已失败，尚无结果",
       "the draw of task t has no result: failed"},
      {UnitNotFit(Usci(), store::UnitState::kDone, UnitNeed::kOpen), "DONE",
       "企业 000000000000000000 已检查，此操作要求企业待检查",
       "enterprise 000000000000000000 is done; this needs it to be open"},
      {UnitNotFit(Usci(), store::UnitState::kOpen, UnitNeed::kDue), "OPEN",
       "企业 000000000000000000 待检查，此操作要求企业占用已到期而未检查",
       "enterprise 000000000000000000 is open; this needs it to be due, with "
       "its holds over and "
       "no result"},
  };
  for (const auto& c : kCases) {
    const ErrorInfo info = GetErrorInfo(c.error);
    EXPECT_EQ(info.message.zh, c.zh);
    EXPECT_EQ(info.message.en, c.en);
    EXPECT_EQ(info.metadata.at("state"), c.state);
  }
}

TEST(DrawErrors, ASentenceNamesTheLimitThatHolds) {
  const ErrorInfo reason = GetErrorInfo(ReasonMissing("note"));
  EXPECT_EQ(reason.message.zh, "note 须为 1–200 个字符的说明");
  EXPECT_EQ(reason.metadata.at("limit"), "200");
  const ErrorInfo beacon = GetErrorInfo(BeaconRoundTooLate(
      "b", absl::FromUnixSeconds(0), absl::FromUnixSeconds(0)));
  EXPECT_EQ(beacon.metadata.at("hours"), "720");
}

}  // namespace
}  // namespace spotcheck::app::draw_errors
