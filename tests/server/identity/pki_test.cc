#include "server/identity/pki.h"

#include <string>

#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

const absl::Time kNow = absl::FromUnixSeconds(1'500'000'000);

TEST(Pki, APersonsCertificateNamesThePersonAndTheRole) {
  const auto authority = CertificateAuthority::Create(kNow);
  for (const Role role : kRoles) {
    ASSERT_OK_AND_ASSIGN(const KeyPair pair,
                         authority.IssuePerson({"Li.Si-1_a", role}, kNow, 30));
    ASSERT_OK_AND_ASSIGN(const CertificateFacts facts,
                         FactsOf(pair.certificate));
    EXPECT_EQ(facts.identity.name, "Li.Si-1_a");
    EXPECT_EQ(facts.identity.role, role);
  }
}

TEST(Pki, TheAuthoritysAndTheServersOwnCertificatesAreNobody) {
  const auto authority = CertificateAuthority::Create(kNow);
  ASSERT_OK_AND_ASSIGN(const KeyPair server, authority.IssueServer({}, kNow));
  EXPECT_THAT(FactsOf(server.certificate), StatusReasonIs("NO_IDENTITY"));
  EXPECT_THAT(FactsOf(authority.own().certificate),
              StatusReasonIs("NO_IDENTITY"));
  EXPECT_THAT(FactsOf(""), StatusReasonIs("NO_IDENTITY"));
  EXPECT_THAT(FactsOf("-----BEGIN CERTIFICATE-----\nAAAA\n"),
              StatusReasonIs("NO_IDENTITY"));
}

TEST(Pki, ALoadedAuthorityIssuesOn) {
  const auto made = CertificateAuthority::Create(kNow);
  ASSERT_OK_AND_ASSIGN(const auto loaded,
                       CertificateAuthority::Load(made.own()));
  EXPECT_OK(loaded.IssuePerson({"a", Role::kAdmin}, kNow, 1));
  EXPECT_EQ(loaded.own().certificate, made.own().certificate);
}

TEST(Pki, RefusesAnAuthorityWhoseKeyIsAnothers) {
  const auto one = CertificateAuthority::Create(kNow);
  const auto other = CertificateAuthority::Create(kNow);
  EXPECT_THAT(
      CertificateAuthority::Load({one.own().certificate, other.own().key}),
      StatusReasonIs("CERTIFICATE_FILE_MALFORMED"));
  EXPECT_THAT(CertificateAuthority::Load({"", ""}),
              StatusReasonIs("CERTIFICATE_FILE_MALFORMED"));
}

TEST(Pki, RefusesNamesThatAreNoFileNames) {
  const auto authority = CertificateAuthority::Create(kNow);
  for (const std::string name :
       {"", ".", "..", ".a", "a/b", "a b", "张三", "a\n"}) {
    EXPECT_THAT(authority.IssuePerson({name, Role::kAdmin}, kNow, 1),
                StatusReasonIs("INVALID_PERSON_NAME"))
        << name;
  }
  EXPECT_THAT(
      authority.IssuePerson({std::string(65, 'a'), Role::kAdmin}, kNow, 1),
      StatusReasonIs("INVALID_PERSON_NAME"));
}

TEST(Pki, RefusesAValidityOutsideTheAuthoritys) {
  const auto authority = CertificateAuthority::Create(kNow);
  for (const int days : {0, -1, kAuthorityDays + 1}) {
    EXPECT_THAT(authority.IssuePerson({"a", Role::kAdmin}, kNow, days),
                StatusReasonIs("INVALID_VALIDITY"));
  }
}

TEST(Pki, TakesHostNamesAndAddressesAndNothingElse) {
  const auto authority = CertificateAuthority::Create(kNow);
  EXPECT_OK(
      authority.IssueServer({"check.example.cn", "10.0.0.7", "fd00::7"}, kNow));
  for (const std::string host : {"", "a b", "a,IP:1.2.3.4", "*"}) {
    EXPECT_THAT(authority.IssueServer({host}, kNow),
                StatusReasonIs("INVALID_HOST"))
        << host;
  }
}

}  // namespace
}  // namespace spotcheck::server
