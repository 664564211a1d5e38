#include "server/identity/errors.h"

#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/exit_code.h"
#include "lib/base/status_matchers.h"
#include "server/rpc/grpc_status.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
namespace {

using absl::StatusCode;

struct Case {
  absl::Status status;
  StatusCode code;
  const char* reason;
};

std::vector<Case> EdgeErrors() {
  constexpr auto kBad = StatusCode::kInvalidArgument;
  return {
      {NoIdentity(), StatusCode::kUnauthenticated, "NO_IDENTITY"},
      {RoleNotAllowed("rpc", Role::kWitness, RoleSet::All()),
       StatusCode::kPermissionDenied, "ROLE_NOT_ALLOWED"},
      {CallDeadlinePassed("rpc"), StatusCode::kDeadlineExceeded,
       "CALL_DEADLINE_PASSED"},
      {CallCancelled("rpc"), StatusCode::kCancelled, "CALL_CANCELLED"},
      {TooManyLongReads("rpc", 16), StatusCode::kResourceExhausted,
       "TOO_MANY_LONG_READS"},
      {DrawNotOpened("tasks/T", Role::kAuditor),
       StatusCode::kFailedPrecondition, "DRAW_NOT_OPENED"},
      {MalformedRequest("m"), kBad, "MALFORMED_REQUEST"},
      {InvalidResourceName({"f", "v"}, "p"), kBad, "INVALID_RESOURCE_NAME"},
      {InvalidId({"f", "v"}, "g"), kBad, "INVALID_ID"},
      {UnknownValue({"f", "v"}, "a, b"), kBad, "UNKNOWN_VALUE"},
      {InvalidHexSize("f", "32"), kBad, "INVALID_HEX_SIZE"},
      {NumberNotInRange("f", 5, {0, 4}), kBad, "NUMBER_NOT_IN_RANGE"},
      {TooManyElements("f", {5, 4}), kBad, "TOO_MANY_ELEMENTS"},
      {FieldTooLarge("f", {5, 4}), kBad, "FIELD_TOO_LARGE"},
      {InvalidRequestId("v"), kBad, "INVALID_REQUEST_ID"},
      {OneOfTwoFields("f", "g"), kBad, "ONE_OF_TWO_FIELDS"},
  };
}

std::vector<Case> SetupErrors() {
  constexpr auto kBad = StatusCode::kInvalidArgument;
  return {
      {FileNotReadable({"f", ENOENT}), StatusCode::kNotFound,
       "FILE_NOT_READABLE"},
      {FileNotWritable({"f", EACCES}), StatusCode::kPermissionDenied,
       "FILE_NOT_WRITABLE"},
      {FileNotWritable({"f", ENOSPC}), StatusCode::kFailedPrecondition,
       "FILE_NOT_WRITABLE"},
      {FileExists("f"), StatusCode::kAlreadyExists, "FILE_EXISTS"},
      {FileTooLarge("f", 1), kBad, "FILE_TOO_LARGE"},
      {DataFolderInUse("f"), StatusCode::kAlreadyExists, "DATA_FOLDER_IN_USE"},
      {NoDataFolder("f"), StatusCode::kNotFound, "NO_DATA_FOLDER"},
      {AlreadyServing("f"), StatusCode::kFailedPrecondition, "ALREADY_SERVING"},
      {AddressTaken("a"), StatusCode::kUnavailable, "ADDRESS_TAKEN"},
      {InvalidAddress("a"), kBad, "INVALID_ADDRESS"},
      {MetricsNotLoopback("a"), kBad, "METRICS_NOT_LOOPBACK"},
      {KeyFileMalformed("f"), StatusCode::kDataLoss, "KEY_FILE_MALFORMED"},
      {CertificateFileMalformed("f"), StatusCode::kDataLoss,
       "CERTIFICATE_FILE_MALFORMED"},
      {InvalidPersonName("n"), kBad, "INVALID_PERSON_NAME"},
      {ReservedPersonName("n"), kBad, "RESERVED_PERSON_NAME"},
      {PersonExists("n"), StatusCode::kAlreadyExists, "PERSON_EXISTS"},
      {UnknownRole("r"), kBad, "UNKNOWN_ROLE"},
      {InvalidHost("h"), kBad, "INVALID_HOST"},
      {InvalidValidity(0, 5), kBad, "INVALID_VALIDITY"},
      {NoRuleFiles("f"), StatusCode::kNotFound, "NO_RULE_FILES"},
      {RuleFileSyntax({"f", 3}, "x"), kBad, "RULE_FILE_SYNTAX"},
      {RuleFieldInvalid({"f", 3}, "x"), kBad, "RULE_FIELD_INVALID"},
      {RuleNumberOutOfRange({"f", 3}, {"x", 0, 1, 2}), kBad,
       "RULE_NUMBER_OUT_OF_RANGE"},
      {RulePartMissing("draw"), kBad, "RULE_PART_MISSING"},
      {RulePartRepeated({"f", 3}, "draw"), kBad, "RULE_PART_REPEATED"},
  };
}

void ExpectComplete(const Case& test) {
  const ErrorInfo info = GetErrorInfo(test.status);
  EXPECT_EQ(test.status.code(), test.code) << test.reason;
  EXPECT_EQ(info.reason, test.reason);
  EXPECT_FALSE(info.message.zh.empty());
  EXPECT_FALSE(info.message.en.empty());
  EXPECT_NE(info.message.zh, info.message.en);
}

TEST(Errors, HaveACodeAReasonAndBothLanguages) {
  for (const Case& test : EdgeErrors()) ExpectComplete(test);
  for (const Case& test : SetupErrors()) ExpectComplete(test);
}

TEST(Errors, NameFieldValueAndLimit) {
  const auto facts = GetErrorInfo(NumberNotInRange("n", 5, {0, 4})).metadata;
  EXPECT_EQ(facts.at("field"), "n");
  EXPECT_EQ(facts.at("value"), "5");
  EXPECT_EQ(facts.at("limit"), "4");
}

TEST(Errors, InFieldKeepsReasonAndCode) {
  const absl::Status status = InField("usci", UnknownValue({"x", "v"}, "a"));
  EXPECT_THAT(status, testing::StatusReasonIs("UNKNOWN_VALUE"));
  EXPECT_EQ(GetErrorInfo(status).metadata["field"], "usci");
  EXPECT_OK(InField("usci", absl::OkStatus()));
}

TEST(ExitCode, FollowsTheContract) {
  struct Row {
    absl::Status status;
    int exit;
  };
  const Row rows[] = {{absl::OkStatus(), 0},
                      {NoDataFolder("f"), 3},
                      {FileNotWritable({"f", EACCES}), 4},
                      {AlreadyServing("f"), 5},
                      {PersonExists("n"), 5},
                      {AddressTaken("a"), 6},
                      {InvalidPersonName("n"), 7},
                      {KeyFileMalformed("f"), 6}};
  for (const Row& row : rows) {
    EXPECT_EQ(static_cast<int>(ExitCodeFor(row.status)), row.exit)
        << row.status;
  }
}

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
