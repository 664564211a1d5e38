#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/write_connection.h"
#include "tests/store/history.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::SampleKeys;
using testing::TestDatabase;

TEST(VerifyHistory, ALongRandomHistoryReplaysToTheSameTables) {
  for (const std::uint32_t seed : {1u, 2u}) {
    TestDatabase db(TestDatabase::Place::kFile);
    testing::WriteHistory(db, seed, 1'200);
    for (const char* table : {"enterprise",
                              "product_line",
                              "lab",
                              "inspector",
                              "rule_file",
                              "check_record",
                              "report_number",
                              "list_entry",
                              "list_change",
                              "task",
                              "witness",
                              "attempt",
                              "attempt_witness",
                              "drawn_unit",
                              "hold",
                              "approval",
                              "request",
                              "authority_grant",
                              "turned_day",
                              "accepted_clock"}) {
      EXPECT_NE(db.Cell(std::string("SELECT COUNT(*) FROM ") + table), "0")
          << "the history has nothing of " << table;
    }
    for (const char* state : {"OPEN", "RESULT", "WITHDRAWN", "EXPIRED"}) {
      EXPECT_NE(db.Cell("SELECT COUNT(*) FROM hold WHERE state = '" +
                        std::string(state) + "'"),
                "0")
          << state;
    }
    EXPECT_THAT(VerifyDatabase(db.options(), SampleKeys()),
                IsOkAndHolds(IsEmpty()));
  }
}

TEST(VerifyHistory, RunsBesideARunningServer) {
  TestDatabase db(TestDatabase::Place::kFile);
  testing::WriteHistory(db, 4, 50);
  std::thread writer([&db] {
    for (int n = 0; n < 200; ++n) {
      EXPECT_OK(db.Append(
          {{EnterprisesImported{{testing::SampleEnterprise(n)}}, {}}}));
    }
  });
  for (int i = 0; i < 3; ++i) {
    EXPECT_THAT(VerifyDatabase(db.options(), SampleKeys()),
                IsOkAndHolds(IsEmpty()));
  }
  writer.join();
}

TEST(VerifyHistory, AnEmptyJournalIsSound) {
  TestDatabase db(TestDatabase::Place::kFile);
  EXPECT_THAT(VerifyDatabase(db.options(), SampleKeys()),
              IsOkAndHolds(IsEmpty()));
}

TEST(VerifyHistory, AnotherFileIsNoDatabaseOfThisSystem) {
  TestDatabase db(TestDatabase::Place::kFile);
  DatabaseOptions options = db.options();
  options.path += ".other";
  EXPECT_THAT(VerifyDatabase(options, SampleKeys()),
              StatusReasonIs("DATABASE_UNOPENABLE"));
  ASSERT_OK(sql::WriteConnection::Open(options.path));
  EXPECT_THAT(VerifyDatabase(options, SampleKeys()),
              StatusReasonIs("SCHEMA_MISSING"));
}

// What somebody with the file, but without the journal's consent, may try.
struct Tampering {
  const char* name;
  const char* sql;
  const char* found;
};

// Each works on its own copy of one history.
class TamperingTest : public ::testing::TestWithParam<Tampering> {
 protected:
  static void SetUpTestSuite() {
    original_ = std::make_unique<TestDatabase>(TestDatabase::Place::kFile);
    testing::WriteHistory(*original_, 5, 500);
    ASSERT_OK((*original_)->Checkpoint());
    original_->Close();
  }
  static void TearDownTestSuite() { original_.reset(); }
  static std::unique_ptr<TestDatabase> original_;
};
std::unique_ptr<TestDatabase> TamperingTest::original_;

TEST_P(TamperingTest, IsNamed) {
  DatabaseOptions copy = original_->options();
  copy.path += "." + std::string(GetParam().name);
  std::filesystem::copy_file(original_->options().path, copy.path);
  {
    ASSERT_OK_AND_ASSIGN(const auto file,
                         sql::WriteConnection::Open(copy.path));
    ASSERT_OK(file->ExecuteScript(GetParam().sql));
    ASSERT_GT(file->changes(), 0) << "the tampering changed nothing";
  }
  EXPECT_THAT(VerifyDatabase(copy, SampleKeys()),
              IsOkAndHolds(Contains(HasSubstr(GetParam().found))));
}

INSTANTIATE_TEST_SUITE_P(
    Everything, TamperingTest,
    ::testing::Values(
        Tampering{"LeafChanged",
                  "UPDATE journal SET leaf = replace(leaf, '灵武市第7', "
                  "'灵武市第8') WHERE leaf_index = 0",
                  "leaf 0: does not agree with the stored node 0/0"},
        Tampering{"LeafUnreadable",
                  "UPDATE journal SET leaf = leaf || ' ' WHERE leaf_index = 3",
                  "leaf 3: "},
        Tampering{"LastLeafDropped",
                  "DELETE FROM journal WHERE leaf_index = "
                  "(SELECT MAX(leaf_index) FROM journal)",
                  "stored nodes of the Merkle tree"},
        Tampering{"MiddleLeafDropped",
                  "DELETE FROM journal WHERE leaf_index = 5",
                  "leaf 5: is missing"},
        Tampering{"NodeChanged",
                  "UPDATE journal_node SET hash = "
                  "(SELECT hash FROM journal_node WHERE level = 0 AND "
                  "node_index = 1) WHERE level = 1 AND node_index = 2",
                  "stored node 1/2"},
        Tampering{"NodeDropped",
                  "DELETE FROM journal_node WHERE level = 2 AND node_index = 1",
                  "stored node 2/1"},
        Tampering{"RowChanged",
                  "UPDATE enterprise SET deregistered = 1 - deregistered "
                  "WHERE usci = (SELECT MIN(usci) FROM enterprise)",
                  "table enterprise, row "},
        Tampering{"RowDropped",
                  "DELETE FROM rule_file WHERE file = "
                  "(SELECT MIN(file) FROM rule_file)",
                  "is missing"},
        Tampering{"RowAdded", "INSERT INTO witness VALUES ('00', 'n', 'o', 1)",
                  "table witness, row 00: does not follow from the journal"},
        Tampering{"HoldReleased",
                  "UPDATE hold SET state = 'RESULT' WHERE state = 'OPEN'",
                  "state does not follow from the journal"},
        Tampering{"RequestForgotten", "DELETE FROM request",
                  "table request, row "},
        Tampering{"PayloadChanged",
                  "UPDATE sealed_payload SET sealed = randomblob(64) "
                  "WHERE name = 'rows'",
                  "payload rows"},
        Tampering{"PayloadDropped",
                  "DELETE FROM sealed_payload WHERE name = 'selection'",
                  "payload selection"},
        Tampering{"PayloadMoved",
                  "UPDATE sealed_payload SET name = 'other' "
                  "WHERE name = 'plan'",
                  "payload plan"},
        Tampering{"PayloadAdded",
                  "INSERT INTO sealed_payload VALUES (0, 'extra', 0, 'x')",
                  "sealed payloads"},
        Tampering{"AnswerChanged",
                  "UPDATE sealed_payload SET sealed = randomblob(64) "
                  "WHERE name = 'answer'",
                  "kept answer"},
        Tampering{"NameHiddenFromSearch",
                  "INSERT INTO enterprise_search (enterprise_search) "
                  "VALUES ('delete-all'); "
                  "UPDATE journal SET leaf = leaf WHERE leaf_index = 0",
                  "search index of enterprises"},
        Tampering{"SearchedNameChanged",
                  "UPDATE enterprise_name SET name = 'x' WHERE doc_id = 3",
                  "table enterprise_name, row 3"},
        Tampering{"IndexDropped",
                  "DROP INDEX hold_open; "
                  "UPDATE journal SET leaf = leaf WHERE leaf_index = 0",
                  "the schema"}),
    [](const auto& tampering) { return std::string(tampering.param.name); });

}  // namespace
}  // namespace spotcheck::store
