#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/files.h"
#include "lib/base/status_matchers.h"
#include "lib/store/read/rules.h"
#include "server/rulebook/config.h"
#include "server/rulebook/default_policies.h"
#include "server/rulebook/files.h"
#include "tests/server/temp_dir.h"
#include "tests/source_dir.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;

std::vector<RuleFile> Defaults() {
  std::vector<RuleFile> files;
  for (const PolicyFile& file : DefaultPolicies()) {
    files.push_back({std::string(file.name), std::string(file.text)});
  }
  return files;
}

TEST(RuleBook, TheDefaultsAreTheFilesOfDeployPolicies) {
  const std::string folder = SourceDir() + "/deploy/policies";
  ASSERT_OK_AND_ASSIGN(const auto files, ReadRuleFiles(folder));
  const auto defaults = Defaults();
  ASSERT_EQ(files.size(), defaults.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(files[i].name, defaults[i].name);
    EXPECT_EQ(files[i].content, defaults[i].content);
  }
}

TEST(RuleBook, TheDefaultsCanBeEvaluated) {
  ASSERT_OK_AND_ASSIGN(const app::RuleBook book, ParseRuleBook(Defaults()));
  std::vector<std::string> ids;
  for (const rules::Policy& policy : book.policies) {
    ids.push_back(policy.id.str());
  }
  EXPECT_THAT(ids,
              ElementsAre("GBF68-2016", "SAMR18-8-1", "SAMR18-8-2", "PQL-15",
                          "NINGXIA-2017", "LINGWU-2017", "SHANXI-2017"));
  EXPECT_EQ(book.scheme.bands.size(), 6U);
  EXPECT_EQ(book.scheme.bands[0].min_points, 99);
  EXPECT_EQ(book.list_rules.size(), 2U);
  EXPECT_EQ(book.draw.hold_days, 60);
  EXPECT_EQ(book.draw.rotation, app::LabRotation::kBarLastLab);
}

TEST(RuleBook, CarriesEveryFieldOfAPolicy) {
  ASSERT_OK_AND_ASSIGN(const app::RuleBook book, ParseRuleBook(Defaults()));
  const rules::Policy& ningxia = book.policies[4];
  EXPECT_EQ(ningxia.region.str(), "64");
  EXPECT_EQ(ningxia.valid_from, CivilDate(2017, 1, 1));
  EXPECT_FALSE(ningxia.valid_to.has_value());
  EXPECT_EQ(ningxia.earlier_by, rules::EarlierBy::kLevels);
  EXPECT_THAT(ningxia.earlier_levels, ElementsAre(rules::Level::kNational));
  EXPECT_EQ(ningxia.result, rules::EarlierResult::kPass);
  EXPECT_EQ(ningxia.months, 6);
  EXPECT_EQ(ningxia.identity, rules::IdentityScope::kNameModel);
  EXPECT_THAT(ningxia.replaces, ElementsAre(PolicyId("GBF68-2016")));
  EXPECT_EQ(ningxia.source.tag, rules::SourceTag::kVerified);
  const rules::Policy& superior = book.policies[2];
  EXPECT_EQ(superior.effect, rules::PolicyEffect::kSuperiorCheck);
  EXPECT_EQ(superior.earlier_by, rules::EarlierBy::kSuperior);
  EXPECT_THAT(superior.exceptions, ElementsAre(rules::Purpose::kFollowUp,
                                               rules::Purpose::kEmergency));
  const rules::Policy& warning = book.policies[3];
  EXPECT_EQ(warning.effect, rules::PolicyEffect::kWarn);
  EXPECT_FALSE(warning.months.has_value());
  EXPECT_EQ(book.policies[0].valid_to, CivilDate(2020, 12, 31));
  EXPECT_EQ(book.policies[6].excluded_categories.size(), 1U);
}

// Answers the default rules with one text replaced by another.
std::vector<RuleFile> Spoiled(const std::string& from, const std::string& to) {
  auto files = Defaults();
  for (RuleFile& file : files) {
    const std::size_t at = file.content.find(from);
    if (at == std::string::npos) continue;
    file.content.replace(at, from.size(), to);
    return files;
  }
  ADD_FAILURE() << from;
  return files;
}

TEST(RuleBook, NamesFileAndFieldOfWhatCannotStand) {
  struct Case {
    const char* from;
    const char* to;
    const char* reason;
    const char* file;
  };
  const Case cases[] = {
      {"months: 6", "months: six", "RULE_FILE_SYNTAX",
       "10-no-repeat-national.txtpb"},
      {"hold_days: 60", "holding: 60", "RULE_FILE_SYNTAX", "50-draws.txtpb"},
      {"region: \"64\"", "region: \"6\"", "RULE_FIELD_INVALID",
       "20-no-repeat-regions.txtpb"},
      {"valid_to: \"2020-12-31\"", "valid_to: \"2020-02-30\"",
       "RULE_FIELD_INVALID", "10-no-repeat-national.txtpb"},
      {"earlier_by: EARLIER_BY_LEVEL", "", "RULE_FIELD_INVALID",
       "10-no-repeat-national.txtpb"},
      {"verification: \"R\"", "verification: \"?\"", "RULE_FIELD_INVALID",
       "30-grading.txtpb"},
      {"condition: \"FAILED_RE_CHECK\"", "condition: \"X\"",
       "RULE_FIELD_INVALID", "40-lists.txtpb"},
      {"hold_days: 60", "hold_days: 0", "RULE_NUMBER_OUT_OF_RANGE",
       "50-draws.txtpb"},
  };
  for (const Case& test : cases) {
    const absl::Status status =
        ParseRuleBook(Spoiled(test.from, test.to)).status();
    EXPECT_THAT(status, StatusReasonIs(test.reason)) << test.to;
    EXPECT_EQ(GetErrorInfo(status).metadata["file"], test.file);
    EXPECT_NE(GetErrorInfo(status).metadata["line"], "0") << test.to;
  }
}

TEST(RuleBook, NamesNumberAndLimitOfWhatIsOutOfRange) {
  struct Case {
    const char* field;
    const char* standing;  // the line as the default rules have it
    const char* value;
    const char* limit;
  };
  const Case cases[] = {
      {"hold_days", "hold_days: 60", "0", "366"},
      {"hold_days", "hold_days: 60", "-1", "366"},
      {"hold_days", "hold_days: 60", "367", "366"},
      {"default_deadline_hours", "default_deadline_hours: 24", "0", "720"},
      {"default_deadline_hours", "default_deadline_hours: 24", "721", "720"},
      {"default_deadline_hours", "default_deadline_hours: 24", "2147483647",
       "720"},
      {"open_after_days", "open_after_days: 365", "0", "1098"},
      {"open_after_days", "open_after_days: 365", "1099", "1098"},
      {"months", "months: 6", "-6", "36"},
      {"months", "months: 6", "37", "36"},
      {"months", "months: 6", "2147483647", "36"},
      {"years", "years: 3", "-3", "100"},
      {"years", "years: 3", "200000000", "100"},
  };
  for (const Case& test : cases) {
    const std::string typed = std::string(test.field) + ": " + test.value;
    const absl::Status status =
        ParseRuleBook(Spoiled(test.standing, typed)).status();
    EXPECT_THAT(status, StatusReasonIs("RULE_NUMBER_OUT_OF_RANGE")) << typed;
    const ErrorInfo info = GetErrorInfo(status);
    EXPECT_EQ(info.metadata.at("field"), test.field);
    EXPECT_EQ(info.metadata.at("value"), test.value);
    EXPECT_EQ(info.metadata.at("limit"), test.limit);
    EXPECT_NE(info.message.zh.find(test.limit), std::string::npos);
    EXPECT_NE(info.message.en.find(test.limit), std::string::npos);
  }
  for (const char* most : {"hold_days: 366", "hold_days: 1"}) {
    EXPECT_OK(ParseRuleBook(Spoiled("hold_days: 60", most))) << most;
  }
}

TEST(RuleBook, NamesTheLine) {
  const absl::Status status =
      ParseRuleBook(
          {{"a.txtpb", "policies {\n  id: \"A\"\n  region: \"0\"\n}"}})
          .status();
  EXPECT_THAT(status, StatusReasonIs("RULE_FIELD_INVALID"));
  // The source is missing, so the error names the line of the policy.
  EXPECT_EQ(GetErrorInfo(status).metadata["line"], "1");
  const absl::Status syntax =
      ParseRuleBook({{"a.txtpb", "\n\npolicies { id: A }"}}).status();
  EXPECT_EQ(GetErrorInfo(syntax).metadata["line"], "3");
}

TEST(RuleBook, NeedsGradingAndDrawExactlyOnce) {
  auto files = Defaults();
  files.push_back(files[4]);
  EXPECT_THAT(ParseRuleBook(files), StatusReasonIs("RULE_PART_REPEATED"));
  files.resize(4);
  EXPECT_THAT(ParseRuleBook(files), StatusReasonIs("RULE_PART_MISSING"));
  EXPECT_THAT(ParseRuleBook({}), StatusReasonIs("RULE_PART_MISSING"));
}

TEST(RuleFiles, AFolderWithoutRulesIsRefused) {
  const TempDir folder;
  EXPECT_THAT(ReadRuleFiles(folder.In("")), StatusReasonIs("NO_RULE_FILES"));
  EXPECT_THAT(ReadRuleFiles(folder.In("none")),
              StatusReasonIs("FILE_NOT_READABLE"));
}

TEST(RuleFiles, AreJournalledWhereTheyChanged) {
  FakeClock clock(absl::FromUnixSeconds(1'500'000'000));
  FakeEntropy entropy(1);
  const store::DatabaseKeys keys{SigningKey::Generate(entropy),
                                 entropy.Bytes(32)};
  store::DatabaseOptions options;
  options.path = ":memory:";
  ASSERT_OK_AND_ASSIGN(const auto database,
                       store::Database::Open(options, keys, clock, entropy));
  const auto size = [&database] {
    std::int64_t leaves = 0;
    EXPECT_OK(database->Read([&leaves](const store::View& view) {
      leaves = view.journal_size();
      return absl::OkStatus();
    }));
    return leaves;
  };
  EXPECT_OK(JournalRuleFiles(*database, {{"a", "1"}, {"b", "2"}}));
  EXPECT_EQ(size(), 2);
  EXPECT_OK(JournalRuleFiles(*database, {{"a", "1"}, {"b", "2"}}));
  EXPECT_EQ(size(), 2);
  EXPECT_OK(JournalRuleFiles(*database, {{"a", "1"}, {"b", "3"}}));
  EXPECT_EQ(size(), 3);
  // A removed file is journalled once, with empty content.
  EXPECT_OK(JournalRuleFiles(*database, {{"b", "3"}}));
  EXPECT_OK(JournalRuleFiles(*database, {{"b", "3"}}));
  EXPECT_EQ(size(), 4);
}

}  // namespace
}  // namespace spotcheck::server
