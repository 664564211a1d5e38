#include "server/rpc/errors.h"

#include <chrono>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "spotcheck/v1/credit.grpc.pb.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "spotcheck/v1/register.grpc.pb.h"
#include "tests/error_rows.h"
#include "tests/server/office.h"
#include "tests/server/raw_call.h"

namespace spotcheck::server {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(RpcErrorTable, EveryRowComesWithItsPlacesFilled) {
  const std::vector<absl::Status> errors = {
      CallDeadlinePassed("rpc"), CallCancelled("rpc"),
      TooManyLongReads("rpc", 16), DrawNotOpened("tasks/T", Role::kAuditor),
      MetricsNotLoopback("0.0.0.0:1")};
  EXPECT_THAT(RowsThatNeverCome(RpcErrorRows(), errors), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(RpcErrorRows(), errors), IsEmpty());
}

class RpcErrors : public ::testing::Test {
 protected:
  TestOffice office_;
};

TEST_F(RpcErrors, ARoleThatMayNotIsToldWhoMay) {
  const auto stub = v1::DrawService::NewStub(office_.As(Role::kWitness));
  const auto context = Patient();
  v1::Task task;
  const grpc::Status status = stub->CreateTask(context.get(), {}, &task);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::PERMISSION_DENIED);
  const Refusal refusal = RefusalOf(status);
  EXPECT_EQ(refusal.info.reason(), "ROLE_NOT_ALLOWED");
  EXPECT_EQ(refusal.info.domain(), "spotcheck.v1");
  EXPECT_EQ(refusal.info.metadata().at("role"), "witness");
  EXPECT_EQ(refusal.info.metadata().at("allowed"), "admin, operator");
  EXPECT_THAT(refusal.zh, HasSubstr("无权"));
  EXPECT_THAT(refusal.en, HasSubstr("may not call"));
}

TEST_F(RpcErrors, ARoleThatMayNotLearnsNothingOfItsRequest) {
  // The call is refused before its request is read, so a bad request is
  // answered like a good one.
  const auto channel = office_.As(Role::kWitness);
  const char* path = "/spotcheck.v1.DrawService/ExplainUnit";
  EXPECT_EQ(RawCall(channel, path, "\xff").status.error_message(),
            RawCall(channel, path, "").status.error_message());
}

TEST_F(RpcErrors, TextThatIsNotUtf8IsRefusedByField) {
  const RawAnswer answer = RawCall(
      office_.As(Role::kAdmin), "/spotcheck.v1.RegisterService/GetEnterprise",
      std::string("\x0a\x02\xff\xfe"));
  EXPECT_EQ(answer.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  const Refusal refusal = RefusalOf(answer.status);
  EXPECT_EQ(refusal.info.reason(), "FIELD_NOT_UTF8");
  EXPECT_EQ(refusal.info.metadata().at("field"), "name");
}

TEST_F(RpcErrors, BytesThatAreNoMessageAreRefused) {
  const auto channel = office_.As(Role::kAdmin);
  for (const char* path : {"/spotcheck.v1.RegisterService/GetEnterprise",
                           "/spotcheck.v1.DrawService/CommitDraw",
                           "/spotcheck.v1.CreditService/ImportResults"}) {
    const RawAnswer answer = RawCall(channel, path, std::string(99, '\xff'));
    EXPECT_EQ(answer.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(ReasonOf(answer.status), "MALFORMED_REQUEST") << path;
  }
}

TEST_F(RpcErrors, AFieldOfTenMegabytesIsRefusedByName) {
  const auto stub = v1::DrawService::NewStub(office_.As(Role::kAdmin));
  const auto context = Patient();
  v1::RegisterWitnessRequest request;
  request.set_witness_name(std::string(10'000'000, 'x'));
  v1::RegisteredWitness witness;
  const grpc::Status status =
      stub->RegisterWitness(context.get(), request, &witness);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(ReasonOf(status), "TEXT_LENGTH");
  EXPECT_EQ(RefusalOf(status).info.metadata().at("limit"), "200");
}

TEST_F(RpcErrors, MoreThanALimitIsRefusedByTheOneReasonItHas) {
  const auto credit = v1::CreditService::NewStub(office_.As(Role::kAdmin));
  v1::BatchGetStatusRequest status;
  for (int i = 0; i < 1001; ++i) status.add_uscis("91350100M000100Y43");
  v1::BatchGetStatusResponse statuses;
  const auto first = Patient();
  EXPECT_EQ(ReasonOf(credit->BatchGetStatus(first.get(), status, &statuses)),
            "TOO_MANY_CODES");
  v1::ImportResultsRequest import;
  for (int i = 0; i < 2001; ++i) import.add_rows();
  v1::ImportResultsResponse imported;
  const auto second = Patient();
  EXPECT_EQ(ReasonOf(credit->ImportResults(second.get(), import, &imported)),
            "TOO_MANY_ROWS");
}

TEST_F(RpcErrors, AResultIsJudgedInADryRunAsWell) {
  struct Case {
    void (*spoil)(v1::RecordResultRequest&);
    const char* reason;
  };
  const Case cases[] = {
      {[](auto& r) { r.add_items()->set_verdict(v1::VERDICT_PENDING); },
       "VERDICT_NOT_FINAL"},
      {[](auto& r) {
         for (int i = 0; i < 501; ++i) {
           r.add_items()->set_verdict(v1::VERDICT_PASS);
         }
       },
       "TOO_MANY_ITEMS"},
      {[](auto& r) { r.set_verdict(v1::VERDICT_FAIL); }, "SEVERITY_MISSING"},
      {[](auto& r) { r.set_severity(v1::SEVERITY_GENERAL); },
       "SEVERITY_WITHOUT_FAILURE"},
  };
  const auto credit = v1::CreditService::NewStub(office_.As(Role::kAdmin));
  for (const bool dry_run : {true, false}) {
    for (const Case& test : cases) {
      v1::RecordResultRequest request;
      request.set_task("tasks/T1");
      request.set_usci("91350100M000100Y43");
      request.set_line_id("L1");
      request.set_sampled("2017-05-17");
      request.set_verdict(v1::VERDICT_PASS);
      request.set_report_no("R-1");
      request.mutable_options()->set_validate_only(dry_run);
      test.spoil(request);
      for (v1::TestItem& item : *request.mutable_items()) item.set_item("铅");
      v1::RecordResultResponse response;
      const auto context = Patient();
      EXPECT_EQ(
          ReasonOf(credit->RecordResult(context.get(), request, &response)),
          test.reason);
    }
  }
}

TEST_F(RpcErrors, ARequestAboveTheTransportsLimitIsRefused) {
  const RawAnswer answer = RawCall(
      office_.As(Role::kAdmin), "/spotcheck.v1.RegisterService/GetEnterprise",
      std::string((32 << 20) + 1, 'x'));
  EXPECT_EQ(answer.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(RpcErrors, AnUnknownRpcIsUnimplemented) {
  const RawAnswer answer =
      RawCall(office_.As(Role::kAdmin), "/spotcheck.v1.DrawService/Steer", "");
  EXPECT_EQ(answer.status.error_code(), grpc::StatusCode::UNIMPLEMENTED);
}

TEST_F(RpcErrors, ARequestIdMustBeAUuid) {
  const auto stub = v1::RegisterService::NewStub(office_.As(Role::kAdmin));
  const auto context = Patient();
  v1::ImportEnterprisesRequest request;
  request.mutable_options()->set_request_id("once");
  v1::ImportResponse response;
  const grpc::Status status =
      stub->ImportEnterprises(context.get(), request, &response);
  EXPECT_EQ(ReasonOf(status), "INVALID_REQUEST_ID");
}

TEST_F(RpcErrors, ADeadlineThatHasPassedEndsTheCall) {
  const auto stub = v1::RegisterService::NewStub(office_.As(Role::kAdmin));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() -
                       std::chrono::seconds(1));
  v1::ImportResponse response;
  EXPECT_EQ(stub->ImportEnterprises(&context, {}, &response).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
}

TEST_F(RpcErrors, AStreamIsRefusedTheSameWay) {
  const auto stub = v1::DrawService::NewStub(office_.As(Role::kWitness));
  const auto context = Patient();
  v1::ExportBundleRequest request;
  request.set_task("T1");
  v1::ExportBundleResponse chunk;
  const auto reader = stub->ExportBundle(context.get(), request);
  EXPECT_FALSE(reader->Read(&chunk));
  EXPECT_EQ(ReasonOf(reader->Finish()), "INVALID_RESOURCE_NAME");
}

TEST_F(RpcErrors, EveryRpcAnswersAnEmptyRequestWithoutBreaking) {
  const auto channel = office_.As(Role::kAdmin);
  const auto& pool = *google::protobuf::DescriptorPool::generated_pool();
  for (const char* name :
       {"spotcheck.v1.RegisterService", "spotcheck.v1.CreditService",
        "spotcheck.v1.DrawService", "spotcheck.v1.JournalService"}) {
    const auto* service = pool.FindServiceByName(name);
    for (int i = 0; i < service->method_count(); ++i) {
      if (service->method(i)->server_streaming()) continue;
      const std::string path =
          std::string("/") + name + "/" + service->method(i)->name();
      const grpc::Status status = RawCall(channel, path.c_str(), "").status;
      EXPECT_TRUE(status.ok() ||
                  status.error_code() == grpc::StatusCode::INVALID_ARGUMENT ||
                  status.error_code() == grpc::StatusCode::OUT_OF_RANGE)
          << path << ": " << status.error_code() << status.error_message();
      EXPECT_NE(ReasonOf(status), "") << path;
    }
  }
}

}  // namespace
}  // namespace spotcheck::server
