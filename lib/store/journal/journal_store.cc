#include "lib/store/journal/journal_store.h"

#include <algorithm>
#include <optional>

#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/sealed.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

// The salt keeps a short payload from being guessed by its public hash.
constexpr std::size_t kSaltSize = 16;
// A payload is stored in rows of this size: the engine's overflow chains stay
// short, and little has to be in memory at once.
constexpr std::size_t kChunkSize = std::size_t{1} << 20;

// A stage that no event took within this time is a crash's, as no commitment
// takes so long: the next start of any process deletes it.
constexpr absl::Duration kStageLife = absl::Hours(24);
constexpr std::size_t kStageIdBytes = 16;

}  // namespace

absl::StatusOr<std::int64_t> JournalReader::Size() const {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(leaf_index), -1) FROM journal";
  ASSIGN_OR_RETURN(const std::int64_t last, db_.QueryInt(kSql, {}));
  return last + 1;
}

absl::StatusOr<std::string> JournalReader::Leaf(std::int64_t index) const {
  static constexpr char kSql[] =
      "SELECT leaf FROM journal WHERE leaf_index = $index";
  ASSIGN_OR_RETURN(std::optional<std::string> leaf,
                   db_.QueryText(kSql, {{"$index", index}}));
  if (!leaf.has_value()) return LeafNotFoundError(index);
  return *std::move(leaf);
}

absl::StatusOr<std::optional<JournalClock::Accepted>>
JournalReader::AcceptedClock() const {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(leaf_index), -1) FROM accepted_clock";
  ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> index,
      db_.QueryOne(kSql, {}, [](const sql::Row& row) { return row.Int(0); }));
  if (index.value_or(-1) < 0) return std::nullopt;
  ASSIGN_OR_RETURN(const std::string leaf, Leaf(*index));
  ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
  const auto* accepted = std::get_if<ClockAccepted>(&stored.event);
  if (accepted == nullptr) return LeafMalformedError(ClockAccepted::kType);
  return JournalClock::Accepted{
      .index = *index,
      .instant = {.time = stored.header.time, .reading = accepted->clock}};
}

absl::StatusOr<Digest> JournalReader::Node(int level,
                                           std::uint64_t index) const {
  static constexpr char kSql[] =
      "SELECT hash FROM journal_node "
      "WHERE level = $level AND node_index = $index";
  ASSIGN_OR_RETURN(
      const std::optional<std::string> hash,
      db_.QueryText(kSql, {{"$level", level},
                           {"$index", static_cast<std::int64_t>(index)}}));
  if (!hash.has_value()) return NodeMissingError(level, index);
  absl::StatusOr<Digest> digest = DigestFromHex(*hash);
  if (!digest.ok()) return ColumnMalformedError("journal_node.hash");
  return digest;
}

absl::StatusOr<std::string> JournalReader::OpenPayload(
    std::int64_t index, std::string_view name) const {
  std::string plain;
  RETURN_IF_ERROR(ForEachChunk(index, name, [&plain](std::string_view part) {
    plain += part;
    return absl::OkStatus();
  }));
  return plain;
}

absl::Status JournalReader::ForEachChunk(std::int64_t index,
                                         std::string_view name,
                                         View::VisitBytes visit) const {
  ASSIGN_OR_RETURN(const std::string leaf, Leaf(index));
  ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
  for (const auto& [sealed, hash] : stored.header.sealed) {
    if (sealed == name) return ForEachChunk(index, {sealed, hash}, visit);
  }
  return PayloadNotFoundError(name);
}

absl::Status JournalReader::ForEachChunk(std::int64_t index,
                                         const SealedName& sealed,
                                         View::VisitBytes visit) const {
  Hasher hasher(HashSuite::kSha256);
  std::int64_t seen = 0;
  const auto add = [&](std::string_view part) -> absl::Status {
    hasher.Update(part);
    if (seen++ == 0) {  // the salt is in the first chunk
      if (part.size() < kSaltSize) return PayloadAlteredError(sealed.name);
      part.remove_prefix(kSaltSize);
    }
    return visit(part);
  };
  ASSIGN_OR_RETURN(const std::int64_t chunks,
                   OpenChunks(index, sealed.name, add));
  if (chunks == 0) return PayloadNotFoundError(sealed.name);
  if (hasher.Final().ToHex() != sealed.hash) {
    return PayloadAlteredError(sealed.name);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> JournalReader::OpenAnswer(
    std::int64_t index) const {
  std::string answer;
  ASSIGN_OR_RETURN(
      const std::int64_t chunks,
      OpenChunks(index, kAnswerName, [&answer](std::string_view part) {
        answer += part;
        return absl::OkStatus();
      }));
  if (chunks == 0) return PayloadNotFoundError(kAnswerName);
  return answer;
}

absl::StatusOr<std::int64_t> JournalReader::OpenChunks(
    std::int64_t index, std::string_view name, View::VisitBytes visit) const {
  static constexpr char kSealed[] =
      "SELECT chunk, sealed FROM sealed_payload "
      "WHERE leaf_index = $index AND name = $name ORDER BY chunk";
  static constexpr char kStage[] =
      "SELECT stage_id FROM staged_payload "
      "WHERE leaf_index = $index AND name = $name";
  static constexpr char kStaged[] =
      "SELECT chunk, sealed FROM staged_chunk "
      "WHERE stage_id = $stage ORDER BY chunk";
  std::optional<std::string> stage;
  std::int64_t next = 0;
  const auto open = [&](const sql::Row& row) -> absl::Status {
    const std::int64_t chunk = row.Int(0);
    if (chunk != next++) return PayloadAlteredError(name);
    const std::string context =
        stage.has_value()
            ? StagedChunkContext({.stage = *stage, .chunk = chunk})
            : ChunkContext({.leaf_index = index, .name = name, .chunk = chunk});
    ASSIGN_OR_RETURN(const std::string part,
                     sealer_.Open(context, row.Blob(1)));
    return visit(part);
  };
  RETURN_IF_ERROR(
      db_.ForEach(kSealed, {{"$index", index}, {"$name", name}}, open));
  if (next > 0) return next;
  ASSIGN_OR_RETURN(stage,
                   db_.QueryText(kStage, {{"$index", index}, {"$name", name}}));
  if (stage.has_value()) {
    RETURN_IF_ERROR(db_.ForEach(kStaged, {{"$stage", *stage}}, open));
  }
  return next;
}

std::string MakeSalt(Entropy& entropy) { return entropy.Bytes(kSaltSize); }

std::string MakeStageId(absl::Time now, Entropy& entropy) {
  return FormatUtcMicros(now) + "/" + HexEncode(entropy.Bytes(kStageIdBytes));
}

std::vector<SaltedPayload> SaltPayloads(const std::vector<Payload>& payloads,
                                        Entropy& entropy) {
  std::vector<SaltedPayload> salted;
  for (const Payload& payload : payloads) {
    salted.push_back({.name = payload.name,
                      .salted = payload.staged.has_value()
                                    ? std::string()
                                    : MakeSalt(entropy) + payload.bytes,
                      .staged = payload.staged});
  }
  return salted;
}

std::vector<std::pair<std::string, std::string>> HashPayloads(
    const std::vector<SaltedPayload>& payloads) {
  std::vector<std::pair<std::string, std::string>> hashes;
  for (const SaltedPayload& payload : payloads) {
    hashes.emplace_back(payload.name, payload.staged.has_value()
                                          ? payload.staged->hash
                                          : Sha256(payload.salted).ToHex());
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
    ASSIGN_OR_RETURN(const auto accepted, reader.AcceptedClock());
    writer.clock_ = JournalClock::At(
        {.index = size - 1, .time = last.header.time}, accepted);
  }
  return writer;
}

absl::StatusOr<std::int64_t> JournalWriter::Append(sql::WriteConnection& db,
                                                   std::string_view leaf) {
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
  return index;
}

namespace {

// PAYLOAD_ALTERED where chunks of the stage are missing.
absl::Status CheckStage(sql::Connection& db, const SaltedPayload& payload) {
  static constexpr char kSql[] =
      "SELECT COUNT(*) FROM staged_chunk WHERE stage_id = $stage";
  ASSIGN_OR_RETURN(const std::int64_t chunks,
                   db.QueryInt(kSql, {{"$stage", payload.staged->stage}}));
  if (chunks != payload.staged->chunks) {
    return PayloadAlteredError(payload.name);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status JournalWriter::StorePayload(sql::WriteConnection& db,
                                         const Sealer& sealer,
                                         std::int64_t index,
                                         const SaltedPayload& payload) {
  static constexpr char kSql[] =
      "INSERT INTO sealed_payload (leaf_index, name, chunk, sealed) "
      "VALUES ($index, $name, $chunk, $sealed)";
  static constexpr char kTake[] =
      "INSERT INTO staged_payload (leaf_index, name, stage_id) "
      "VALUES ($index, $name, $stage)";
  if (payload.staged.has_value()) {
    RETURN_IF_ERROR(CheckStage(db, payload));
    return db.Execute(kTake, {{"$index", index},
                              {"$name", payload.name},
                              {"$stage", payload.staged->stage}});
  }
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

absl::Status JournalWriter::StageChunk(sql::WriteConnection& db,
                                       const Sealer& sealer,
                                       const StagedChunk& chunk) {
  static constexpr char kSql[] =
      "INSERT INTO staged_chunk (stage_id, chunk, sealed) "
      "VALUES ($stage, $chunk, $sealed)";
  const std::string sealed = sealer.Seal(
      StagedChunkContext({.stage = chunk.stage, .chunk = chunk.chunk}),
      chunk.bytes);
  return db.Execute(kSql, {{"$stage", chunk.stage},
                           {"$chunk", chunk.chunk},
                           {"$sealed", sql::Blob{sealed}}});
}

absl::StatusOr<std::int64_t> JournalWriter::DropStagedChunks(
    sql::WriteConnection& db, std::string_view stage, std::int64_t limit) {
  static constexpr char kSql[] =
      "DELETE FROM staged_chunk WHERE stage_id = $stage AND chunk IN ("
      "SELECT chunk FROM staged_chunk WHERE stage_id = $stage AND NOT EXISTS ("
      "SELECT 1 FROM staged_payload WHERE stage_id = $stage) "
      "ORDER BY chunk LIMIT $limit)";
  RETURN_IF_ERROR(db.Execute(kSql, {{"$stage", stage}, {"$limit", limit}}));
  return db.changes();
}

absl::Status JournalWriter::SweepStages(sql::WriteConnection& db,
                                        absl::Time now) {
  static constexpr char kSql[] =
      "DELETE FROM staged_chunk WHERE stage_id IN ("
      "SELECT DISTINCT stage_id FROM staged_chunk WHERE stage_id < $before "
      "AND stage_id NOT IN (SELECT stage_id FROM staged_payload))";
  return db.Execute(kSql, {{"$before", FormatUtcMicros(now - kStageLife)}});
}

}  // namespace spotcheck::store
