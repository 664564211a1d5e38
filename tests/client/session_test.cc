#include "client/session.h"

#include "client/environment.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"

namespace spotcheck::client {
namespace {

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
