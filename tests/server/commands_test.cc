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
