// Operators and agencies act only for the authorities that an administrator
// granted to their certificates, whatever rpc they call.

#include <memory>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "spotcheck/v1/credit.grpc.pb.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/register.grpc.pb.h"
#include "tests/server/office.h"

namespace spotcheck::server {
namespace {

using ::testing::IsSupersetOf;
using ::testing::Pair;

constexpr char kProvince[] = "宁夏市场监管厅";

struct Body {
  const char* name;
  v1::Level level;
  const char* region;
};
constexpr Body kNingxia = {kProvince, v1::LEVEL_PROVINCIAL, "64"};

class BoundCallers : public ::testing::Test {
 protected:
  // The certificates are called test-ROLE (office.h).
  v1::Grant Grant(Role role, const Body& body) {
    v1::AddGrantRequest request;
    v1::Grant& grant = *request.mutable_grant();
    grant.set_certificate("test-" + std::string(RoleName(role)));
    grant.set_authority(body.name);
    grant.set_level(body.level);
    grant.set_region(body.region);
    v1::Grant answer;
    const auto context = Patient();
    const auto stub = v1::RegisterService::NewStub(office_.As(Role::kAdmin));
    const grpc::Status status = stub->AddGrant(context.get(), request, &answer);
    EXPECT_EQ(ReasonOf(status), "OK");
    return answer;
  }
  grpc::Status CreateTask(Role role, const std::string& id, const Body& body) {
    v1::CreateTaskRequest request;
    request.set_task_id(id);
    v1::Task& task = *request.mutable_task();
    task.set_authority(body.name);
    task.set_level(body.level);
    task.set_region(body.region);
    task.add_categories("家用电器");
    task.set_sample_size(1);
    task.set_lines_per_enterprise(1);
    task.set_inspectors_per_enterprise(1);
    v1::Task answer;
    const auto context = Patient();
    return v1::DrawService::NewStub(office_.As(role))
        ->CreateTask(context.get(), request, &answer);
  }
  // The reason of the error that the operator gets for the task T1.
  template <typename Request, typename Response>
  std::string AskDraw(grpc::Status (v1::DrawService::Stub::*method)(
                          grpc::ClientContext*, const Request&, Response*),
                      Request request) {
    request.set_task("tasks/T1");
    Response answer;
    const auto context = Patient();
    const auto stub = v1::DrawService::NewStub(office_.As(Role::kOperator));
    return ReasonOf((stub.get()->*method)(context.get(), request, &answer));
  }
  grpc::Status Push(Role role, v1::ImportResultsResponse& answer) {
    v1::ImportResultsRequest request;
    v1::CheckRow& row = *request.add_rows();
    row.set_usci("91350100M000100Y43");
    row.set_product_name("毛巾");
    row.set_authority("国家市场监管总局");
    row.set_level("国家级");
    row.set_sampled("2024-05-22");
    row.set_verdict("合格");
    row.set_report_no("R1");
    row.set_lab("91350100M000100Y43");
    const auto context = Patient();
    return v1::CreditService::NewStub(office_.As(role))
        ->ImportResults(context.get(), request, &answer);
  }

  TestOffice office_;
};

TEST_F(BoundCallers, AnOperatorPlansWithinTheGrantsOfHisCertificate) {
  const grpc::Status unbound = CreateTask(Role::kOperator, "T1", kNingxia);
  EXPECT_EQ(unbound.error_code(), grpc::StatusCode::PERMISSION_DENIED);
  const Refusal refusal = RefusalOf(unbound);
  EXPECT_EQ(refusal.info.reason(), "AUTHORITY_NOT_YOURS");
  EXPECT_THAT(
      refusal.info.metadata(),
      IsSupersetOf({Pair("certificate", "test-operator"),
                    Pair("authority", kProvince), Pair("level", "provincial"),
                    Pair("region", "64")}));
  const v1::Grant grant = Grant(Role::kOperator, kNingxia);
  const struct {
    const char* id;
    Body body;
    const char* reason;
  } kCases[] = {
      {"T1", kNingxia, "OK"},
      {"T2", {"灵武局", v1::LEVEL_COUNTY, "640181"}, "OK"},
      {"T3", {kProvince, v1::LEVEL_PROVINCIAL, "14"}, "AUTHORITY_NOT_YOURS"},
      {"T4", {"宁夏税务局", v1::LEVEL_PROVINCIAL, "64"}, "AUTHORITY_NOT_YOURS"},
      {"T5", {"总局", v1::LEVEL_NATIONAL, "0"}, "AUTHORITY_NOT_YOURS"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(ReasonOf(CreateTask(Role::kOperator, one.id, one.body)),
              one.reason)
        << one.id;
  }
  v1::WithdrawGrantRequest withdrawal;
  withdrawal.set_name(grant.name());
  withdrawal.set_reason("已调离");
  v1::Grant answer;
  const auto context = Patient();
  EXPECT_EQ(ReasonOf(v1::RegisterService::NewStub(office_.As(Role::kAdmin))
                         ->WithdrawGrant(context.get(), withdrawal, &answer)),
            "OK");
  EXPECT_EQ(ReasonOf(CreateTask(Role::kOperator, "T6", kNingxia)),
            "AUTHORITY_NOT_YOURS");
}

TEST_F(BoundCallers, AnOperatorChangesNoDrawOfAnotherAuthority) {
  using Stub = v1::DrawService::Stub;
  ASSERT_EQ(ReasonOf(CreateTask(Role::kAdmin, "T1", kNingxia)), "OK");
  Grant(Role::kOperator, {"灵武局", v1::LEVEL_COUNTY, "640181"});
  v1::VoidDrawRequest empty_void;
  empty_void.set_reason("x");
  v1::WithdrawUnitRequest withdrawal;
  withdrawal.set_usci("91350100M000100Y43");
  withdrawal.set_reason_code("CLOSED");
  withdrawal.set_evidence(std::string(64, 'a'));
  withdrawal.set_note("x");
  v1::CloseDueUnitRequest closing;
  closing.set_usci("91350100M000100Y43");
  closing.set_reason("x");
  v1::ReplaceUnitsRequest replacement;
  replacement.set_stratum("A");
  EXPECT_EQ(AskDraw(&Stub::CommitDraw, v1::CommitDrawRequest()),
            "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::ReplaceUnits, replacement), "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::VoidDraw, empty_void), "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::WithdrawUnit, withdrawal), "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::CloseDueUnit, closing), "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::ApproveDraw, v1::ApproveDrawRequest()),
            "AUTHORITY_NOT_YOURS");
  EXPECT_EQ(AskDraw(&Stub::OpenDraw, v1::OpenDrawRequest()),
            "AUTHORITY_NOT_YOURS");
  v1::RecordResultRequest result;
  result.set_task("tasks/T1");
  result.set_usci("91350100M000100Y43");
  result.set_line_id("L1");
  result.set_sampled("2024-05-22");
  result.set_verdict(v1::VERDICT_PASS);
  result.set_report_no("R1");
  v1::RecordResultResponse recorded;
  const auto context = Patient();
  EXPECT_EQ(ReasonOf(v1::CreditService::NewStub(office_.As(Role::kOperator))
                         ->RecordResult(context.get(), result, &recorded)),
            "AUTHORITY_NOT_YOURS");
}

TEST_F(BoundCallers, ANationalResultPushedByATaxOfficeIsRefused) {
  v1::ImportResultsResponse answer;
  const grpc::Status unbound = Push(Role::kAgency, answer);
  EXPECT_EQ(unbound.error_code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(ReasonOf(unbound), "AUTHORITY_NOT_YOURS");
  Grant(Role::kAgency, {"灵武税务局", v1::LEVEL_COUNTY, "640181"});
  EXPECT_EQ(ReasonOf(Push(Role::kAgency, answer)), "OK");
  ASSERT_EQ(answer.refused_rows_size(), 1);
  EXPECT_EQ(answer.refused_rows(0).reason(), "AUTHORITY_NOT_YOURS");
}

TEST_F(BoundCallers, AnOperatorBringsInWhatOtherBodiesPublished) {
  v1::ImportResultsResponse answer;
  EXPECT_EQ(ReasonOf(Push(Role::kOperator, answer)), "OK");
  ASSERT_EQ(answer.refused_rows_size(), 1);
  EXPECT_EQ(answer.refused_rows(0).reason(), "UNKNOWN_ENTERPRISE");
}

}  // namespace
}  // namespace spotcheck::server
