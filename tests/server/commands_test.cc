#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/command_line.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {
namespace {

using ::testing::HasSubstr;

struct Outcome {
  int exit = 0;
  std::string out;
  std::string err;
};

Outcome Spotcheckd(std::vector<const char*> arguments,
                   Language language = Language::kEn) {
  arguments.insert(arguments.begin(), "spotcheckd");
  std::ostringstream out;
  std::ostringstream err;
  Outcome outcome;
  outcome.exit =
      static_cast<int>(RunCommandLine(static_cast<int>(arguments.size()),
                                      arguments.data(), {out, err, language}));
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

TEST(CommandLine, InitCertAndVerifyWorkTogether) {
  const TempDir folder;
  const std::string data = folder.In("office");
  EXPECT_EQ(Spotcheckd({"init", "--data", data.c_str()}).exit, 0);
  EXPECT_EQ(Spotcheckd({"init", "--data", data.c_str()}).exit, 5);
  EXPECT_EQ(Spotcheckd({"cert", "issue", "--data", data.c_str(), "--name",
                        "lee", "--role", "approver"})
                .exit,
            0);
  const Outcome twice = Spotcheckd({"cert", "issue", "--data", data.c_str(),
                                    "--name", "lee", "--role", "approver"});
  EXPECT_EQ(twice.exit, 5);
  EXPECT_THAT(twice.err, HasSubstr("PERSON_EXISTS"));
  EXPECT_EQ(Spotcheckd({"cert", "issue", "--data", data.c_str(), "--name", "x",
                        "--role", "king"})
                .exit,
            7);
  const Outcome verified = Spotcheckd({"verify", "--data", data.c_str()});
  EXPECT_EQ(verified.exit, 0) << verified.out << verified.err;
}

TEST(CommandLine, ACertificateIsListedAndTakenBack) {
  const TempDir folder;
  const std::string data = folder.In("office");
  ASSERT_EQ(
      Spotcheckd({"init", "--data", data.c_str(), "--origin", "o.cn/1"}).exit,
      0);
  EXPECT_THAT(Spotcheckd({"cert", "list", "--data", data.c_str()}).out,
              HasSubstr("\tvalid\n"));
  const Outcome revoked =
      Spotcheckd({"cert", "revoke", "--data", data.c_str(), "admin", "--reason",
                  "key lost", "--by", "chief"});
  EXPECT_EQ(revoked.exit, 0) << revoked.err;
  EXPECT_THAT(Spotcheckd({"cert", "list", "--data", data.c_str()}).out,
              HasSubstr(": key lost (chief)\n"));
  const Outcome nobody = Spotcheckd(
      {"cert", "revoke", "--data", data.c_str(), "nobody", "--reason", "x"});
  EXPECT_EQ(nobody.exit, 3);
  EXPECT_THAT(nobody.err, HasSubstr("NO_SUCH_CERTIFICATE"));
  EXPECT_EQ(Spotcheckd({"cert", "revoke", "--data", data.c_str(), "x"}).exit,
            2);
}

TEST(CommandLine, ACertificateIsIssuedWithTheAuthorityItSpeaksFor) {
  const TempDir folder;
  const std::string data = folder.In("office");
  ASSERT_EQ(
      Spotcheckd({"init", "--data", data.c_str(), "--authority",
                  "灵武市市场监管局", "--level", "县级", "--region", "640181"})
          .exit,
      0);
  const auto issue = [&](std::vector<const char*> more) {
    more.insert(more.begin(), {"cert", "issue", "--data", data.c_str()});
    return Spotcheckd(more);
  };
  const Outcome own = issue({"--name", "wang", "--role", "operator"});
  EXPECT_EQ(own.exit, 0) << own.err;
  EXPECT_THAT(own.out, HasSubstr("speaks for 灵武市市场监管局 (county, region "
                                 "640181)"));
  const Outcome peer = issue({"--name", "tax", "--role", "agency"});
  EXPECT_THAT(peer.out, HasSubstr("speaks for no authority yet"));
  const Outcome named =
      issue({"--name", "bank", "--role", "agency", "--authority", "人民银行",
             "--level", "national", "--region", "0"});
  EXPECT_THAT(named.out, HasSubstr("speaks for 人民银行 (national, region 0)"));
  EXPECT_EQ(
      issue({"--name", "auditor", "--role", "auditor"}).out.find("speaks"),
      std::string::npos);

  EXPECT_EQ(
      issue({"--name", "x", "--role", "agency", "--authority", "甲局"}).exit,
      2);
  const Outcome finer =
      issue({"--name", "x", "--role", "agency", "--authority", "甲局",
             "--level", "city", "--region", "640181"});
  EXPECT_EQ(finer.exit, 7);
  EXPECT_THAT(finer.err, HasSubstr("REGION_FINER_THAN_LEVEL"));
  EXPECT_EQ(issue({"--name", "x", "--role", "agency"}).exit, 0);
  EXPECT_EQ(Spotcheckd({"verify", "--data", data.c_str()}).exit, 0);
}

TEST(CommandLine, ARenewedCertificateKeepsItsAuthorities) {
  const TempDir folder;
  const std::string data = folder.In("office");
  ASSERT_EQ(Spotcheckd({"init", "--data", data.c_str()}).exit, 0);
  const auto issue = [&] {
    return Spotcheckd({"cert", "issue", "--data", data.c_str(), "--name", "tax",
                       "--role", "agency", "--authority", "税务局", "--level",
                       "national", "--region", "0"});
  };
  ASSERT_EQ(issue().exit, 0);
  ASSERT_EQ(Spotcheckd({"cert", "revoke", "--data", data.c_str(), "tax",
                        "--reason", "key lost"})
                .exit,
            0);
  const Outcome again = issue();
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("speaks for 税务局 (national, region 0)"));
}

TEST(CommandLine, AClockThatAgreesWithTheJournalNeedsNoAcceptance) {
  const TempDir folder;
  const std::string data = folder.In("office");
  ASSERT_EQ(Spotcheckd({"init", "--data", data.c_str()}).exit, 0);
  const Outcome agrees = Spotcheckd(
      {"clock", "accept", "--data", data.c_str(), "--reason", "moved"});
  EXPECT_EQ(agrees.exit, 0) << agrees.err;
  EXPECT_THAT(agrees.out, HasSubstr("nothing to accept"));
  EXPECT_EQ(
      Spotcheckd({"clock", "accept", "--data", data.c_str(), "--reason", ""})
          .exit,
      7);
  EXPECT_EQ(Spotcheckd({"clock", "accept", "--data", data.c_str()}).exit, 2);
  EXPECT_EQ(Spotcheckd({"clock"}).exit, 2);
}

TEST(CommandLine, EndsWithTwoForALineThatCannotBeRead) {
  EXPECT_EQ(Spotcheckd({}).exit, 2);
  EXPECT_EQ(Spotcheckd({"draw"}).exit, 2);
  EXPECT_EQ(Spotcheckd({"init"}).exit, 2);
  EXPECT_EQ(Spotcheckd({"cert"}).exit, 2);
  EXPECT_EQ(Spotcheckd({"serve", "--data", "x", "--insecure"}).exit, 2);
}

TEST(CommandLine, NamesWhatIsMissing) {
  const TempDir folder;
  const std::string data = folder.In("none");
  EXPECT_EQ(Spotcheckd({"serve", "--data", data.c_str()}).exit, 3);
  EXPECT_EQ(Spotcheckd({"verify", "--data", data.c_str()}).exit, 3);
  EXPECT_THAT(Spotcheckd({"verify", "--data", data.c_str()}, Language::kZh).err,
              HasSubstr("请先运行 spotcheckd init"));
}

TEST(CommandLine, HelpIsChineseToTheLastWord) {
  for (const std::vector<const char*>& line :
       {std::vector<const char*>{"--lang", "zh", "--help"},
        std::vector<const char*>{"--lang", "zh", "cert", "--help"},
        std::vector<const char*>{"cert", "issue", "--help", "--lang", "zh"}}) {
    const std::string help = Spotcheckd(line).out;
    EXPECT_THAT(help, HasSubstr("选项:"));
    for (const char* word : {"Options:", "Usage:", "Subcommands:", "REQUIRED",
                             "TEXT", "Env:", "Needs:"}) {
      EXPECT_EQ(help.find(word), std::string::npos) << word << "\n" << help;
    }
  }
}

TEST(CommandLine, ListsTheRolesInBothLanguages) {
  const Outcome en = Spotcheckd({"cert", "issue", "--help"});
  EXPECT_EQ(en.exit, 0);
  const Outcome zh = Spotcheckd({"cert", "issue", "--help"}, Language::kZh);
  for (const char* role :
       {"admin", "operator", "approver", "witness", "agency", "auditor"}) {
    EXPECT_THAT(en.out, HasSubstr(role));
    EXPECT_THAT(zh.out, HasSubstr(role));
  }
  EXPECT_THAT(zh.out, HasSubstr("第二人"));
}

}  // namespace
}  // namespace spotcheck::server
