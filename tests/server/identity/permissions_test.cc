#include "server/identity/permissions.h"

#include <google/protobuf/descriptor.h>

#include <set>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "server/rpc/rpcs.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/draw.pb.h"
#include "spotcheck/v1/journal.pb.h"
#include "spotcheck/v1/register.pb.h"
#include "tests/app/fixed_rules.h"

namespace spotcheck::server {
namespace {

// The full names of every rpc in the proto files.
std::set<std::string> EveryRpc() {
  std::set<std::string> names;
  for (const auto* message :
       {v1::GetLabRequest::descriptor(), v1::GetCreditFileRequest::descriptor(),
        v1::GetDrawRequest::descriptor(),
        v1::GetCheckpointRequest::descriptor()}) {
    const auto* file = message->file();
    for (int i = 0; i < file->service_count(); ++i) {
      for (int j = 0; j < file->service(i)->method_count(); ++j) {
        names.insert(file->service(i)->method(j)->full_name());
      }
    }
  }
  return names;
}

TEST(Permissions, HaveOneRowForEveryRpcAndNoOther) {
  std::multiset<std::string> rows;
  for (const Permission& permission : Permissions()) {
    rows.insert(std::string(permission.rpc));
    EXPECT_FALSE(permission.roles.empty()) << permission.rpc;
  }
  const std::set<std::string> every = EveryRpc();
  EXPECT_EQ(std::set<std::string>(rows.begin(), rows.end()), every);
  EXPECT_EQ(rows.size(), every.size());
}

TEST(Permissions, LetNobodyCallWhatHasNoRow) {
  EXPECT_TRUE(AllowedRoles("spotcheck.v1.DrawService.Steer").empty());
  EXPECT_TRUE(AllowedRoles("").empty());
}

TEST(Permissions, KeepWhatIsNotPublicFromWitnessesAndAgencies) {
  const std::set<std::string> closed = {
      "spotcheck.v1.DrawService.GetTask",
      "spotcheck.v1.DrawService.PreviewTask",
      "spotcheck.v1.DrawService.CommitDraw",
      "spotcheck.v1.DrawService.ExplainUnit",
      "spotcheck.v1.DrawService.GetUnitProof",
      "spotcheck.v1.DrawService.GetDrawReport",
      "spotcheck.v1.CreditService.RecordResult",
      "spotcheck.v1.CreditService.RecordResults",
      "spotcheck.v1.CreditService.CorrectResult",
      "spotcheck.v1.CreditService.VoidResult",
      "spotcheck.v1.CreditService.ApproveCheckChange",
      "spotcheck.v1.CreditService.ListCheckChanges",
      "spotcheck.v1.RegisterService.GetInspector",
      "spotcheck.v1.RegisterService.ListInspectors"};
  for (const std::string& rpc : closed) {
    EXPECT_FALSE(AllowedRoles(rpc).Has(Role::kWitness)) << rpc;
    EXPECT_FALSE(AllowedRoles(rpc).Has(Role::kAgency)) << rpc;
    EXPECT_TRUE(AllowedRoles(rpc).Has(Role::kAdmin)) << rpc;
  }
}

TEST(Permissions, BindOnlyRolesThatMayCall) {
  for (const Permission& permission : Permissions()) {
    for (const Role role : kRoles) {
      if (!permission.bound.Has(role)) continue;
      EXPECT_TRUE(permission.roles.Has(role)) << permission.rpc;
      EXPECT_NE(role, Role::kAdmin) << permission.rpc;
    }
  }
  EXPECT_TRUE(
      BoundRoles("spotcheck.v1.DrawService.Steer").Has(Role::kOperator));
}

TEST(RpcTable, HasAHandlerForEveryRpc) {
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
  std::set<std::string> handled;
  for (const auto& [name, rpc] : table.rpcs()) handled.emplace(name);
  EXPECT_EQ(handled, EveryRpc());
}

TEST(Roles, AreReadByTheirNamesOnly) {
  for (const Role role : kRoles) {
    ASSERT_OK_AND_ASSIGN(const Role parsed,
                         ParseRole(std::string(RoleName(role))));
    EXPECT_EQ(parsed, role);
    EXPECT_FALSE(RolePurpose(role).zh.empty());
    EXPECT_FALSE(RolePurpose(role).en.empty());
  }
  EXPECT_THAT(ParseRole("root"), testing::StatusReasonIs("UNKNOWN_ROLE"));
  // A certificate has the one name, a person has either language.
  EXPECT_THAT(ParseRole("审计人员"), testing::StatusReasonIs("UNKNOWN_ROLE"));
  EXPECT_THAT(ParseTypedRole("审计人员"),
              testing::IsOkAndHolds(Role::kAuditor));
  EXPECT_THAT(ParseTypedRole("Auditor"), testing::IsOkAndHolds(Role::kAuditor));
  EXPECT_THAT(ParseTypedRole("root"), testing::StatusReasonIs("UNKNOWN_ROLE"));
  EXPECT_EQ((RoleSet{Role::kAdmin, Role::kAuditor}).ToString(),
            "admin, auditor");
}

}  // namespace
}  // namespace spotcheck::server
