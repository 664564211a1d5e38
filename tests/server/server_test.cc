#include "server/server.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/identity/certificates.h"
#include "server/rpc/metrics_http.h"
#include "server/setup/errors.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "spotcheck/v1/register.grpc.pb.h"
#include "tests/server/office.h"
#include "tests/server/raw_call.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

constexpr char kHealth[] = "/grpc.health.v1.Health/Check";
// The bytes of HealthCheckResponse{status: SERVING}.
constexpr char kServing[] = "\x08\x01";

TEST(ServerTest, IsHealthyAsAWholeAndService) {
  TestOffice office;
  const auto channel = office.As(Role::kWitness);
  EXPECT_EQ(RawCall(channel, kHealth, "").bytes, kServing);
  // The bytes of HealthCheckRequest{service: "spotcheck.v1.DrawService"}.
  EXPECT_EQ(RawCall(channel, kHealth, "\x0a\x18spotcheck.v1.DrawService").bytes,
            kServing);
}

TEST(ServerTest, ReflectsItsServices) {
  TestOffice office;
  // The bytes of ServerReflectionRequest{list_services: "*"}.
  const std::string listed = RawExchange(
      office.As(Role::kWitness),
      "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
      "\x3a\x01*");
  for (const char* service :
       {"spotcheck.v1.RegisterService", "spotcheck.v1.CreditService",
        "spotcheck.v1.DrawService", "spotcheck.v1.JournalService",
        "grpc.health.v1.Health"}) {
    EXPECT_THAT(listed, HasSubstr(service));
  }
}

TEST(ServerTest, ServesACheckpointThatNamesTheJournalsKey) {
  TestOffice office;
  const auto stub = v1::JournalService::NewStub(office.As(Role::kWitness));
  v1::Checkpoint checkpoint;
  const auto context = Patient();
  ASSERT_TRUE(stub->GetCheckpoint(context.get(), {}, &checkpoint).ok());
  EXPECT_EQ(checkpoint.verifier_key() + "\n",
            ReadFile(DataDir(office.data()).verifier_key()).value());
  EXPECT_THAT(checkpoint.note(), HasSubstr("\n— spotcheck "));
  // The start has journalled the five rule files.
  EXPECT_EQ(checkpoint.tree_size(), 5);
}

TEST(ServerTest, RefusesWhoeverShowsNoCertificate) {
  TestOffice office;
  const auto context = Patient();
  v1::Checkpoint checkpoint;
  const auto stub = v1::JournalService::NewStub(office.WithoutCertificate());
  EXPECT_EQ(stub->GetCheckpoint(context.get(), {}, &checkpoint).error_code(),
            grpc::StatusCode::UNAVAILABLE);
  const auto plain = v1::JournalService::NewStub(
      office.Channel(grpc::InsecureChannelCredentials()));
  const auto again = Patient();
  EXPECT_EQ(plain->GetCheckpoint(again.get(), {}, &checkpoint).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST(ServerTest, RefusesACertificateOfAnotherAuthority) {
  TestOffice office;
  const auto stranger = CertificateAuthority::Create(office.clock().Now());
  ASSERT_OK_AND_ASSIGN(
      const KeyPair pair,
      stranger.IssuePerson({"admin", Role::kAdmin}, office.clock().Now(), 1));
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs =
      ReadFile(DataDir(office.data()).ca_certificate()).value();
  tls.pem_cert_chain = pair.certificate;
  tls.pem_private_key = pair.key;
  const auto stub =
      v1::JournalService::NewStub(office.Channel(grpc::SslCredentials(tls)));
  const auto context = Patient();
  v1::Checkpoint checkpoint;
  EXPECT_EQ(stub->GetCheckpoint(context.get(), {}, &checkpoint).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST(ServerTest, ARevokedCertificateIsRefusedAtTheNextCall) {
  TestOffice office;
  const auto stub = v1::JournalService::NewStub(office.As(Role::kAuditor));
  v1::Checkpoint checkpoint;
  ASSERT_TRUE(stub->GetCheckpoint(Patient().get(), {}, &checkpoint).ok());
  ASSERT_OK(RevokeCertificates(DataDir(office.data()),
                               {"test-auditor", "left", "chief"},
                               office.clock().Now()));
  const grpc::Status refused =
      stub->GetCheckpoint(Patient().get(), {}, &checkpoint);
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ReasonOf(refused), "CERTIFICATE_REVOKED");
  // The name can be issued again.
  const auto again = v1::JournalService::NewStub(office.As(Role::kAuditor));
  EXPECT_TRUE(again->GetCheckpoint(Patient().get(), {}, &checkpoint).ok());
}

TEST(ServerTest, AJournalWhoseNameOrKeyWasChangedIsNotServed) {
  TestOffice office;
  office.Stop();
  const std::string path = DataDir(office.data()).verifier_key();
  const std::string key = ReadFile(path).value();
  ASSERT_OK(ReplaceFile(
      {path, "other" + key.substr(key.find('+')), Access::kPublic}));
  std::ostringstream log;
  FakeEntropy entropy(2);
  const Machine machine{office.clock(), entropy, log};
  EXPECT_THAT(Server::Start({office.data(), "127.0.0.1:0", "", ""}, machine),
              StatusReasonIs("JOURNAL_KEY_CHANGED"));
  ASSERT_OK(ReplaceFile({path, key, Access::kPublic}));
  office.Start();
}

TEST(ServerTest, KeepsTheDataFolderToItself) {
  TestOffice office;
  std::ostringstream log;
  FakeEntropy entropy(2);
  const Machine machine{office.clock(), entropy, log};
  EXPECT_THAT(Server::Start({office.data(), "127.0.0.1:0", "", ""}, machine),
              StatusReasonIs("ALREADY_SERVING"));
}

TEST(ServerTest, RefusesATakenPort) {
  TestOffice office;
  TempDir folder;
  std::ostringstream log;
  FakeEntropy entropy(2);
  const Machine machine{office.clock(), entropy, log};
  ASSERT_OK(InitDataDir({folder.In("other"), "127.0.0.1:7443", {}},
                        office.clock(), entropy));
  const auto second = Server::Start(
      {folder.In("other"), office.server().address(), "", ""}, machine);
  EXPECT_THAT(second, StatusReasonIs("ADDRESS_TAKEN"));
}

TEST(ServerTest, SaysWhereItListensWhileItServes) {
  TestOffice office;
  const std::string endpoint = DataDir(office.data()).endpoint();
  EXPECT_EQ(ReadFile(endpoint).value(), office.server().address() + "\n");
  office.Stop();
  EXPECT_THAT(ReadFile(endpoint), StatusReasonIs("FILE_NOT_READABLE"));
}

TEST(ServerTest, StartsAgainOnWhatItLeftAndJournalsNoRuleTwice) {
  TestOffice office;
  office.Stop();
  office.Start();
  const auto stub = v1::JournalService::NewStub(office.As(Role::kAuditor));
  const auto context = Patient();
  v1::Checkpoint checkpoint;
  ASSERT_TRUE(stub->GetCheckpoint(context.get(), {}, &checkpoint).ok());
  EXPECT_EQ(checkpoint.tree_size(), 5);
}

TEST(ServerTest, DoesNotStartWithABadRuleFile) {
  TestOffice office;
  office.Stop();
  const std::string folder = DataDir(office.data()).policies();
  ASSERT_OK(CreateFile(
      {folder + "/60-ours.txtpb", "policies { id: \"A\" }", Access::kPublic}));
  std::ostringstream log;
  FakeEntropy entropy(2);
  const Machine machine{office.clock(), entropy, log};
  EXPECT_THAT(Server::Start({office.data(), "127.0.0.1:0", "", ""}, machine),
              StatusReasonIs("RULE_FIELD_INVALID"));
}

TEST(ServerTest, LogsEachCallWithoutItsValues) {
  TestOffice office;
  const auto stub = v1::RegisterService::NewStub(office.As(Role::kAuditor));
  const auto context = Patient();
  v1::GetEnterpriseRequest request;
  request.set_name("enterprises/91350100M000100Y43");
  v1::Enterprise enterprise;
  EXPECT_EQ(
      stub->GetEnterprise(context.get(), request, &enterprise).error_code(),
      grpc::StatusCode::NOT_FOUND);
  office.Stop();
  const std::string log = office.LogText();
  EXPECT_THAT(log, HasSubstr("\"rpc\":\"spotcheck.v1.RegisterService."
                             "GetEnterprise\",\"caller\":\"test-auditor\","
                             "\"role\":\"auditor\",\"code\":\"NOT_FOUND\""));
  EXPECT_EQ(log.find("91350100M000100Y43"), std::string::npos);
}

TEST(MetricsTest, AreServedOnALoopbackAddressOnly) {
  Metrics metrics;
  metrics.Count({"rpc", "a", "admin", "OK", "", absl::Milliseconds(3)});
  const HttpPages pages{metrics, [] { return absl::OkStatus(); }};
  EXPECT_THAT(MetricsHttp::Start("0.0.0.0:0", pages),
              StatusReasonIs("METRICS_NOT_LOOPBACK"));
  EXPECT_THAT(MetricsHttp::Start("x", pages),
              StatusReasonIs("INVALID_ADDRESS"));
  ASSERT_OK_AND_ASSIGN(const auto http,
                       MetricsHttp::Start("127.0.0.1:0", pages));
  EXPECT_GT(http->port(), 0);
  EXPECT_THAT(
      MetricsHttp::Start("127.0.0.1:" + std::to_string(http->port()), pages),
      StatusReasonIs("ADDRESS_TAKEN"));
}

TEST(MetricsTest, CountCallsAndTheirTimes) {
  Metrics metrics;
  metrics.Count({"rpc", "a", "admin", "OK", "", absl::Milliseconds(3)});
  metrics.Count({"rpc", "a", "admin", "ABORTED", "X", absl::Seconds(60)});
  const std::string text = metrics.Text();
  EXPECT_THAT(text,
              HasSubstr("spotcheck_rpc_total{rpc=\"rpc\",code=\"OK\"} 1"));
  EXPECT_THAT(text, HasSubstr("spotcheck_rpc_seconds_bucket{rpc=\"rpc\","
                              "le=\"0.001\"} 0"));
  EXPECT_THAT(text, HasSubstr("spotcheck_rpc_seconds_bucket{rpc=\"rpc\","
                              "le=\"0.005\"} 1"));
  EXPECT_THAT(text, HasSubstr("le=\"+Inf\"} 2"));
}

}  // namespace
}  // namespace spotcheck::server
