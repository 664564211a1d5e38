#include "client/session.h"

#include "client/environment.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"

namespace spotcheck::client {
namespace {

// openssl req -x509 -newkey ed25519 -subj /CN=x, from 2025-01-01 00:00:00 to
// 2025-01-31 12:30:00 UTC.
constexpr char kCertificate[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIG+MHICAQEwBQYDK2VwMAwxCjAIBgNVBAMMAXgwHhcNMjUwMTAxMDAwMDAwWhcN\n"
    "MjUwMTMxMTIzMDAwWjAMMQowCAYDVQQDDAF4MCowBQYDK2VwAyEACCFN+cOYTo7N\n"
    "jhP98qmMd6P1OkqR/s4WAyTGX1fHFCswBQYDK2VwA0EANMhapVkffomPEJgloufZ\n"
    "D9iIUAWtcXW6eaBcnaCF8nLaTsO3B6YBRV1uFLR1j1YT+2MD1nOfiKC+S5iDgQ0q\n"
    "BA==\n"
    "-----END CERTIFICATE-----\n";

TEST(SessionTest, ServerErrorsKeepReasonMessagesAndMetadata) {
  google::rpc::Status details;
  google::rpc::ErrorInfo reason;
  reason.set_reason("SAMPLE_TOO_LARGE");
  reason.set_domain("spotcheck");
  (*reason.mutable_metadata())["eligible"] = "7";
  details.add_details()->PackFrom(reason);
  google::rpc::LocalizedMessage message;
  message.set_locale("zh-CN");
  message.set_message("样本过大");
  details.add_details()->PackFrom(message);
  message.set_locale("en-US");
  message.set_message("too large");
  details.add_details()->PackFrom(message);

  const absl::Status status =
      FromGrpc(grpc::Status(grpc::StatusCode::FAILED_PRECONDITION, "raw",
                            details.SerializeAsString()));
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  const ErrorInfo info = GetErrorInfo(status);
  EXPECT_EQ(info.reason, "SAMPLE_TOO_LARGE");
  EXPECT_EQ(info.message.zh, "样本过大");
  EXPECT_EQ(info.message.en, "too large");
  EXPECT_EQ(info.metadata.at("eligible"), "7");
}

TEST(SessionTest, OtherErrorsKeepCodeAndText) {
  const ErrorInfo info = GetErrorInfo(
      FromGrpc(grpc::Status(grpc::StatusCode::UNAVAILABLE, "no route")));
  EXPECT_EQ(info.reason, "UNAVAILABLE");
  EXPECT_EQ(info.message.en,
            "the server cannot be reached; see that spotcheckd serve runs and "
            "that address and certificate of the profile are right: no route");
  EXPECT_EQ(info.message.zh,
            "无法连接服务；请确认 spotcheckd serve "
            "正在运行，连接配置中的地址和证书无误：no route");
  EXPECT_TRUE(FromGrpc(grpc::Status::OK).ok());
}

TEST(SessionTest, AFailedHandshakeIsExplained) {
  for (const char* text :
       {"failed to connect to all addresses; last error: UNKNOWN: "
        "ipv4:127.0.0.1:7443: Ssl handshake failed: SSL_ERROR_SSL: "
        "error:0A000086:SSL routines::certificate verify failed",
        "Ssl handshake failed: SSL_ERROR_SSL: WRONG_VERSION_NUMBER"}) {
    const absl::Status status =
        FromGrpc(grpc::Status(grpc::StatusCode::UNAVAILABLE, text));
    const ErrorInfo info = GetErrorInfo(status);
    EXPECT_EQ(info.reason, "TLS_FAILED");
    EXPECT_EQ(ExitCodeFor(status), ExitCode::kUnavailable);
    EXPECT_NE(info.message.zh.find("证书"), std::string::npos);
    EXPECT_NE(info.message.en.find(text), std::string::npos);
  }
}

TEST(SessionTest, ACertificateOutsideItsTimeIsNotTried) {
  Profile profile;
  profile.name = "clerk";
  profile.certificate = kCertificate;
  const absl::Time from = absl::FromUnixSeconds(1735689600);
  const absl::Time until = absl::FromUnixSeconds(1738326600);
  EXPECT_TRUE(CheckValidity(profile, from).ok());
  EXPECT_TRUE(CheckValidity(profile, until).ok());
  const absl::Status early = CheckValidity(profile, from - absl::Seconds(1));
  EXPECT_EQ(GetErrorInfo(early).reason, "CERTIFICATE_NOT_YET_VALID");
  const absl::Status late = CheckValidity(profile, until + absl::Seconds(1));
  const ErrorInfo info = GetErrorInfo(late);
  EXPECT_EQ(info.reason, "CERTIFICATE_EXPIRED");
  EXPECT_EQ(ExitCodeFor(late), ExitCode::kNotAllowed);
  EXPECT_NE(info.message.zh.find("北京时间 2025-01-31 20:30:00"),
            std::string::npos)
      << info.message.zh;
  EXPECT_EQ(info.metadata.at("at"), "2025-01-31T12:30:00Z");
  profile.certificate = "none";
  EXPECT_TRUE(CheckValidity(profile, until).ok()) << "the handshake says it";
}

TEST(RequestIdTest, BatchesHaveIdsOfTheirOwn) {
  const std::string base = "00000000-0000-4000-8000-000000000000";
  EXPECT_TRUE(IsUuid(DerivedRequestId(base, 1)));
  EXPECT_EQ(DerivedRequestId(base, 1), DerivedRequestId(base, 1));
  EXPECT_NE(DerivedRequestId(base, 1), DerivedRequestId(base, 2));
  EXPECT_FALSE(IsUuid("not-a-uuid"));
  EXPECT_FALSE(IsUuid("00000000-0000-4000-8000-00000000000g"));
}

}  // namespace
}  // namespace spotcheck::client
