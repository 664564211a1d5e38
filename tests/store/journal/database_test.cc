#include "lib/store/journal/database.h"

#include <new>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/checkpoint.h"
#include "lib/journal/merkle.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusIs;
using ::spotcheck::testing::StatusReasonIs;
using testing::SampleEnterprise;
using testing::TestDatabase;

Event OneEnterprise(int n) {
  return EnterprisesImported{{SampleEnterprise(n)}};
}

// A body that imports one enterprise and answers "leaf N".
auto Importing(int n) {
  return [n](Transaction& tx) -> absl::StatusOr<std::string> {
    ASSIGN_OR_RETURN(const std::int64_t leaf, tx.Append(OneEnterprise(n)));
    return "leaf " + std::to_string(leaf);
  };
}

Mutation Request(const std::string& id, const std::string& content) {
  return {
      .actor = "operator", .request_id = id, .request_digest = Sha256(content)};
}

class DatabaseTest : public ::testing::TestWithParam<TestDatabase::Place> {
 protected:
  DatabaseTest() : db_(GetParam()) {}
  TestDatabase db_;
};
INSTANTIATE_TEST_SUITE_P(Places, DatabaseTest,
                         ::testing::Values(TestDatabase::Place::kMemory,
                                           TestDatabase::Place::kFile));

TEST_P(DatabaseTest, AnEventIsALeafAndItsEffect) {
  EXPECT_THAT(db_->Write({.actor = "a"}, Importing(1)), IsOkAndHolds("leaf 0"));
  EXPECT_EQ(db_.Cell("SELECT name FROM enterprise"), SampleEnterprise(1).name);
  EXPECT_OK(db_->Read([](const View& view) -> absl::Status {
    EXPECT_EQ(view.journal_size(), 1);
    ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(0));
    ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
    EXPECT_EQ(stored.header.actor, "a");
    EXPECT_EQ(stored.header.time, testing::StartTime());
    EXPECT_THAT(view.Leaf(1), StatusReasonIs("LEAF_NOT_FOUND"));
    return absl::OkStatus();
  }));
}

TEST_P(DatabaseTest, TheSameRequestGetsTheSameAnswerOnce) {
  EXPECT_THAT(db_->Write(Request("r1", "x"), Importing(1)),
              IsOkAndHolds("leaf 0"));
  EXPECT_THAT(db_->Write(Request("r1", "x"), Importing(2)),
              IsOkAndHolds("leaf 0"));
  EXPECT_EQ(db_.JournalSize(), 1);
  EXPECT_THAT(db_->Write(Request("r1", "y"), Importing(2)),
              StatusReasonIs("REQUEST_ID_REUSED"));
  EXPECT_EQ(db_.JournalSize(), 1);
}

TEST_P(DatabaseTest, ABodyThatThrowsTakesBackItselfAlone) {
  EXPECT_THAT(db_->Write(Request("r1", "x"),
                         [](Transaction& tx) -> absl::StatusOr<std::string> {
                           EXPECT_OK(tx.Append(OneEnterprise(1)).status());
                           throw std::bad_alloc();
                         }),
              StatusReasonIs("BODY_THREW"));
  EXPECT_EQ(db_.JournalSize(), 0);
  EXPECT_THAT(db_->Write(Request("r1", "x"), Importing(2)),
              IsOkAndHolds("leaf 0"));
}

TEST_P(DatabaseTest, AReadThatThrowsGivesItsReaderBack) {
  for (int i = 0; i < 2 * db_.options().readers; ++i) {
    EXPECT_THROW(
        db_->Read([](const View&) -> absl::Status { throw std::bad_alloc(); })
            .IgnoreError(),
        std::bad_alloc);
  }
  EXPECT_EQ(db_.JournalSize(), 0);
}

TEST_P(DatabaseTest, AChangeThatNobodyWaitsForIsNotMade) {
  Mutation mutation = Request("r1", "x");
  mutation.still_wanted = [] { return absl::DeadlineExceededError("late"); };
  EXPECT_THAT(db_->Write(mutation, Importing(1)),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_EQ(db_.JournalSize(), 0);
  EXPECT_OK(db_->Write(Request("r1", "x"), Importing(1)));
  // What was answered is answered.
  EXPECT_THAT(db_->Write(mutation, Importing(1)), IsOkAndHolds("leaf 0"));
}

TEST_P(DatabaseTest, RequestIdsArePerCaller) {
  EXPECT_OK(db_->Write(Request("r1", "x"), Importing(1)));
  Mutation other = Request("r1", "y");
  other.actor = "another";
  EXPECT_THAT(db_->Write(other, Importing(2)), IsOkAndHolds("leaf 1"));
}

TEST_P(DatabaseTest, ALongAnswerComesBackWhole) {
  const std::string answer(3'500'000, 'z');
  const auto body = [&](Transaction& tx) -> absl::StatusOr<std::string> {
    RETURN_IF_ERROR(tx.Append(OneEnterprise(1)).status());
    return answer;
  };
  EXPECT_OK(db_->Write(Request("r1", "x"), body));
  EXPECT_THAT(db_->Write(Request("r1", "x"), body), IsOkAndHolds(answer));
}

TEST_P(DatabaseTest, ABodyWithoutEventsIsNotRemembered) {
  int runs = 0;
  const auto body = [&](Transaction&) -> absl::StatusOr<std::string> {
    return std::to_string(++runs);
  };
  EXPECT_THAT(db_->Write(Request("r1", "x"), body), IsOkAndHolds("1"));
  EXPECT_THAT(db_->Write(Request("r1", "y"), body), IsOkAndHolds("2"));
}

TEST_P(DatabaseTest, ADryRunAnswersAndLeavesNothing) {
  Mutation dry = Request("r1", "x");
  dry.mode = Mutation::Mode::kDryRun;
  EXPECT_THAT(db_->Write(dry, Importing(1)), IsOkAndHolds("leaf 0"));
  EXPECT_EQ(db_.JournalSize(), 0);
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM enterprise"), "0");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM request"), "0");
  EXPECT_THAT(db_->Write(Request("r1", "y"), Importing(2)),
              IsOkAndHolds("leaf 0"));
}

TEST_P(DatabaseTest, ADryRunSignsNothing) {
  const auto body = [](Transaction& tx) { return tx.SignedCheckpoint(); };
  EXPECT_THAT(db_->Write({.actor = "a", .mode = Mutation::Mode::kDryRun}, body),
              IsOkAndHolds(""));
  ASSERT_OK_AND_ASSIGN(const std::string note,
                       db_->Write({.actor = "a"}, body));
  EXPECT_NE(note, "");
}

// What a failed body appended is gone, and the tree goes on where it was.
TEST_P(DatabaseTest, AFailedBodyLeavesNoTraceInTheTree) {
  EXPECT_OK(db_->Write({.actor = "a"}, Importing(1)));
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(
        db_->Write({.actor = "a"},
                   [](Transaction& tx) -> absl::StatusOr<std::string> {
                     for (int n = 10; n < 15; ++n) {
                       RETURN_IF_ERROR(tx.Append(OneEnterprise(n)).status());
                     }
                     return absl::AbortedError("changed my mind");
                   }),
        StatusIs(absl::StatusCode::kAborted));
    EXPECT_OK(db_->Write({.actor = "a"}, Importing(2 + i)));
  }
  EXPECT_EQ(db_.JournalSize(), 4);
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM enterprise"), "4");
  EXPECT_OK(db_->Read([](const View& view) -> absl::Status {
    journal::Frontier expected;
    for (std::int64_t i = 0; i < view.journal_size(); ++i) {
      ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(i));
      expected.Append(journal::LeafHash(leaf));
    }
    EXPECT_THAT(view.Root(view.journal_size()), IsOkAndHolds(expected.Root()));
    return absl::OkStatus();
  }));
}

TEST_P(DatabaseTest, ATransactionSeesItsOwnEvents) {
  EXPECT_OK(db_->Write(
      {.actor = "a"}, [](Transaction& tx) -> absl::StatusOr<std::string> {
        EXPECT_EQ(tx.journal_size(), 0);
        RETURN_IF_ERROR(tx.Append(InspectorsImported{},
                                  {{"rows", EncodePayload(std::vector{
                                                testing::SampleInspector(1)})}})
                            .status());
        EXPECT_EQ(tx.journal_size(), 1);
        EXPECT_OK(tx.Leaf(0));
        EXPECT_THAT(tx.OpenPayload(0, "rows"),
                    IsOkAndHolds(EncodePayload(
                        std::vector{testing::SampleInspector(1)})));
        return std::string();
      }));
}

TEST_P(DatabaseTest, TimeGoesOnWhateverTheClockSays) {
  std::vector<absl::Time> times;
  const auto body = [&](Transaction& tx) -> absl::StatusOr<std::string> {
    times.push_back(tx.now());
    RETURN_IF_ERROR(tx.Append(OneEnterprise(1)).status());
    RETURN_IF_ERROR(tx.Append(OneEnterprise(2)).status());
    return std::string();
  };
  EXPECT_OK(db_->Write({.actor = "a"}, body));
  EXPECT_OK(db_->Write({.actor = "a"}, body));
  db_.clock().Advance(-absl::Minutes(1));
  EXPECT_OK(db_->Write({.actor = "a"}, body));
  db_.clock().Advance(absl::Hours(2) + absl::Minutes(1) + absl::Nanoseconds(1));
  EXPECT_OK(db_->Write({.actor = "a"}, body));
  EXPECT_EQ(times[0], testing::StartTime());
  EXPECT_EQ(times[1], times[0] + absl::Microseconds(1));
  EXPECT_EQ(times[2], times[1] + absl::Microseconds(1));
  EXPECT_EQ(times[3], testing::StartTime() + absl::Hours(2));
}

TEST_P(DatabaseTest, CheckpointsVerifyAndExtendEachOther) {
  std::vector<std::string> notes;
  for (int i = 0; i < 5; ++i) {
    EXPECT_OK(db_->Write({.actor = "a"}, Importing(i)));
    EXPECT_OK(db_->Read([&](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(notes.emplace_back(), view.SignedCheckpoint());
      return absl::OkStatus();
    }));
  }
  ASSERT_OK_AND_ASSIGN(const auto verifier,
                       journal::NoteVerifier::Parse(db_->verifier_key()));
  ASSERT_OK_AND_ASSIGN(const auto first,
                       journal::OpenCheckpoint(notes[2], verifier));
  ASSERT_OK_AND_ASSIGN(const auto second,
                       journal::OpenCheckpoint(notes[4], verifier));
  EXPECT_EQ(second.size, 5u);
  EXPECT_OK(db_->Read([&](const View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const auto consistency, view.ConsistencyProof(3, 5));
    EXPECT_OK(
        journal::VerifyConsistency(3, 5, consistency, first.root, second.root));
    ASSIGN_OR_RETURN(const auto inclusion, view.InclusionProof(1, 5));
    ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(1));
    EXPECT_OK(journal::VerifyInclusion(journal::LeafHash(leaf), 1, 5, inclusion,
                                       second.root));
    EXPECT_FALSE(view.InclusionProof(1, 6).ok());
    EXPECT_FALSE(view.InclusionProof(5, 5).ok());
    EXPECT_FALSE(view.InclusionProof(-1, 5).ok());
    EXPECT_FALSE(view.Root(6).ok());
    return absl::OkStatus();
  }));
}

TEST_P(DatabaseTest, PayloadsAreSealedAndOpenAgain) {
  std::string big(2'500'000, 'x');
  for (std::size_t i = 0; i < big.size(); i += 997) big[i] = '\xfe';
  const Event event = testing::TaskMade(TaskId("T1"), 1).event;
  const std::string plan = EncodePayload(testing::SamplePlan(1));
  EXPECT_OK(
      db_.Append({{event, {{"plan", plan}, {"big", big}, {"none", ""}}}}));
  EXPECT_OK(db_->Read([&](const View& view) {
    EXPECT_THAT(view.OpenPayload(0, "plan"), IsOkAndHolds(plan));
    EXPECT_THAT(view.OpenPayload(0, "big"), IsOkAndHolds(big));
    EXPECT_THAT(view.OpenPayload(0, "none"), IsOkAndHolds(""));
    EXPECT_THAT(view.OpenPayload(0, "other"),
                StatusReasonIs("PAYLOAD_NOT_FOUND"));
    return absl::OkStatus();
  }));
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM sealed_payload "
                     "WHERE instr(sealed, CAST('basis' AS BLOB)) > 0"),
            "0");
}

TEST_P(DatabaseTest, BadPayloadNamesAndTextsAreRefused) {
  const Event event = testing::TaskMade(TaskId("T1"), 1).event;
  EXPECT_THAT(db_.Append({{event, {{"plan", "a"}, {"plan", "b"}}}}),
              StatusReasonIs("PAYLOAD_NAME_TAKEN"));
  EXPECT_THAT(db_.Append({{event, {{"answer", "a"}}}}),
              StatusReasonIs("PAYLOAD_NAME_TAKEN"));
  EXPECT_THAT(db_.Append({{RulesLoaded{"f", "\xff"}, {}}}),
              StatusReasonIs("EVENT_NOT_UTF8"));
  EXPECT_EQ(db_.JournalSize(), 0);
}

TEST(DatabaseFile, EverythingIsThereAfterReopening) {
  TestDatabase db(TestDatabase::Place::kFile);
  for (int i = 0; i < 6; ++i) {
    EXPECT_OK(db->Write(Request("r" + std::to_string(i), "x"), Importing(i)));
  }
  EXPECT_OK(db->Checkpoint());
  db.clock().Advance(-absl::Minutes(1));
  db.Reopen();
  EXPECT_THAT(db->Write(Request("r3", "x"), Importing(9)),
              IsOkAndHolds("leaf 3"));
  EXPECT_THAT(db->Write(Request("r6", "x"), Importing(6)),
              IsOkAndHolds("leaf 6"));
  EXPECT_OK(db->Read([](const View& view) -> absl::Status {
    journal::Frontier expected;
    absl::Time last = absl::InfinitePast();
    for (std::int64_t i = 0; i < view.journal_size(); ++i) {
      ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(i));
      ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
      EXPECT_LT(last, stored.header.time);
      last = stored.header.time;
      expected.Append(journal::LeafHash(leaf));
    }
    EXPECT_THAT(view.Root(7), IsOkAndHolds(expected.Root()));
    return absl::OkStatus();
  }));
}

TEST(DatabaseFile, AnotherKeyOpensNoPayload) {
  TestDatabase db(TestDatabase::Place::kFile);
  EXPECT_OK(db.Append({testing::TaskMade(TaskId("T1"), 1)}));
  db.Close();
  DatabaseKeys other = testing::SampleKeys();
  other.seal_master = std::string(32, '\x10');
  FakeEntropy entropy(2);
  ASSERT_OK_AND_ASSIGN(const auto opened, Database::Open(db.options(), other,
                                                         db.clock(), entropy));
  EXPECT_OK(opened->Read([](const View& view) {
    EXPECT_THAT(view.OpenPayload(0, "plan"),
                StatusIs(absl::StatusCode::kDataLoss));
    return absl::OkStatus();
  }));
}

TEST(DatabaseFile, AReadSeesOneStateWhileOthersWrite) {
  TestDatabase db(TestDatabase::Place::kFile);
  EXPECT_OK(db->Write({.actor = "a"}, Importing(1)));
  EXPECT_OK(db->Read([&](const View& view) {
    EXPECT_EQ(view.journal_size(), 1);
    EXPECT_OK(db->Write({.actor = "a"}, Importing(2)));
    EXPECT_EQ(view.journal_size(), 1);
    EXPECT_THAT(view.Leaf(1), StatusReasonIs("LEAF_NOT_FOUND"));
    return absl::OkStatus();
  }));
  EXPECT_EQ(db.JournalSize(), 2);
}

}  // namespace
}  // namespace spotcheck::store
