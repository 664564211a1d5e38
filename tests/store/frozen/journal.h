#ifndef SPOTCHECK_TESTS_STORE_FROZEN_JOURNAL_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_JOURNAL_H_

// Journals as earlier versions wrote them: the folders of
// tests/testdata/frozen_journal, whose README.md says what their files hold.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/store/frozen/table_dump.h"

namespace spotcheck::store::testing {

struct FrozenPayload {
  std::string name;
  std::string salt;
  std::string bytes;
  friend bool operator==(const FrozenPayload&, const FrozenPayload&) = default;
};
struct FrozenLeaf {
  std::int64_t journal_index = 0;
  std::string leaf;
  std::vector<FrozenPayload> payloads;  // in the order of the leaf
  friend bool operator==(const FrozenLeaf&, const FrozenLeaf&) = default;
};
struct FrozenJournal {
  std::string name;         // of its folder
  std::string seal_master;  // what the tables' sealed cells and tags are under
  std::string root;         // of the Merkle tree over all leaves, hex
  std::vector<FrozenLeaf> leaves;
  DumpedTables tables;
};

// A test that misses something in the frozen journals says this.
inline constexpr char kFreezeAnother[] =
    " is in no frozen journal: set it in tests/store/frozen/story.cc and freeze"
    " another one (tests/testdata/frozen_journal/README.md)";

// tests/testdata/frozen_journal
std::filesystem::path FrozenJournalsFolder();
absl::StatusOr<FrozenJournal> ReadFrozenJournal(
    const std::filesystem::path& folder);
// All of them, by name. A test failure where there is none or one is damaged.
std::vector<FrozenJournal> FrozenJournals();

// The files of a frozen journal's folder.
inline constexpr char kHeadFile[] = "head.json";
inline constexpr char kJournalFile[] = "journal.jsonl";
inline constexpr char kTablesFile[] = "tables.jsonl";

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_JOURNAL_H_
