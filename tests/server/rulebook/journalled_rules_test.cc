// Opens two databases on one file, as two servers do: rules that one of them
// loads must be in force in the other from its next call on.

#include "server/rulebook/journalled_rules.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "server/rulebook/default_policies.h"
#include "server/rulebook/files.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

constexpr std::string_view kDrawFile = "50-draws.txtpb";

// Answers the default rules with another number of days that a line is held.
std::vector<RuleFile> HoldingFor(int days) {
  constexpr std::string_view kDefault = "hold_days: 60";
  std::vector<RuleFile> files;
  for (const PolicyFile& file : DefaultPolicies()) {
    std::string content(file.text);
    if (file.name == kDrawFile) {
      content.replace(content.find(kDefault), kDefault.size(),
                      "hold_days: " + std::to_string(days));
    }
    files.push_back({std::string(file.name), std::move(content)});
  }
  return files;
}

class JournalledRulesTest : public ::testing::Test {
 protected:
  JournalledRulesTest() : clock_(absl::FromUnixSeconds(1'800'000'000)) {
    options_.path = folder_.In("database");
    const store::DatabaseKeys keys{SigningKey::Generate(entropy_),
                                   entropy_.Bytes(32)};
    for (auto* database : {&one_, &other_}) {
      auto opened = store::Database::Open(options_, keys, clock_, entropy_);
      EXPECT_OK(opened);
      *database = *std::move(opened);
    }
    EXPECT_OK(JournalRuleFiles(*one_, HoldingFor(60)));
  }

  std::int64_t HoldDays(store::Database& database) {
    std::int64_t days = -1;
    EXPECT_OK(database.Read([&](const store::View& view) -> absl::Status {
      ASSIGN_OR_RETURN(const auto book, rules_.At(view));
      days = book->draw.hold_days;
      return absl::OkStatus();
    }));
    return days;
  }

  TempDir folder_;
  FakeClock clock_;
  FakeEntropy entropy_{1};
  store::DatabaseOptions options_;
  std::unique_ptr<store::Database> one_;
  std::unique_ptr<store::Database> other_;
  JournalledRules rules_;
};

TEST_F(JournalledRulesTest, WhatAnotherProcessLoadsIsInForceAtTheNextCall) {
  EXPECT_EQ(HoldDays(*one_), 60);
  ASSERT_OK(JournalRuleFiles(*other_, HoldingFor(30)));
  EXPECT_EQ(HoldDays(*one_), 30);
  ASSERT_OK(JournalRuleFiles(*one_, HoldingFor(45)));
  EXPECT_EQ(HoldDays(*other_), 45);
}

TEST_F(JournalledRulesTest, ATransactionGoesByTheRulesOfItsOwnState) {
  EXPECT_EQ(HoldDays(*one_), 60);
  ASSERT_OK(JournalRuleFiles(*other_, HoldingFor(30)));
  std::int64_t days = -1;
  EXPECT_OK(
      one_->Write({.actor = "a"},
                  [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
                    ASSIGN_OR_RETURN(const auto book, rules_.At(tx));
                    days = book->draw.hold_days;
                    return std::string();
                  })
          .status());
  EXPECT_EQ(days, 30);
}

TEST_F(JournalledRulesTest, AViewTakenBeforeKeepsItsRules) {
  EXPECT_OK(one_->Read([&](const store::View& before) -> absl::Status {
    EXPECT_OK(JournalRuleFiles(*other_, HoldingFor(30)));
    EXPECT_EQ(HoldDays(*other_), 30);
    ASSIGN_OR_RETURN(const auto book, rules_.At(before));
    EXPECT_EQ(book->draw.hold_days, 60);
    return absl::OkStatus();
  }));
  EXPECT_EQ(HoldDays(*one_), 30);
}

TEST_F(JournalledRulesTest, TheBookIsParsedOnceForEachLoading) {
  const auto book = [this](store::Database& database) {
    std::shared_ptr<const app::RuleBook> found;
    EXPECT_OK(database.Read([&](const store::View& view) -> absl::Status {
      ASSIGN_OR_RETURN(found, rules_.At(view));
      return absl::OkStatus();
    }));
    return found;
  };
  const auto first = book(*one_);
  EXPECT_EQ(book(*one_), first);
  EXPECT_EQ(book(*other_), first);
  ASSERT_OK(JournalRuleFiles(*other_, HoldingFor(30)));
  EXPECT_NE(book(*one_), first);
  EXPECT_EQ(first->draw.hold_days, 60);
}

TEST_F(JournalledRulesTest, ABookThatCannotBeReadIsRefusedByName) {
  std::vector<RuleFile> files = HoldingFor(60);
  files.back().content += "no such field: 1\n";
  ASSERT_OK(JournalRuleFiles(*other_, files));
  EXPECT_THAT(one_->Read([&](const store::View& view) {
    return rules_.At(view).status();
  }),
              StatusReasonIs("RULE_FILE_SYNTAX"));
}

}  // namespace
}  // namespace spotcheck::server
