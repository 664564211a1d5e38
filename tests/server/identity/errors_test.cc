#include "server/identity/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "tests/error_rows.h"

namespace spotcheck::server {
namespace {

using ::testing::IsEmpty;

// Calls every error function once, and more often where its sentence varies.
std::vector<absl::Status> Examples(const std::string& text) {
  return {
      NoIdentity(),
      CertificateRevoked(text, absl::FromUnixSeconds(1'500'000'000)),
      RevocationsNotReadable(text),
      RoleNotAllowed(text, Role::kWitness, RoleSet::All()),
      CertificateFileMalformed(text),
      InvalidPersonName(text),
      ReservedPersonName(text),
      PersonExists(text),
      UnknownRole(text),
      InvalidHost(text),
      InvalidAddress(text),
      InvalidValidity(0, 4),
      NoSuchCertificate(text),
      RevocationReasonMissing(),
      RecordMalformed({text, 3}),
  };
}

TEST(IdentityErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(IdentityErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(IdentityErrorRows(), Examples("v")), IsEmpty());
}

TEST(IdentityErrors, WhereNobodyMayADashSaysSo) {
  const ErrorInfo info = GetErrorInfo(RoleNotAllowed("rpc", Role::kAdmin, {}));
  EXPECT_EQ(info.metadata.at("allowed"), "-");
  EXPECT_EQ(info.message.en, "the role admin may not call rpc; - may");
}

TEST(IdentityErrors, AnUnknownRoleIsToldEveryRole) {
  const std::string message(UnknownRole("x").message());
  for (const Role role : kRoles) {
    EXPECT_THAT(message, testing::HasSubstr(std::string(RoleName(role))));
  }
}

}  // namespace
}  // namespace spotcheck::server
