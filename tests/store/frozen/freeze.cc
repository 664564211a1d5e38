#include "tests/store/frozen/freeze.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/sealed.h"
#include "tests/store/frozen/journal.h"

namespace spotcheck::store::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Of a payload's salt (lib/store/README.md, "Leaves").
constexpr std::size_t kSaltSize = 16;

absl::Status WriteLines(const fs::path& path, const std::vector<Json>& lines) {
  std::ofstream file(path);
  for (const Json& line : lines) file << line.dump() << "\n";
  file.close();
  return file ? absl::OkStatus() : absl::UnavailableError(path.string());
}

Json LineOf(const FrozenLeaf& leaf) {
  Json payloads = Json::object();
  for (const FrozenPayload& payload : leaf.payloads) {
    payloads[payload.name] = {{"salt", HexEncode(payload.salt)},
                              {"bytes", HexEncode(payload.bytes)}};
  }
  return {{"journal_index", leaf.journal_index},
          {"leaf", leaf.leaf},
          {"payloads", std::move(payloads)}};
}

// The story's payloads are small: each is one chunk.
absl::StatusOr<FrozenPayload> PayloadOf(const View& view, std::int64_t index,
                                        const std::string& name) {
  static constexpr char kSql[] =
      "SELECT sealed FROM sealed_payload "
      "WHERE leaf_index = $index AND name = $name AND chunk = 0";
  ASSIGN_OR_RETURN(
      const sql::Rows rows,
      view.sql().Query(kSql, {{"$index", index}, {"$name", name}}));
  if (rows.empty()) return absl::NotFoundError(name);
  ASSIGN_OR_RETURN(
      const std::string salted,
      view.sealer().Open(
          ChunkContext({.leaf_index = index, .name = name, .chunk = 0}),
          rows[0].Blob(0)));
  return FrozenPayload{.name = name,
                       .salt = salted.substr(0, kSaltSize),
                       .bytes = salted.substr(kSaltSize)};
}

absl::StatusOr<std::vector<FrozenLeaf>> LeavesOf(const View& view) {
  std::vector<FrozenLeaf> leaves;
  for (std::int64_t index = 0; index < view.journal_size(); ++index) {
    FrozenLeaf& frozen = leaves.emplace_back();
    frozen.journal_index = index;
    ASSIGN_OR_RETURN(frozen.leaf, view.Leaf(index));
    ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(frozen.leaf));
    for (const auto& [name, hash] : stored.header.sealed) {
      ASSIGN_OR_RETURN(FrozenPayload payload, PayloadOf(view, index, name));
      frozen.payloads.push_back(std::move(payload));
    }
  }
  return leaves;
}

absl::StatusOr<FrozenJournal> FrozenOf(const View& view) {
  FrozenJournal frozen;
  frozen.seal_master = SampleKeys().seal_master;
  ASSIGN_OR_RETURN(const Digest root, view.Root(view.journal_size()));
  frozen.root = root.ToHex();
  ASSIGN_OR_RETURN(frozen.leaves, LeavesOf(view));
  ASSIGN_OR_RETURN(frozen.tables, DumpTables(view.sql(), view.sealer()));
  return frozen;
}

absl::Status WriteFrozen(const FrozenJournal& frozen, const fs::path& folder) {
  std::vector<Json> leaves;
  for (const FrozenLeaf& leaf : frozen.leaves) leaves.push_back(LineOf(leaf));
  std::vector<Json> rows;
  for (const auto& [table, its_rows] : frozen.tables) {
    for (const DumpedRow& row : its_rows) {
      rows.push_back({{"table", table}, {"row", row}});
    }
  }
  RETURN_IF_ERROR(WriteLines(
      folder / kHeadFile, {{{"journal_size", frozen.leaves.size()},
                            {"root", frozen.root},
                            {"seal_master", HexEncode(frozen.seal_master)}}}));
  RETURN_IF_ERROR(WriteLines(folder / kJournalFile, leaves));
  return WriteLines(folder / kTablesFile, rows);
}

}  // namespace

absl::Status FreezeJournal(TestDatabase& db, const fs::path& folder) {
  if (fs::exists(folder)) return absl::AlreadyExistsError(folder.string());
  fs::create_directories(folder);
  return db->Read([&folder](const View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const FrozenJournal frozen, FrozenOf(view));
    return WriteFrozen(frozen, folder);
  });
}

}  // namespace spotcheck::store::testing
