// Long calls leave readers for short ones, and do not begin for a caller who
// has gone.

#include <functional>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "absl/synchronization/notification.h"
#include "gtest/gtest.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "server/convert/draw.h"
#include "server/convert/draw_answers.h"
#include "server/rpc/errors.h"
#include "server/rpc/rpcs.h"
#include "tests/app/fixed_rules.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

constexpr char kUsci[] = "91350100M000100Y43";
constexpr int kMany = 64;

class LongCallsTest : public ::testing::Test {
 protected:
  LongCallsTest() : clock_(absl::FromUnixSeconds(1'500'000'000)), entropy_(1) {
    store::DatabaseOptions options;
    options.path = folder_.In("database");
    auto database = store::Database::Open(
        options, {SigningKey::Generate(entropy_), entropy_.Bytes(32)}, clock_,
        entropy_);
    EXPECT_OK(database);
    database_ = *std::move(database);
    table_.emplace(Office{*database_, rules_, entropy_});
  }

  // Adds an rpc that reads until the test ends it, and a short one.
  void AddReads() {
    table_->AddLongRead<v1::GetUnitProofRequest>(
        [this](const store::View&, const Call&,
               const UnitInput&) -> absl::StatusOr<UnitProofAndKey> {
          reading_.release();
          end_.WaitForNotification();
          return UnitProofAndKey();
        });
    table_->AddRead<v1::GetTaskRequest>(
        [](const store::View&, const Call&,
           const TaskId& task) -> absl::StatusOr<store::StoredTask> {
          store::StoredTask answer;
          answer.task = task;
          return answer;
        });
  }
  template <typename Request>
  absl::Status Do(const Request& request,
                  std::function<absl::Status()> still_wanted) {
    const std::string name = std::string("spotcheck.v1.DrawService.") + [&] {
      const std::string type = request.GetDescriptor()->name();
      return type.substr(0, type.size() - std::string("Request").size());
    }();
    const Rpc& rpc = table_->rpcs().at(name);
    const Call call{rpc.method->full_name(), {}, std::move(still_wanted)};
    return std::get<UnaryHandler>(rpc.handler)(call,
                                               request.SerializeAsString())
        .status();
  }
  absl::Status ReadLong(std::function<absl::Status()> still_wanted) {
    v1::GetUnitProofRequest request;
    request.set_task("tasks/T1");
    request.set_usci(kUsci);
    return Do(request, std::move(still_wanted));
  }
  absl::Status ReadShort() {
    v1::GetTaskRequest request;
    request.set_name("tasks/T1");
    return Do(request, absl::OkStatus);
  }
  // Starts `count` long reads, each in a thread of its own; they must end well.
  void StartLong(int count, const std::function<absl::Status()>& wanted) {
    for (int i = 0; i < count; ++i) {
      threads_.emplace_back([this, wanted] { EXPECT_OK(ReadLong(wanted)); });
    }
  }
  // Makes a caller who waits for ever, and who notes when he is first asked
  // whether he still waits.
  static std::function<absl::Status()> Asking(
      std::counting_semaphore<kMany>& asked) {
    return [&asked, first = true]() mutable {
      if (std::exchange(first, false)) asked.release();
      return absl::OkStatus();
    };
  }
  void EndAll() {
    end_.Notify();
    for (std::thread& thread : threads_) thread.join();
  }

  TempDir folder_;
  FakeClock clock_;
  FakeEntropy entropy_;
  app::RuleBook book_;
  app::FixedRules rules_{book_};
  std::unique_ptr<store::Database> database_;
  std::optional<RpcTable> table_;
  std::counting_semaphore<kMany> reading_{0};
  absl::Notification end_;
  std::vector<std::thread> threads_;
};

TEST_F(LongCallsTest, ShortReadsGoOnBesideAnyNumberOfLongOnes) {
  AddReads();
  std::counting_semaphore<kMany> asked{0};
  StartLong(LongReads::kAtOnce + 3, Asking(asked));
  for (int i = 0; i < LongReads::kAtOnce; ++i) reading_.acquire();
  for (int i = 0; i < LongReads::kAtOnce + 3; ++i) asked.acquire();
  EXPECT_OK(ReadShort());
  EXPECT_FALSE(reading_.try_acquire());
  EndAll();
}

TEST_F(LongCallsTest, WaitsForItsTurnAsLongAsItsCallerDoes) {
  AddReads();
  StartLong(LongReads::kAtOnce, absl::OkStatus);
  for (int i = 0; i < LongReads::kAtOnce; ++i) reading_.acquire();
  int asked = 0;
  EXPECT_THAT(ReadLong([&asked] {
                return ++asked < 3 ? absl::OkStatus()
                                   : CallDeadlinePassed("rpc");
              }),
              StatusReasonIs("CALL_DEADLINE_PASSED"));
  EndAll();
  EXPECT_OK(ReadLong(absl::OkStatus));
}

TEST_F(LongCallsTest, TooManyThatWaitAreSentAway) {
  AddReads();
  std::counting_semaphore<kMany> asked{0};
  StartLong(LongReads::kAtOnce, absl::OkStatus);
  for (int i = 0; i < LongReads::kAtOnce; ++i) reading_.acquire();
  StartLong(LongReads::kMaxWaiting, Asking(asked));
  for (int i = 0; i < LongReads::kMaxWaiting; ++i) asked.acquire();
  const absl::Status refused = ReadLong(absl::OkStatus);
  EXPECT_THAT(refused, StatusReasonIs("TOO_MANY_LONG_READS"));
  EXPECT_EQ(refused.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(GetErrorInfo(refused).metadata.count("retry_after_seconds"), 1u);
  EXPECT_OK(ReadShort());
  EndAll();
}

TEST_F(LongCallsTest, ALongChangeIsNotMadeForACallerWhoHasGone) {
  AddAllRpcs(*table_);
  v1::RevealContributionRequest reveal;
  reveal.set_task("tasks/T1");
  reveal.set_attempt(1);
  reveal.set_key(
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  reveal.set_contribution(std::string(64, 'a'));
  reveal.set_signature(std::string(128, 'a'));
  EXPECT_THAT(Do(reveal, absl::OkStatus), StatusReasonIs("TASK_UNKNOWN"));
  EXPECT_THAT(Do(reveal, [] { return CallDeadlinePassed("rpc"); }),
              StatusReasonIs("CALL_DEADLINE_PASSED"));
}

}  // namespace
}  // namespace spotcheck::server
