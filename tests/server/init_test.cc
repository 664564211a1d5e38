#include "server/init.h"

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/files.h"
#include "lib/base/status_matchers.h"
#include "nlohmann/json.hpp"
#include "server/identity/profiles.h"
#include "server/setup/data_dir.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

unsigned ModeOf(const std::string& path) {
  struct stat info {};
  EXPECT_EQ(::stat(path.c_str(), &info), 0) << path;
  return info.st_mode & 0777U;
}

class Init : public ::testing::Test {
 protected:
  absl::Status Make(const std::string& name) {
    return InitDataDir({folder_.In(name), "127.0.0.1:7443", {}}, clock_,
                       entropy_);
  }
  TempDir folder_;
  FakeClock clock_{absl::FromUnixSeconds(1'500'000'000)};
  FakeEntropy entropy_{1};
};

TEST_F(Init, LaysOutTheDataFolderWithItsSecretsClosed) {
  ASSERT_OK(Make("office"));
  const DataDir dir(folder_.In("office"));
  EXPECT_EQ(ModeOf(dir.path()), 0700U);
  for (const std::string& secret :
       {dir.journal_key(), dir.seal_key(), dir.ca_key(), dir.server_key(),
        dir.profiles() + "/admin.key"}) {
    EXPECT_EQ(ModeOf(secret), 0600U) << secret;
  }
  for (const std::string& open :
       {dir.database(), dir.verifier_key(), dir.ca_certificate(),
        dir.server_certificate(), dir.profiles() + "/admin.crt",
        dir.profiles() + "/ca.crt", dir.policies() + "/50-draws.txtpb"}) {
    EXPECT_TRUE(std::filesystem::exists(open)) << open;
  }
  EXPECT_OK(LoadKeys(dir));
}

TEST_F(Init, TheJournalHasTheNameThatTheOfficeGaveIt) {
  ASSERT_OK(Make("plain"));
  EXPECT_EQ(ReadFile(DataDir(folder_.In("plain")).verifier_key())
                ->rfind("spotcheck+", 0),
            0U);
  const std::string origin = "spotcheck.example.gov.cn/64";
  ASSERT_OK(InitDataDir({folder_.In("named"), "127.0.0.1:7443", {}, origin},
                        clock_, entropy_));
  const DataDir dir(folder_.In("named"));
  EXPECT_EQ(ReadFile(dir.verifier_key())->rfind(origin + "+", 0), 0U);
  ASSERT_OK_AND_ASSIGN(const auto options, DatabaseOptionsOf(dir));
  EXPECT_EQ(options.origin, origin);
}

TEST_F(Init, RefusesANameThatIsNoneOfANote) {
  for (const std::string& origin :
       {std::string(), std::string("a b"), std::string("a+b"),
        std::string("宁夏"), std::string("/x"), std::string("-x"),
        std::string("a\n"), std::string(101, 'a')}) {
    EXPECT_THAT(InitDataDir({folder_.In("x"), "127.0.0.1:7443", {}, origin},
                            clock_, entropy_),
                StatusReasonIs("INVALID_ORIGIN"))
        << origin;
  }
}

TEST_F(Init, WritesTheAdministratorsProfile) {
  ASSERT_OK(Make("office"));
  const DataDir dir(folder_.In("office"));
  const auto profile = nlohmann::json::parse(
      ReadFile(dir.profiles() + "/admin.json").value(), nullptr, false);
  const auto expected = nlohmann::json{{"name", "admin"},
                                       {"role", "admin"},
                                       {"endpoint", "127.0.0.1:7443"},
                                       {"ca", "ca.crt"},
                                       {"certificate", "admin.crt"},
                                       {"key", "admin.key"}};
  EXPECT_EQ(profile, expected);
  ASSERT_OK_AND_ASSIGN(
      const CertificateFacts facts,
      FactsOf(ReadFile(dir.profiles() + "/admin.crt").value()));
  EXPECT_EQ(facts.identity.name, "admin");
  EXPECT_EQ(facts.identity.role, Role::kAdmin);
}

TEST_F(Init, RefusesAFolderInUseAndLeavesItAsItIs) {
  ASSERT_OK(MakeFolder(folder_.In("office")));
  ASSERT_OK(CreateFile({folder_.In("office/mine"), "x", Access::kPublic}));
  EXPECT_THAT(Make("office"), StatusReasonIs("DATA_FOLDER_IN_USE"));
  EXPECT_EQ(ReadFile(folder_.In("office/mine")).value(), "x");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.In("")),
                          std::filesystem::directory_iterator()),
            1);
}

TEST_F(Init, TakesAnEmptyFolder) {
  ASSERT_OK(MakeFolder(folder_.In("office")));
  EXPECT_OK(Make("office"));
  EXPECT_THAT(Make("office"), StatusReasonIs("DATA_FOLDER_IN_USE"));
}

TEST_F(Init, LeavesNothingBehindWhereItFails) {
  EXPECT_THAT(
      InitDataDir({folder_.In("office"), "nowhere", {}}, clock_, entropy_),
      StatusReasonIs("INVALID_ADDRESS"));
  EXPECT_TRUE(std::filesystem::is_empty(folder_.In("")));
  EXPECT_THAT(Make("no/such/parent"), StatusReasonIs("FILE_NOT_WRITABLE"));
}

TEST_F(Init, IssuesAPersonOnce) {
  ASSERT_OK(Make("office"));
  const DataDir dir(folder_.In("office"));
  const NewProfile lee{{"lee", Role::kAuditor}, "h:1", 5};
  EXPECT_OK(IssueProfile(dir, lee, clock_.Now()));
  EXPECT_THAT(IssueProfile(dir, lee, clock_.Now()),
              StatusReasonIs("PERSON_EXISTS"));
  for (const char* reserved : {"spotcheckd", "system", "ca"}) {
    EXPECT_THAT(
        IssueProfile(dir, {{reserved, Role::kAdmin}, "h:1", 5}, clock_.Now()),
        StatusReasonIs("RESERVED_PERSON_NAME"));
  }
  EXPECT_THAT(IssueProfile(DataDir(folder_.In("none")), lee, clock_.Now()),
              StatusReasonIs("NO_DATA_FOLDER"));
}

TEST_F(Init, RefusesABrokenKeyFile) {
  ASSERT_OK(Make("office"));
  const DataDir dir(folder_.In("office"));
  ASSERT_OK(ReplaceFile({dir.seal_key(), "ABC\n", Access::kPrivate}));
  EXPECT_THAT(LoadKeys(dir), StatusReasonIs("KEY_FILE_MALFORMED"));
}

TEST(Addresses, AreHostAndPort) {
  for (const char* good : {"127.0.0.1:0", "[::1]:7443", "host:65535"}) {
    EXPECT_OK(ValidateAddress(good)) << good;
  }
  for (const char* bad : {"", "host", ":1", "host:", "host:65536", "host:x"}) {
    EXPECT_THAT(ValidateAddress(bad), StatusReasonIs("INVALID_ADDRESS")) << bad;
  }
}

}  // namespace
}  // namespace spotcheck::server
