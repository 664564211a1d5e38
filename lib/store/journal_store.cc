#include "lib/store/journal_store.h"

#include <algorithm>
#include <optional>

#include "lib/base/status_macros.h"
#include "lib/store/errors.h"
#include "lib/store/seal_context.h"

namespace spotcheck::store {
namespace {

// Hides a payload that could be guessed, such as a short one.
constexpr std::size_t kSaltSize = 16;
// A row of this size keeps the engine's overflow chains short, and what has to
// be in memory at once small.
constexpr std::size_t kChunkSize = std::size_t{1} << 20;

std::string TextOf(const sql::Row& row) { return std::string(row.Text(0)); }

}  // namespace

absl::StatusOr<std::int64_t> JournalReader::Size() const {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(leaf_index), -1) FROM journal";
  ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> last,
      db_.QueryOne(kSql, {}, [](const sql::Row& row) { return row.Int(0); }));
  return last.value_or(-1) + 1;
}

absl::StatusOr<std::string> JournalReader::Leaf(std::int64_t index) const {
  static constexpr char kSql[] =
      "SELECT leaf FROM journal WHERE leaf_index = $index";
  ASSIGN_OR_RETURN(std::optional<std::string> leaf,
                   db_.QueryOne(kSql, {{"$index", index}}, TextOf));
  if (!leaf.has_value()) return LeafNotFoundError(index);
  return *std::move(leaf);
}

absl::StatusOr<Digest> JournalReader::Node(int level,
                                           std::uint64_t index) const {
  static constexpr char kSql[] =
      "SELECT hash FROM journal_node "
      "WHERE level = $level AND node_index = $index";
  ASSIGN_OR_RETURN(const std::optional<std::string> hash,
                   db_.QueryOne(kSql,
                                {{"$level", level},
                                 {"$index", static_cast<std::int64_t>(index)}},
                                TextOf));
  if (!hash.has_value()) return NodeMissingError(level, index);
  absl::StatusOr<Digest> digest = DigestFromHex(*hash);
  if (!digest.ok()) return ColumnMalformedError("journal_node.hash");
  return digest;
}

absl::StatusOr<std::string> JournalReader::OpenPayload(
    std::int64_t index, std::string_view name) const {
  ASSIGN_OR_RETURN(const std::string leaf, Leaf(index));
  ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
  for (const auto& [sealed, hash] : stored.header.sealed) {
    if (sealed == name) {
      return OpenPayload(index, SealedName{.name = sealed, .hash = hash});
    }
  }
  return PayloadNotFoundError(name);
}

absl::StatusOr<std::string> JournalReader::OpenPayload(
    std::int64_t index, const SealedName& sealed) const {
  ASSIGN_OR_RETURN(const std::string salted, Chunks(index, sealed.name));
  if (Sha256(salted).ToHex() != sealed.hash || salted.size() < kSaltSize) {
    return PayloadAlteredError(sealed.name);
  }
  return salted.substr(kSaltSize);
}

absl::StatusOr<std::string> JournalReader::OpenAnswer(
    std::int64_t index) const {
  return Chunks(index, kAnswerName);
}

absl::StatusOr<std::string> JournalReader::Chunks(std::int64_t index,
                                                  std::string_view name) const {
  static constexpr char kSql[] =
      "SELECT chunk, sealed FROM sealed_payload "
      "WHERE leaf_index = $index AND name = $name ORDER BY chunk";
  std::string plain;
  std::int64_t next = 0;
  RETURN_IF_ERROR(db_.ForEach(
      kSql, {{"$index", index}, {"$name", name}},
      [&](const sql::Row& row) -> absl::Status {
        if (row.Int(0) != next++) return PayloadAlteredError(name);
        ASSIGN_OR_RETURN(const std::string part,
                         sealer_.Open(ChunkContext({.leaf_index = index,
                                                    .name = name,
                                                    .chunk = row.Int(0)}),
                                      row.Blob(1)));
        plain += part;
        return absl::OkStatus();
      }));
  if (next == 0) return PayloadNotFoundError(name);
  return plain;
}

std::vector<SaltedPayload> SaltPayloads(const std::vector<Payload>& payloads,
                                        Entropy& entropy) {
  std::vector<SaltedPayload> salted;
  for (const Payload& payload : payloads) {
    salted.push_back({.name = payload.name,
                      .salted = entropy.Bytes(kSaltSize) + payload.bytes});
  }
  return salted;
}

std::vector<std::pair<std::string, std::string>> HashPayloads(
    const std::vector<SaltedPayload>& payloads) {
  std::vector<std::pair<std::string, std::string>> hashes;
  for (const SaltedPayload& payload : payloads) {
    hashes.emplace_back(payload.name, Sha256(payload.salted).ToHex());
  }
  return hashes;
}

absl::StatusOr<JournalWriter> JournalWriter::Load(const JournalReader& reader) {
  JournalWriter writer;
  ASSIGN_OR_RETURN(const std::int64_t size, reader.Size());
  ASSIGN_OR_RETURN(
      writer.frontier_,
      journal::Frontier::Load(reader, static_cast<std::uint64_t>(size)));
  if (size > 0) {
    ASSIGN_OR_RETURN(const std::string leaf, reader.Leaf(size - 1));
    ASSIGN_OR_RETURN(const StoredEvent last, DecodeEvent(leaf));
    writer.last_time_ = last.header.time;
  }
  return writer;
}

absl::StatusOr<std::int64_t> JournalWriter::Append(sql::WriteConnection& db,
                                                   std::string_view leaf,
                                                   absl::Time time) {
  static constexpr char kLeafSql[] =
      "INSERT INTO journal (leaf_index, leaf) VALUES ($index, $leaf)";
  static constexpr char kNodeSql[] =
      "INSERT INTO journal_node (level, node_index, hash) "
      "VALUES ($level, $index, $hash)";
  const std::int64_t index = size();
  RETURN_IF_ERROR(db.Execute(kLeafSql, {{"$index", index}, {"$leaf", leaf}}));
  for (const journal::TreeNode& node :
       frontier_.Append(journal::LeafHash(leaf))) {
    RETURN_IF_ERROR(
        db.Execute(kNodeSql, {{"$level", node.level},
                              {"$index", static_cast<std::int64_t>(node.index)},
                              {"$hash", node.hash.ToHex()}}));
  }
  last_time_ = time;
  return index;
}

absl::Status JournalWriter::StorePayload(sql::WriteConnection& db,
                                         const Sealer& sealer,
                                         std::int64_t index,
                                         const SaltedPayload& payload) {
  static constexpr char kSql[] =
      "INSERT INTO sealed_payload (leaf_index, name, chunk, sealed) "
      "VALUES ($index, $name, $chunk, $sealed)";
  std::string_view rest = payload.salted;
  std::int64_t chunk = 0;
  do {
    const std::string_view part = rest.substr(0, kChunkSize);
    rest.remove_prefix(part.size());
    const std::string sealed = sealer.Seal(
        ChunkContext(
            {.leaf_index = index, .name = payload.name, .chunk = chunk}),
        part);
    RETURN_IF_ERROR(db.Execute(kSql, {{"$index", index},
                                      {"$name", payload.name},
                                      {"$chunk", chunk++},
                                      {"$sealed", sql::Blob{sealed}}}));
  } while (!rest.empty());
  return absl::OkStatus();
}

}  // namespace spotcheck::store
