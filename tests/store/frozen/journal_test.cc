// A journal that was written once must stay readable for ever: its leaves are
// hashed and published. Where a test here fails, the code is wrong, not the
// frozen journal (tests/testdata/frozen_journal/README.md).

#include "tests/store/frozen/journal.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/merkle.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/verify/checks.h"
#include "tests/store/frozen/freeze.h"
#include "tests/store/frozen/story.h"

namespace spotcheck::store {
namespace {

namespace fs = std::filesystem;
using ::spotcheck::testing::StatusIs;
using testing::DumpedRow;
using testing::DumpedTables;
using ::testing::ElementsAreArray;
using testing::FrozenJournal;
using testing::FrozenJournals;
using testing::FrozenLeaf;
using testing::FrozenPayload;
using ::testing::IsEmpty;

// Names the new frozen journal that TheStoryCanBeFrozen writes.
constexpr char kFreeze[] = "SPOTCHECK_FREEZE_JOURNAL";

std::string Place(const FrozenJournal& journal, const FrozenLeaf& leaf) {
  return journal.name + ", leaf " + std::to_string(leaf.journal_index) + ": " +
         leaf.leaf;
}

TEST(FrozenJournal, EveryLeafIsWrittenBackByteForByte) {
  for (const FrozenJournal& journal : FrozenJournals()) {
    for (const FrozenLeaf& leaf : journal.leaves) {
      const auto stored = DecodeEvent(leaf.leaf);
      ASSERT_OK(stored.status()) << Place(journal, leaf);
      EXPECT_EQ(EncodeEvent(stored->header, stored->event), leaf.leaf)
          << journal.name;
    }
  }
}

TEST(FrozenJournal, HasTheSameMerkleRoot) {
  for (const FrozenJournal& journal : FrozenJournals()) {
    journal::Frontier tree;
    for (const FrozenLeaf& leaf : journal.leaves) {
      EXPECT_EQ(leaf.journal_index, static_cast<std::int64_t>(tree.size()));
      tree.Append(journal::LeafHash(leaf.leaf));
    }
    EXPECT_EQ(tree.Root().ToHex(), journal.root) << journal.name;
  }
}

// A leaf holds its payloads' hashes, so this holds the payloads too. Whoever
// has a reason to change this value has a reason for a new folder instead.
TEST(FrozenJournal, TheFirstOneIsStillTheFirst) {
  ASSERT_OK_AND_ASSIGN(
      const FrozenJournal first,
      testing::ReadFrozenJournal(testing::FrozenJournalsFolder() / "v1"));
  EXPECT_EQ(first.root,
            "c5882b4d6de574ba2f67fc91c32bc74e47bb2cc1890caf1b39501b6522aa0549");
}

// The leaves and payloads as a server's database keeps them; no other table has
// a row.
absl::StatusOr<std::unique_ptr<sql::WriteConnection>> StoredAgain(
    const FrozenJournal& journal, const Sealer& sealer) {
  ASSIGN_OR_RETURN(auto db, sql::WriteConnection::Open(":memory:"));
  RETURN_IF_ERROR(Migrate(*db, Migrations()));
  ASSIGN_OR_RETURN(JournalWriter writer,
                   JournalWriter::Load(JournalReader(*db, sealer)));
  for (const FrozenLeaf& leaf : journal.leaves) {
    ASSIGN_OR_RETURN(const std::int64_t index, writer.Append(*db, leaf.leaf));
    for (const FrozenPayload& payload : leaf.payloads) {
      RETURN_IF_ERROR(JournalWriter::StorePayload(
          *db, sealer, index,
          {.name = payload.name, .salted = payload.salt + payload.bytes}));
    }
  }
  return db;
}

// The tables that the journal's replay fills, as `spotcheckd verify` replays.
absl::StatusOr<DumpedTables> Replayed(const FrozenJournal& journal) {
  const Sealer sealer(journal.seal_master);
  ASSIGN_OR_RETURN(const auto live, StoredAgain(journal, sealer));
  ASSIGN_OR_RETURN(const auto scratch, sql::WriteConnection::Open(":memory:"));
  RETURN_IF_ERROR(Migrate(*scratch, Migrations()));
  Findings findings;
  RETURN_IF_ERROR(ReplayJournal(*live, *scratch, sealer, findings));
  EXPECT_THAT(findings.Take(), IsEmpty()) << journal.name;
  return testing::DumpTables(*scratch, sealer);
}

// The rows in one order, cut down to the columns that `like` has: a later
// version may have added columns.
std::vector<std::string> RowsLike(const DumpedRow& like,
                                  const std::vector<DumpedRow>& rows) {
  std::vector<std::string> texts;
  for (const DumpedRow& row : rows) {
    DumpedRow cut = DumpedRow::object();
    for (const auto& [column, cell] : like.items()) {
      const auto found = row.find(column);
      cut[column] = found == row.end() ? DumpedRow("(no such column)") : *found;
    }
    texts.push_back(cut.dump());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(FrozenJournal, ReplaysToTheSameTables) {
  for (const FrozenJournal& journal : FrozenJournals()) {
    ASSERT_OK_AND_ASSIGN(const DumpedTables now, Replayed(journal));
    for (const auto& [table, rows] : journal.tables) {
      ASSERT_TRUE(now.contains(table)) << journal.name << ": " << table;
      EXPECT_THAT(RowsLike(rows.front(), now.at(table)),
                  ElementsAreArray(RowsLike(rows.front(), rows)))
          << journal.name << ": " << table;
    }
  }
}

// Where the environment names a new folder, the story is frozen there for good,
// else in a folder that goes with the test.
TEST(FrozenJournal, TheStoryCanBeFrozenAndNoFolderIsWrittenAnew) {
  const char* name = std::getenv(kFreeze);
  testing::TestDatabase db(testing::TestDatabase::Place::kFile);
  testing::WriteFrozenStory(db);
  const fs::path folder =
      name == nullptr ? fs::path(db.options().path).replace_filename("frozen")
                      : testing::FrozenJournalsFolder() / name;
  ASSERT_OK(testing::FreezeJournal(db, folder));
  EXPECT_THAT(testing::FreezeJournal(db, folder),
              StatusIs(absl::StatusCode::kAlreadyExists));
  ASSERT_OK_AND_ASSIGN(const FrozenJournal frozen,
                       testing::ReadFrozenJournal(folder));
  EXPECT_EQ(std::ssize(frozen.leaves), db.JournalSize());
  ASSERT_OK_AND_ASSIGN(const DumpedTables replayed, Replayed(frozen));
  for (const auto& [table, rows] : replayed) {
    ASSERT_FALSE(rows.empty()) << "the story has no row of " << table;
    EXPECT_THAT(RowsLike(rows.front(), frozen.tables.at(table)),
                ElementsAreArray(RowsLike(rows.front(), rows)))
        << table;
  }
}

}  // namespace
}  // namespace spotcheck::store
