// What the server says of itself when it cannot write.

#include <httplib.h>

#include <cerrno>
#include <memory>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/signing.h"
#include "lib/base/status_matchers.h"
#include "server/rpc/metrics_http.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "tests/failing_writes.h"
#include "tests/server/office.h"
#include "tests/server/raw_call.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::StartsWith;

// HealthCheckResponse{status: SERVING}, {status: NOT_SERVING}
constexpr char kServing[] = "\x08\x01";
constexpr char kNotServing[] = "\x08\x02";

int FreePort() {
  const Metrics metrics;
  const auto pages = MetricsHttp::Start(
      "127.0.0.1:0", {metrics, [] { return absl::OkStatus(); }});
  EXPECT_OK(pages);
  return (*pages)->port();
}

class Health : public ::testing::Test {
 protected:
  // An office whose pages are served, too.
  Health() : port_(FreePort()), office_("127.0.0.1:" + std::to_string(port_)) {}

  struct Page {
    int status = 0;
    std::string text;
  };
  Page Get(const std::string& path) {
    httplib::Client client("127.0.0.1", port_);
    const auto result = client.Get(path.c_str());
    if (!result) return {};
    return {result->status, result->body};
  }
  std::string GrpcHealth() {
    return RawCall(office_.As(Role::kWitness), "/grpc.health.v1.Health/Check",
                   "")
        .bytes;
  }
  bool Reads() {
    const auto stub = v1::JournalService::NewStub(office_.As(Role::kAuditor));
    v1::Checkpoint checkpoint;
    return stub->GetCheckpoint(Patient().get(), {}, &checkpoint).ok();
  }
  // The same request each time.
  grpc::Status RegisterWitness() {
    const auto stub = v1::DrawService::NewStub(office_.As(Role::kOperator));
    FakeEntropy entropy(7);
    v1::RegisterWitnessRequest request;
    request.set_witness_name("甲");
    request.set_organisation("公证处");
    request.set_key(SigningKey::Generate(entropy).verify_key().ToHex());
    request.mutable_options()->set_request_id(
        "0e984725-c51c-4bf4-9960-e1c80e27aba0");
    v1::RegisteredWitness answer;
    return stub->RegisterWitness(Patient().get(), request, &answer);
  }

  int port_;
  TestOffice office_;
};

TEST_F(Health, ASoundOfficeIsAliveAndReady) {
  EXPECT_EQ(Get("/healthz").status, 200);
  EXPECT_EQ(Get("/readyz").status, 200);
  EXPECT_EQ(Get("/metrics").status, 200);
  EXPECT_EQ(Get("/nothing").status, 404);
  EXPECT_EQ(GrpcHealth(), kServing);
}

TEST_F(Health, AFullDiskIsNotReadyButServes) {
  (void)office_.As(Role::kOperator);  // its certificate needs the disk
  {
    const FailingWrites full(ENOSPC);
    const grpc::Status refused = RegisterWitness();
    EXPECT_EQ(refused.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    EXPECT_EQ(ReasonOf(refused), "DISK_FULL");
    EXPECT_TRUE(Reads());
    EXPECT_EQ(Get("/healthz").status, 200);
    const Page ready = Get("/readyz");
    EXPECT_EQ(ready.status, 503);
    EXPECT_THAT(ready.text, StartsWith("DISK_FULL\n磁盘已满"));
    EXPECT_EQ(GrpcHealth(), kServing);
    EXPECT_OK(office_.server().CheckAlive());
  }
  EXPECT_EQ(ReasonOf(RegisterWitness()), "OK");
  EXPECT_EQ(Get("/readyz").status, 200);
}

TEST_F(Health, AServerWhoseCommitFailedSaysSoAndStartsAgain) {
  {
    const FailingWrites broken(EIO);
    EXPECT_EQ(ReasonOf(RegisterWitness()), "COMMIT_UNKNOWN");
  }
  EXPECT_THAT(office_.server().CheckAlive(),
              StatusReasonIs("DATABASE_STOPPED"));
  EXPECT_EQ(GrpcHealth(), kNotServing);
  EXPECT_EQ(Get("/readyz").status, 503);
  EXPECT_EQ(ReasonOf(RegisterWitness()), "DATABASE_STOPPED");
  office_.Stop();
  office_.Start();
  EXPECT_EQ(GrpcHealth(), kServing);
  EXPECT_EQ(Get("/readyz").status, 200);
  EXPECT_EQ(ReasonOf(RegisterWitness()), "OK");
}

TEST_F(Health, AClockThatIsRefusedIsNotReady) {
  office_.clock().Advance(-absl::Minutes(3));
  EXPECT_EQ(Get("/healthz").status, 200);
  const Page ready = Get("/readyz");
  EXPECT_EQ(ready.status, 503);
  EXPECT_THAT(ready.text, StartsWith("CLOCK_BEHIND_JOURNAL\n"));
  EXPECT_EQ(GrpcHealth(), kServing);
  EXPECT_OK(office_.server().CheckAlive());
  office_.clock().Advance(absl::Minutes(3));
  EXPECT_EQ(Get("/readyz").status, 200);
}

}  // namespace
}  // namespace spotcheck::server
