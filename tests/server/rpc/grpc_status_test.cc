#include "server/rpc/grpc_status.h"

#include <string>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "server/convert/errors.h"

namespace spotcheck::server {
namespace {

using absl::StatusCode;

TEST(GrpcStatus, CarriesErrorInfoAndBothMessages) {
  const grpc::Status status = ToGrpcStatus(MalformedRequest("M"));
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  google::rpc::Status details;
  ASSERT_TRUE(details.ParseFromString(status.error_details()));
  ASSERT_EQ(details.details_size(), 3);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "MALFORMED_REQUEST");
  EXPECT_EQ(info.domain(), "spotcheck.v1");
  EXPECT_EQ(info.metadata().at("message"), "M");
  google::rpc::LocalizedMessage zh;
  ASSERT_TRUE(details.details(1).UnpackTo(&zh));
  EXPECT_EQ(zh.locale(), "zh-CN");
  EXPECT_EQ(zh.message(), "请求不是有效的 M 消息");
}

TEST(GrpcStatus, StaysBelowTheLimitOfTrailers) {
  ErrorMetadata many;
  for (int i = 0; i < 500; ++i) {
    many["key" + std::to_string(i)] = std::string(kMaxErrorValue, 'x');
  }
  many["field"] = "f";
  std::string zh;
  for (int i = 0; i < 5000; ++i) zh += "长";
  const grpc::Status status =
      ToGrpcStatus(MakeError(StatusCode::kInvalidArgument, "LONG",
                             {zh, std::string(20'000, 'y')}, std::move(many)));
  constexpr std::size_t kTrailerLimit = 8192;
  const std::size_t sent =
      status.error_details().size() * 4 / 3 + 3 * status.error_message().size();
  EXPECT_LT(sent, kTrailerLimit);
  google::rpc::Status details;
  ASSERT_TRUE(details.ParseFromString(status.error_details()));
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.metadata().at("field"), "f");
}

}  // namespace
}  // namespace spotcheck::server
