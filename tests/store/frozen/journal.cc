#include "tests/store/frozen/journal.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <utility>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "tests/source_dir.h"

namespace spotcheck::store::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

absl::StatusOr<std::vector<Json>> ReadLines(const fs::path& path) {
  std::ifstream file(path);
  std::vector<Json> lines;
  for (std::string line; std::getline(file, line);) {
    Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
      return absl::DataLossError(path.string() + ": " + line);
    }
    lines.push_back(std::move(json));
  }
  if (lines.empty()) return absl::NotFoundError(path.string());
  return lines;
}

absl::StatusOr<FrozenLeaf> LeafOf(const Json& line) {
  FrozenLeaf leaf{
      .journal_index = line.value("journal_index", std::int64_t{-1}),
      .leaf = line.value("leaf", ""),
      .payloads = {}};
  for (const auto& [name, payload] : line.at("payloads").items()) {
    FrozenPayload& added = leaf.payloads.emplace_back();
    added.name = name;
    ASSIGN_OR_RETURN(added.salt, HexDecode(payload.value("salt", "")));
    ASSIGN_OR_RETURN(added.bytes, HexDecode(payload.value("bytes", "")));
  }
  return leaf;
}

}  // namespace

fs::path FrozenJournalsFolder() {
  return fs::path(SourceDir()) / "tests/testdata/frozen_journal";
}

absl::StatusOr<FrozenJournal> ReadFrozenJournal(const fs::path& folder) {
  FrozenJournal frozen;
  frozen.name = folder.filename().string();
  ASSIGN_OR_RETURN(const auto head, ReadLines(folder / kHeadFile));
  frozen.root = head[0].value("root", "");
  ASSIGN_OR_RETURN(frozen.seal_master,
                   HexDecode(head[0].value("seal_master", "")));
  ASSIGN_OR_RETURN(const auto leaves, ReadLines(folder / kJournalFile));
  if (head[0].value("journal_size", std::size_t{0}) != leaves.size()) {
    return absl::DataLossError(frozen.name + ": leaves are missing");
  }
  for (const Json& line : leaves) {
    ASSIGN_OR_RETURN(FrozenLeaf leaf, LeafOf(line));
    frozen.leaves.push_back(std::move(leaf));
  }
  ASSIGN_OR_RETURN(const auto rows, ReadLines(folder / kTablesFile));
  for (const Json& line : rows) {
    frozen.tables[line.value("table", "")].push_back(line.at("row"));
  }
  return frozen;
}

std::vector<FrozenJournal> FrozenJournals() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(FrozenJournalsFolder())) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  EXPECT_FALSE(folders.empty()) << FrozenJournalsFolder();
  std::vector<FrozenJournal> journals;
  for (const fs::path& folder : folders) {
    auto journal = ReadFrozenJournal(folder);
    EXPECT_OK(journal.status());
    if (journal.ok()) journals.push_back(*std::move(journal));
  }
  return journals;
}

}  // namespace spotcheck::store::testing
