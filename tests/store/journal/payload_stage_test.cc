#include "lib/store/journal/payload_stage.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/sql/write_connection.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::SampleEnterprise;
using testing::SampleKeys;
using testing::TestDatabase;

constexpr std::size_t kLarge = 9'500'000;  // several steps and a rest

// No two chunks of it are equal.
std::string Text(std::size_t size) {
  std::string text;
  for (std::size_t n = 0; text.size() < size; ++n) {
    text += std::to_string(n * n) + "\n";
  }
  text.resize(size);
  return text;
}

class PayloadStageTest : public ::testing::TestWithParam<TestDatabase::Place> {
 protected:
  PayloadStageTest() : db_(GetParam()) {}

  absl::StatusOr<Payload> Stage(PayloadStage& stage, std::string_view text) {
    for (; !text.empty();
         text.remove_prefix(std::min<std::size_t>(text.size(), 70'001))) {
      stage.Add(text.substr(0, 70'001));
    }
    return stage.Finish();
  }
  absl::Status Take(const Payload& payload) {
    return db_
        ->Write({.actor = "a"},
                [&](Transaction& tx) -> absl::StatusOr<std::string> {
                  RETURN_IF_ERROR(
                      tx.Append(EnterprisesImported{{SampleEnterprise(1)}},
                                {{"other", "x"}, payload})
                          .status());
                  return std::string();
                })
        .status();
  }
  absl::StatusOr<std::string> Open(std::string_view name) {
    std::string text;
    RETURN_IF_ERROR(db_->Read([&](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(text, view.OpenPayload(0, name));
      return absl::OkStatus();
    }));
    return text;
  }
  std::string StagedChunks() {
    return db_.Cell("SELECT COUNT(*) FROM staged_chunk");
  }
  // What verification finds in a copy of the closed file that was changed.
  std::vector<std::string> FindingsAfter(const std::string& damage) {
    DatabaseOptions copy = db_.options();
    copy.path += ".copy";
    std::filesystem::copy_file(
        db_.options().path, copy.path,
        std::filesystem::copy_options::overwrite_existing);
    {
      auto db = sql::WriteConnection::Open(copy.path);
      EXPECT_OK(db);
      EXPECT_OK((*db)->ExecuteScript(damage));
    }
    const auto findings = VerifyDatabase(copy, SampleKeys());
    EXPECT_OK(findings);
    return findings.value_or(std::vector<std::string>());
  }

  TestDatabase db_;
};
INSTANTIATE_TEST_SUITE_P(Places, PayloadStageTest,
                         ::testing::Values(TestDatabase::Place::kMemory,
                                           TestDatabase::Place::kFile));

TEST_P(PayloadStageTest, ASmallPayloadIsNotStaged) {
  PayloadStage stage(*db_, "file");
  ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, "a few lines"));
  EXPECT_FALSE(payload.staged.has_value());
  EXPECT_EQ(StagedChunks(), "0");
  EXPECT_OK(Take(payload));
  EXPECT_THAT(Open("file"), IsOkAndHolds("a few lines"));
}

TEST_P(PayloadStageTest, ALargePayloadComesBackWhole) {
  const std::string text = Text(kLarge);
  PayloadStage stage(*db_, "file");
  ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, text));
  ASSERT_TRUE(payload.staged.has_value());
  EXPECT_OK(Take(payload));
  EXPECT_THAT(Open("file"), IsOkAndHolds(text));
  EXPECT_THAT(Open("other"), IsOkAndHolds("x"));
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM sealed_payload "
                     "WHERE name = 'file'"),
            "0");
}

TEST_P(PayloadStageTest, ItIsNeverHeldWholeWhileItIsRead) {
  PayloadStage stage(*db_, "file");
  ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
  EXPECT_OK(Take(payload));
  std::size_t size = 0;
  EXPECT_OK(db_->Read([&](const View& view) {
    return view.ForEachChunk(0, "file", [&](std::string_view part) {
      EXPECT_LE(part.size(), std::size_t{1} << 20);
      size += part.size();
      return absl::OkStatus();
    });
  }));
  EXPECT_EQ(size, kLarge);
}

TEST_P(PayloadStageTest, AnEventTakesNoStageThatLostAChunk) {
  PayloadStage stage(*db_, "file");
  ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
  EXPECT_OK(db_->Write(
      {.actor = "a"}, [&](Transaction& tx) -> absl::StatusOr<std::string> {
        RETURN_IF_ERROR(tx.DropStagedChunks(payload.staged->stage, 1).status());
        return std::string();
      }));
  EXPECT_THAT(Take(payload), StatusReasonIs("PAYLOAD_ALTERED"));
}

TEST_P(PayloadStageTest, WhatNoEventTookIsDeletedWithTheStage) {
  {
    PayloadStage stage(*db_, "file");
    ASSERT_OK(Stage(stage, Text(kLarge)));
    EXPECT_NE(StagedChunks(), "0");
  }
  EXPECT_EQ(StagedChunks(), "0");
}

TEST_P(PayloadStageTest, WhatAnEventTookIsNeverDeleted) {
  {
    PayloadStage stage(*db_, "file");
    ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
    EXPECT_OK(Take(payload));
  }
  EXPECT_THAT(Open("file"), IsOkAndHolds(Text(kLarge)));
}

using PayloadStageFileTest = PayloadStageTest;
INSTANTIATE_TEST_SUITE_P(File, PayloadStageFileTest,
                         ::testing::Values(TestDatabase::Place::kFile));

TEST_P(PayloadStageFileTest, WhatACrashLeftIsSweptAtAStartADayLater) {
  {
    PayloadStage stage(*db_, "file");
    ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
    EXPECT_OK(Take(payload));
  }
  EXPECT_OK(db_->Write(
      {.actor = "a"}, [](Transaction& tx) -> absl::StatusOr<std::string> {
        RETURN_IF_ERROR(
            tx.StageChunk({MakeStageId(tx.now(), tx.entropy()), 0, "bytes"}));
        return std::string();
      }));
  db_.clock().Advance(absl::Hours(23));
  db_.Reopen();
  EXPECT_EQ(db_.Cell("SELECT COUNT(DISTINCT stage_id) FROM staged_chunk"), "2");
  db_.clock().Advance(absl::Hours(2));
  db_.Reopen();
  EXPECT_EQ(db_.Cell("SELECT COUNT(DISTINCT stage_id) FROM staged_chunk"), "1");
  EXPECT_THAT(Open("file"), IsOkAndHolds(Text(kLarge)));
}

TEST_P(PayloadStageFileTest, AnotherProcessThatOpensTheFileLeavesAStageAlone) {
  PayloadStage stage(*db_, "file");
  ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
  FakeEntropy entropy{2};
  ASSERT_OK(Database::Open(db_.options(), SampleKeys(), db_.clock(), entropy));
  EXPECT_OK(Take(payload));
  EXPECT_THAT(Open("file"), IsOkAndHolds(Text(kLarge)));
}

TEST_P(PayloadStageFileTest, VerificationFindsAnAlteredChunk) {
  {
    PayloadStage stage(*db_, "file");
    ASSERT_OK_AND_ASSIGN(const Payload payload, Stage(stage, Text(kLarge)));
    EXPECT_OK(Take(payload));
  }
  EXPECT_OK(db_->Checkpoint());  // the log is in the file now
  EXPECT_THAT(FindingsAfter(""), IsEmpty());
  for (const char* damage :
       {"UPDATE staged_chunk SET sealed = randomblob(64) WHERE chunk = 2",
        "DELETE FROM staged_chunk WHERE chunk = 9",
        "UPDATE staged_chunk SET chunk = chunk + 100 WHERE chunk = 0",
        "UPDATE staged_payload SET name = 'another'",
        "DELETE FROM staged_payload"}) {
    EXPECT_THAT(FindingsAfter(damage), Not(IsEmpty())) << damage;
  }
}

}  // namespace
}  // namespace spotcheck::store
