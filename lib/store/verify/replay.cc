#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/journal/merkle.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"
#include "lib/store/verify/checks.h"

namespace spotcheck::store {
namespace {

// The replay checks a payload of more bytes than this but does not keep it, so
// that it never holds a whole frame in memory. No event is applied from such a
// payload.
constexpr std::int64_t kMaxKept = std::int64_t{64} << 20;

std::string Message(const absl::Status& status) {
  return std::string(status.message().data(), status.message().size());
}

class Replay {
 public:
  Replay(sql::Connection& live, sql::WriteConnection& scratch,
         const Sealer& sealer, Findings& findings)
      : live_(live),
        scratch_(scratch),
        sealer_(sealer),
        journal_(live, sealer),
        findings_(findings) {}

  absl::Status Run() {
    static constexpr char kSql[] =
        "SELECT leaf_index, leaf FROM journal ORDER BY leaf_index";
    RETURN_IF_ERROR(scratch_.Begin());
    RETURN_IF_ERROR(live_.ForEach(kSql, {}, [this](const sql::Row& row) {
      return Leaf(row.Int(0), row.Text(1));
    }));
    RETURN_IF_ERROR(scratch_.Commit());
    RETURN_IF_ERROR(CheckCount("SELECT COUNT(*) FROM journal_node", nodes_,
                               "stored nodes of the Merkle tree"));
    RETURN_IF_ERROR(
        CheckCount("SELECT COUNT(*) FROM (SELECT DISTINCT leaf_index, name "
                   "FROM sealed_payload WHERE name <> 'answer' UNION ALL "
                   "SELECT leaf_index, name FROM staged_payload) AS payload",
                   payloads_, "sealed payloads"));
    return CheckAnswers();
  }

 private:
  absl::Status Leaf(std::int64_t index, std::string_view leaf) {
    const auto expected = static_cast<std::int64_t>(frontier_.size());
    if (index != expected) {
      Report(expected,
             "is missing: the journal goes on at " + std::to_string(index));
    }
    CheckNodes(index, leaf);
    const absl::StatusOr<StoredEvent> stored = DecodeEvent(leaf);
    if (!stored.ok()) {
      Report(index, Message(stored.status()));
      return absl::OkStatus();
    }
    if (stored->header.time < last_time_) {
      Report(index, "has a time before the leaf in front of it");
    }
    last_time_ = stored->header.time;
    OpenPayloads(index, stored->header);
    return ApplyLeaf(index, *stored);
  }

  void CheckNodes(std::int64_t index, std::string_view leaf) {
    for (const journal::TreeNode& node :
         frontier_.Append(journal::LeafHash(leaf))) {
      ++nodes_;
      const absl::StatusOr<Digest> kept = journal_.Node(node.level, node.index);
      if (kept.ok() && *kept == node.hash) continue;
      Report(index, "does not agree with the stored node " +
                        std::to_string(node.level) + "/" +
                        std::to_string(node.index) + " of the Merkle tree");
    }
  }

  void OpenPayloads(std::int64_t index, const EventHeader& header) {
    opened_.clear();
    for (const auto& [name, hash] : header.sealed) {
      ++payloads_;
      const absl::Status status = OpenOne(index, {.name = name, .hash = hash});
      if (!status.ok()) {
        opened_.erase(name);
        Report(index, "payload " + name + ": " + Message(status));
      }
    }
  }

  absl::Status OpenOne(std::int64_t index,
                       const JournalReader::SealedName& sealed) {
    std::string& plain = opened_[std::string(sealed.name)];
    std::int64_t size = 0;
    return journal_.ForEachChunk(index, sealed, [&](std::string_view part) {
      size += std::ssize(part);
      if (size > kMaxKept) {
        plain.clear();
      } else {
        plain += part;
      }
      return absl::OkStatus();
    });
  }

  absl::Status ApplyLeaf(std::int64_t index, const StoredEvent& stored) {
    const auto find =
        [this](std::string_view name) -> absl::StatusOr<std::string> {
      const auto found = opened_.find(std::string(name));
      if (found == opened_.end()) return PayloadNotFoundError(name);
      return found->second;
    };
    RETURN_IF_ERROR(scratch_.Execute("SAVEPOINT leaf"));
    const absl::Status status = ApplyEvent({.db = scratch_,
                                            .sealer = sealer_,
                                            .leaf = index,
                                            .type = EventType(stored.event),
                                            .header = stored.header,
                                            .payload = find},
                                           stored.event);
    if (!status.ok()) {
      Report(index, "does not apply: " + Message(status));
      RETURN_IF_ERROR(scratch_.Execute("ROLLBACK TO leaf"));
    }
    return scratch_.Execute("RELEASE leaf");
  }

  absl::Status CheckCount(std::string_view sql, std::int64_t expected,
                          const std::string& what) {
    ASSIGN_OR_RETURN(const std::int64_t count, live_.QueryInt(sql, {}));
    if (count != expected) {
      findings_.Add(what + ": " + std::to_string(count) + " instead of " +
                    std::to_string(expected));
    }
    return absl::OkStatus();
  }

  absl::Status CheckAnswers() {
    static constexpr char kSql[] =
        "SELECT leaf_index FROM request ORDER BY leaf_index";
    return live_.ForEach(kSql, {}, [this](const sql::Row& row) {
      const absl::Status opened = journal_.OpenAnswer(row.Int(0)).status();
      if (!opened.ok()) Report(row.Int(0), "kept answer: " + Message(opened));
      return absl::OkStatus();
    });
  }

  void Report(std::int64_t index, const std::string& what) {
    findings_.Add("leaf " + std::to_string(index) + ": " + what);
  }

  sql::Connection& live_;
  sql::WriteConnection& scratch_;
  const Sealer& sealer_;
  const JournalReader journal_;
  Findings& findings_;
  journal::Frontier frontier_;
  absl::Time last_time_ = absl::InfinitePast();
  std::int64_t nodes_ = 0;
  std::int64_t payloads_ = 0;
  std::map<std::string, std::string> opened_;  // payloads of the present leaf
};

}  // namespace

absl::Status ReplayJournal(sql::Connection& live, sql::WriteConnection& scratch,
                           const Sealer& sealer, Findings& findings) {
  return Replay(live, scratch, sealer, findings).Run();
}

}  // namespace spotcheck::store
