#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/store/journal/database.h"
#include "server/rpc/edge.h"
#include "server/rpc/errors.h"
#include "server/rpc/rpcs.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "spotcheck/v1/register.grpc.pb.h"
#include "tests/app/fixed_rules.h"
#include "tests/server/office.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

constexpr char kId[] = "01234567-89ab-cdef-0123-456789abcdef";
constexpr char kUsci[] = "91350100M000100Y43";

v1::ImportEnterprisesRequest OneRow(const std::string& id) {
  v1::ImportEnterprisesRequest request;
  v1::EnterpriseRow& row = *request.add_rows();
  row.set_row(2);
  row.set_usci(kUsci);
  row.set_enterprise_name("宁夏枸杞");
  request.mutable_options()->set_request_id(id);
  return request;
}

class RpcMutation : public ::testing::Test {
 protected:
  grpc::Status Import(const v1::ImportEnterprisesRequest& request,
                      v1::ImportResponse* response, Role role = Role::kAdmin) {
    const auto stub = v1::RegisterService::NewStub(office_.As(role));
    const auto context = Patient();
    return stub->ImportEnterprises(context.get(), request, response);
  }
  std::int64_t JournalSize() {
    const auto stub = v1::JournalService::NewStub(office_.As(Role::kAdmin));
    const auto context = Patient();
    v1::Checkpoint checkpoint;
    EXPECT_TRUE(stub->GetCheckpoint(context.get(), {}, &checkpoint).ok());
    return checkpoint.tree_size();
  }
  TestOffice office_;
};

TEST_F(RpcMutation, TheSameIdAndRequestGetTheSameAnswer) {
  v1::ImportResponse first;
  v1::ImportResponse second;
  ASSERT_TRUE(Import(OneRow(kId), &first).ok());
  const std::int64_t size = JournalSize();
  ASSERT_TRUE(Import(OneRow(kId), &second).ok());
  EXPECT_EQ(first.new_(), 1);
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
  EXPECT_EQ(JournalSize(), size);
}

TEST_F(RpcMutation, TheSameIdWithAnotherRequestIsRefused) {
  v1::ImportResponse response;
  ASSERT_TRUE(Import(OneRow(kId), &response).ok());
  v1::ImportEnterprisesRequest other = OneRow(kId);
  other.mutable_rows(0)->set_enterprise_name("别的企业");
  const grpc::Status status = Import(other, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(ReasonOf(status), "REQUEST_ID_REUSED");
}

TEST_F(RpcMutation, AnIdIsItsCallersOwn) {
  v1::ImportResponse response;
  ASSERT_TRUE(Import(OneRow(kId), &response).ok());
  ASSERT_TRUE(Import(OneRow(kId), &response, Role::kOperator).ok());
  EXPECT_EQ(response.unchanged(), 1);
}

TEST_F(RpcMutation, WithoutAnIdACallIsMerelyNotIdempotent) {
  v1::ImportResponse response;
  ASSERT_TRUE(Import(OneRow(""), &response).ok());
  EXPECT_EQ(response.new_(), 1);
  ASSERT_TRUE(Import(OneRow(""), &response).ok());
  EXPECT_EQ(response.new_(), 0);
  EXPECT_EQ(response.unchanged(), 1);
}

TEST_F(RpcMutation, ADryRunAnswersAndChangesNothing) {
  const std::int64_t size = JournalSize();
  v1::ImportEnterprisesRequest request = OneRow(kId);
  request.mutable_options()->set_validate_only(true);
  v1::ImportResponse response;
  ASSERT_TRUE(Import(request, &response).ok());
  EXPECT_EQ(response.new_(), 1);
  EXPECT_EQ(JournalSize(), size);
  // The dry run did not use up the id.
  request.mutable_options()->set_validate_only(false);
  ASSERT_TRUE(Import(request, &response).ok());
  EXPECT_EQ(response.new_(), 1);
  EXPECT_EQ(JournalSize(), size + 1);
}

TEST_F(RpcMutation, ManyCallersLoseAndDoubleNothing) {
  constexpr int kClients = 8;
  constexpr int kCalls = 5;
  const std::int64_t size = JournalSize();
  const auto channel = office_.As(Role::kAdmin);
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&channel, client] {
      const auto stub = v1::DrawService::NewStub(channel);
      for (int call = 0; call < kCalls; ++call) {
        v1::CreateTaskRequest request;
        request.set_task_id("T" + std::to_string(client) + "-" +
                            std::to_string(call));
        v1::Task& task = *request.mutable_task();
        task.set_authority("宁夏市场监管厅");
        task.set_level(v1::LEVEL_PROVINCIAL);
        task.set_region("64");
        task.add_categories("家用电器");
        task.set_sample_size(1);
        task.set_lines_per_enterprise(1);
        task.set_inspectors_per_enterprise(1);
        const auto context = Patient();
        v1::Task created;
        const grpc::Status status =
            stub->CreateTask(context.get(), request, &created);
        EXPECT_TRUE(status.ok()) << status.error_message();
        EXPECT_EQ(created.name(), "tasks/" + request.task_id());
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(JournalSize(), size + kClients * kCalls);
  office_.Stop();
  ASSERT_OK_AND_ASSIGN(const store::DatabaseKeys keys,
                       LoadKeys(DataDir(office_.data())));
  EXPECT_THAT(
      store::VerifyDatabase(*DatabaseOptionsOf(DataDir(office_.data())), keys),
      IsOkAndHolds(::testing::IsEmpty()));
}

// Calls the edge without gRPC. The deadline passes while the call waits for the
// writer.
TEST(EdgeTest, AChangeThatNobodyWaitsForAnyMoreIsNotMade) {
  FakeClock clock(absl::FromUnixSeconds(1'500'000'000));
  FakeEntropy entropy(1);
  const store::DatabaseKeys keys{SigningKey::Generate(entropy),
                                 entropy.Bytes(32)};
  store::DatabaseOptions options;
  options.path = ":memory:";
  ASSERT_OK_AND_ASSIGN(const auto database,
                       store::Database::Open(options, keys, clock, entropy));
  const app::RuleBook book;
  const app::FixedRules rules(book);
  RpcTable table({*database, rules, entropy});
  AddAllRpcs(table);
  std::ostringstream out;
  Log log(out, clock);
  Metrics metrics;
  const TempDir folder;
  ASSERT_OK_AND_ASSIGN(const auto revocations,
                       RevocationList::Open(DataDir(folder.In("none"))));
  Edge edge(log, metrics, *revocations);
  const auto authority = CertificateAuthority::Create(clock.Now());
  ASSERT_OK_AND_ASSIGN(
      const KeyPair pair,
      authority.IssuePerson({"a", Role::kAdmin}, clock.Now(), 1));
  int asked = 0;
  const Incoming incoming{pair.certificate, [&asked] {
                            return ++asked == 1 ? absl::OkStatus()
                                                : CallDeadlinePassed("rpc");
                          }};
  const Rpc& rpc =
      table.rpcs().at("spotcheck.v1.RegisterService.ImportEnterprises");
  EXPECT_THAT(edge.Serve(rpc, incoming, OneRow(kId).SerializeAsString()),
              StatusReasonIs("CALL_DEADLINE_PASSED"));
  EXPECT_OK(database->Read([](const store::View& view) {
    EXPECT_EQ(view.journal_size(), 0);
    return absl::OkStatus();
  }));
  EXPECT_NE(out.str().find("CALL_DEADLINE_PASSED"), std::string::npos);
}

}  // namespace
}  // namespace spotcheck::server
