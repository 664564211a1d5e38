#include "client/profile.h"

#include <stdlib.h>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

constexpr char kProfile[] =
    R"({"name":"n","role":"admin","endpoint":"127.0.0.1:7443","ca":"ca.crt",
        "certificate":"n.crt","key":"n.key"})";

class ProfileTest : public ::testing::Test {
 protected:
  ProfileTest() {
    unsetenv("SPOTCHECK_PROFILE");
    setenv("XDG_CONFIG_HOME", scratch_.Path("xdg").c_str(), 1);
  }
  void WriteProfile(const std::string& folder, const std::string& name) const {
    scratch_.Write(folder + "/" + name + ".json", kProfile);
    scratch_.Write(folder + "/ca.crt", "CA");
    scratch_.Write(folder + "/n.crt", "CERT");
    scratch_.Write(folder + "/n.key", "KEY");
  }
  Scratch scratch_;
  GlobalOptions options_;
};

TEST_F(ProfileTest, FilesAreFoundBesideTheProfile) {
  WriteProfile("d/profiles", "admin");
  options_.data = scratch_.Path("d");
  ASSERT_OK_AND_ASSIGN(const Profile profile, LoadProfile(options_));
  EXPECT_EQ(profile.endpoint, "127.0.0.1:7443");
  EXPECT_EQ(profile.ca, "CA");
  EXPECT_EQ(profile.certificate, "CERT");
  EXPECT_EQ(profile.key, "KEY");
}

TEST_F(ProfileTest, ARunningServersEndpointGoesFirst) {
  WriteProfile("d/profiles", "admin");
  scratch_.Write("d/run/endpoint", "127.0.0.1:9999\n");
  options_.data = scratch_.Path("d");
  ASSERT_OK_AND_ASSIGN(const Profile profile, LoadProfile(options_));
  EXPECT_EQ(profile.endpoint, "127.0.0.1:9999");
}

TEST_F(ProfileTest, TheNameComesFromOptionThenEnvironmentThenAdmin) {
  EXPECT_EQ(ProfileName(options_), "admin");
  setenv("SPOTCHECK_PROFILE", "second", 1);
  EXPECT_EQ(ProfileName(options_), "second");
  options_.profile = "third";
  EXPECT_EQ(ProfileName(options_), "third");
}

TEST_F(ProfileTest, WithoutADataFolderTheConfigurationIsUsed) {
  WriteProfile("xdg/spotcheck/profiles", "mine");
  options_.profile = "mine";
  EXPECT_OK(LoadProfile(options_));
  options_.profile = "other";
  EXPECT_THAT(LoadProfile(options_), StatusReasonIs("PROFILE_NOT_FOUND"));
}

TEST_F(ProfileTest, AProfileWithoutAFieldIsRefused) {
  scratch_.Write("d/profiles/admin.json", R"({"endpoint":"x"})");
  options_.data = scratch_.Path("d");
  EXPECT_THAT(LoadProfile(options_), StatusReasonIs("FILE_MALFORMED"));
}

TEST_F(ProfileTest, TheJournalKeyIsTheDataFoldersElseTheProfiles) {
  options_.data = scratch_.Path("d");
  EXPECT_THAT(LoadJournalKey(options_), StatusReasonIs("JOURNAL_KEY_UNKNOWN"));
  scratch_.Write("d/profiles/journal.vkey", "profile's\n");
  EXPECT_THAT(LoadJournalKey(options_), IsOkAndHolds("profile's"));
  scratch_.Write("d/journal.vkey", "folder's\n");
  EXPECT_THAT(LoadJournalKey(options_), IsOkAndHolds("folder's"));
}

}  // namespace
}  // namespace spotcheck::client
