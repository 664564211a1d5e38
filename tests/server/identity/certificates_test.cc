#include "server/identity/certificates.h"

#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/files.h"
#include "lib/base/status_matchers.h"
#include "server/identity/profiles.h"
#include "server/init.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::SizeIs;

class Certificates : public ::testing::Test {
 protected:
  Certificates() {
    EXPECT_OK(InitDataDir({folder_.In("office"), "127.0.0.1:7443", {}}, clock_,
                          entropy_));
  }
  absl::Status Issue(const std::string& name) {
    return IssueProfile(dir_, {{name, Role::kOperator}, "127.0.0.1:7443", 30},
                        clock_.Now());
  }
  std::string SerialOf(const std::string& name) {
    const auto text = ReadFile(dir_.profiles() + "/" + name + ".crt");
    EXPECT_OK(text);
    return text.ok() ? FactsOf(*text)->serial : "";
  }
  absl::StatusOr<std::vector<Revocation>> Revoke(const std::string& whom) {
    return RevokeCertificates(dir_, {whom, "left", "chief"}, clock_.Now());
  }

  TempDir folder_;
  FakeClock clock_{absl::FromUnixSeconds(1'500'000'000)};
  FakeEntropy entropy_{1};
  const DataDir dir_{folder_.In("office")};
};

TEST_F(Certificates, EveryIssueIsOnRecord) {
  ASSERT_OK(Issue("lee"));
  ASSERT_OK_AND_ASSIGN(const auto known, KnownCertificates(dir_));
  ASSERT_THAT(known, SizeIs(2));
  EXPECT_EQ(known[0].facts.identity.name, "admin");
  EXPECT_EQ(known[1].facts.identity.name, "lee");
  EXPECT_EQ(known[1].facts.identity.role, Role::kOperator);
  EXPECT_EQ(known[1].facts.serial, SerialOf("lee"));
  EXPECT_EQ(known[1].facts.serial.size(), kSerialDigits);
  EXPECT_EQ(known[1].facts.expires, clock_.Now() + absl::Hours(24 * 30));
  EXPECT_THAT(known[1].revoked, SizeIs(0));
}

TEST_F(Certificates, OnesIssuedBeforeThereWasARecordAreKnownByTheirProfile) {
  ASSERT_OK(Issue("lee"));
  ASSERT_OK(ReplaceFile({dir_.issued(), "", Access::kPublic}));
  ASSERT_OK_AND_ASSIGN(const auto known, KnownCertificates(dir_));
  EXPECT_THAT(known, SizeIs(2));
  EXPECT_OK(Revoke("lee"));
}

TEST_F(Certificates, ANameIsRevokedOnceAndCanThenBeIssuedAgain) {
  ASSERT_OK(Issue("lee"));
  const std::string first = SerialOf("lee");
  ASSERT_OK_AND_ASSIGN(const auto revoked, Revoke("lee"));
  ASSERT_THAT(revoked, SizeIs(1));
  EXPECT_EQ(revoked[0].serial, first);
  EXPECT_THAT(Revoke("lee"), StatusReasonIs("NO_SUCH_CERTIFICATE"));
  ASSERT_OK(Issue("lee"));
  EXPECT_NE(SerialOf("lee"), first);
  ASSERT_OK_AND_ASSIGN(const auto list, RevocationList::Open(dir_));
  EXPECT_THAT(list->Check(first), StatusReasonIs("CERTIFICATE_REVOKED"));
  EXPECT_OK(list->Check(SerialOf("lee")));
  ASSERT_OK_AND_ASSIGN(const auto known, KnownCertificates(dir_));
  ASSERT_THAT(known, SizeIs(3));
  const auto old = known[1].revoked.empty() ? known[2] : known[1];
  ASSERT_THAT(old.revoked, SizeIs(1));
  EXPECT_EQ(old.revoked[0].reason, "left");
  EXPECT_EQ(old.revoked[0].by, "chief");
  EXPECT_EQ(old.revoked[0].at, clock_.Now());
}

TEST_F(Certificates, ASerialAloneCanBeRevokedEvenWhereItsRecordWasLost) {
  ASSERT_OK(Issue("lee"));
  ASSERT_OK(Revoke(SerialOf("lee")));
  const std::string unknown(kSerialDigits, 'a');
  ASSERT_OK_AND_ASSIGN(const auto list, RevocationList::Open(dir_));
  EXPECT_OK(list->Check(unknown));
  ASSERT_OK(Revoke(unknown));
  EXPECT_THAT(list->Check(unknown), StatusReasonIs("CERTIFICATE_REVOKED"))
      << "the list is read again when the file is another one";
  EXPECT_THAT(Revoke("nobody"), StatusReasonIs("NO_SUCH_CERTIFICATE"));
}

TEST_F(Certificates, ARevocationNeedsAReason) {
  EXPECT_THAT(RevokeCertificates(dir_, {"admin", "", "chief"}, clock_.Now()),
              StatusReasonIs("REVOCATION_REASON_MISSING"));
}

TEST_F(Certificates, AListThatCannotBeReadLetsNobodyIn) {
  ASSERT_OK_AND_ASSIGN(const auto list, RevocationList::Open(dir_));
  ASSERT_OK(AppendToFile({dir_.revoked(), "no json\n", Access::kPublic}));
  EXPECT_THAT(list->Check(SerialOf("admin")),
              StatusReasonIs("REVOCATIONS_NOT_READABLE"));
  EXPECT_THAT(RevocationList::Open(dir_), StatusReasonIs("RECORD_MALFORMED"));
}

TEST_F(Certificates, ARecordThatLostARevocationLetsNobodyIn) {
  ASSERT_OK(Issue("lee"));
  ASSERT_OK(Issue("wang"));
  ASSERT_OK(Revoke(SerialOf("lee")));
  ASSERT_OK_AND_ASSIGN(const auto list, RevocationList::Open(dir_));
  EXPECT_OK(list->Check(SerialOf("wang")));
  std::filesystem::remove(dir_.revoked());
  EXPECT_THAT(list->Check(SerialOf("wang")),
              StatusReasonIs("REVOCATIONS_NOT_READABLE"));
}

TEST_F(Certificates, ALineThatIsStillBeingWrittenIsNotThereYet) {
  ASSERT_OK(AppendToFile({dir_.revoked(), "{\"serial\"", Access::kPublic}));
  ASSERT_OK_AND_ASSIGN(const auto list, RevocationList::Open(dir_));
  EXPECT_OK(list->Check(SerialOf("admin")));
}

}  // namespace
}  // namespace spotcheck::server
