// The machine's clock against the journal, on a whole office: what a running
// server, a restart and `spotcheckd clock accept` do.

#include "server/setup/clock.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/signing.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "tests/server/office.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

class OfficeClock : public ::testing::Test {
 protected:
  // TLS knows the real day only, so certificates are issued before a turn.
  OfficeClock() {
    office_.As(Role::kOperator);
    office_.As(Role::kAuditor);
  }

  std::int64_t JournalSize() {
    const auto stub = v1::JournalService::NewStub(office_.As(Role::kAuditor));
    v1::Checkpoint checkpoint;
    EXPECT_TRUE(stub->GetCheckpoint(Patient().get(), {}, &checkpoint).ok());
    return checkpoint.tree_size();
  }
  grpc::Status RegisterWitness(const std::string& name) {
    const auto stub = v1::DrawService::NewStub(office_.As(Role::kOperator));
    FakeEntropy entropy(static_cast<std::uint32_t>(name.size()) + 7);
    v1::RegisterWitnessRequest request;
    request.set_witness_name(name);
    request.set_organisation("公证处");
    request.set_key(SigningKey::Generate(entropy).verify_key().ToHex());
    v1::RegisteredWitness answer;
    return stub->RegisterWitness(Patient().get(), request, &answer);
  }
  absl::StatusOr<app::AcceptedClock> Accept() {
    FakeEntropy entropy(3);
    return AcceptClockOf({office_.data(), "停机检修", "chief"}, office_.clock(),
                         entropy);
  }
  void RestartAfter(absl::Duration turn) {
    office_.Stop();
    office_.clock().Advance(turn);
    office_.Start();
  }

  TestOffice office_;
};

TEST_F(OfficeClock, AServerThatStartsInThePastReadsAndRefusesChanges) {
  const std::int64_t before = JournalSize();
  RestartAfter(-absl::Minutes(3));
  EXPECT_EQ(JournalSize(), before);
  const grpc::Status refused = RegisterWitness("甲");
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(ReasonOf(refused), "CLOCK_BEHIND_JOURNAL");
  EXPECT_THAT(RefusalOf(refused).zh, HasSubstr("时钟"));
  EXPECT_THAT(office_.LogText(), HasSubstr("CLOCK_BEHIND_JOURNAL"));
  office_.clock().Advance(absl::Minutes(3));
  EXPECT_EQ(ReasonOf(RegisterWitness("甲")), "OK");
  EXPECT_EQ(JournalSize(), before + 1);
}

TEST_F(OfficeClock, AServerThatWasOffForDaysJournalsEachOfThem) {
  const std::int64_t before = JournalSize();
  RestartAfter(absl::Hours(24 * 9));
  EXPECT_EQ(JournalSize(), before + 9);
  RestartAfter(absl::ZeroDuration());
  EXPECT_EQ(JournalSize(), before + 9);
}

TEST_F(OfficeClock, AServerThatWasOffForLongAsksAPerson) {
  const std::int64_t before = JournalSize();
  RestartAfter(absl::Hours(24 * 400));
  EXPECT_EQ(JournalSize(), before);
  EXPECT_EQ(ReasonOf(RegisterWitness("甲")), "CLOCK_AHEAD_OF_JOURNAL");
  ASSERT_OK(Accept());  // beside the running server
  EXPECT_EQ(ReasonOf(RegisterWitness("甲")), "OK");
  EXPECT_GE(JournalSize(), before + 2);
  RestartAfter(absl::ZeroDuration());
  EXPECT_EQ(JournalSize(), before + 402);
}

TEST_F(OfficeClock, IsAcceptedOnAStoppedFolder) {
  office_.Stop();
  office_.clock().Advance(absl::Hours(24 * 400));
  ASSERT_OK(Accept());
  office_.Start();
  EXPECT_EQ(ReasonOf(RegisterWitness("甲")), "OK");
}

TEST_F(OfficeClock, IsNotAcceptedForAFolderThatIsNone) {
  FakeEntropy entropy(3);
  EXPECT_THAT(AcceptClockOf({office_.data() + "-none", "停机检修", "chief"},
                            office_.clock(), entropy),
              StatusReasonIs("NO_DATA_FOLDER"));
}

}  // namespace
}  // namespace spotcheck::server
