#include <set>
#include <variant>

#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/store/events/tags.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {
namespace {

absl::Status CheckNames(const std::vector<Payload>& payloads) {
  std::set<std::string_view> names = {kAnswerName};
  for (const Payload& payload : payloads) {
    if (!names.insert(payload.name).second) {
      return PayloadNameTakenError(payload.name);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> FindPayload(const std::vector<Payload>& payloads,
                                        std::string_view name) {
  for (const Payload& payload : payloads) {
    if (payload.name == name) return payload.bytes;
  }
  return PayloadNotFoundError(name);
}

EventHeader MakeHeader(const Transaction& tx, const Mutation& mutation,
                       const std::vector<SaltedPayload>& payloads) {
  EventHeader header{.time = tx.now(),
                     .actor = mutation.actor,
                     .request_id = mutation.request_id,
                     .request_digest = {},
                     .sealed = HashPayloads(payloads)};
  if (!header.request_id.empty()) {
    header.request_digest = RequestTag(tx.sealer(), mutation.request_digest);
  }
  return header;
}

}  // namespace

Transaction::Transaction(const Parts& parts, const Mutation& mutation,
                         const JournalClock::Instant& instant)
    : View(parts.db, parts.identity, parts.journal.size()),
      parts_(parts),
      mutation_(mutation),
      instant_(instant) {}

absl::Status Transaction::StageChunk(const StagedChunk& chunk) {
  return JournalWriter::StageChunk(parts_.db, sealer(), chunk);
}

absl::StatusOr<std::int64_t> Transaction::DropStagedChunks(
    std::string_view stage, std::int64_t limit) {
  return JournalWriter::DropStagedChunks(parts_.db, stage, limit);
}

absl::StatusOr<std::int64_t> Transaction::Append(
    const Event& event, const std::vector<Payload>& payloads) {
  RETURN_IF_ERROR(CheckNames(payloads));
  const auto salted = SaltPayloads(payloads, parts_.entropy);
  const EventHeader header = MakeHeader(*this, mutation_, salted);
  const std::string leaf = EncodeEvent(header, event);
  if (!IsValidUtf8(leaf)) return EventNotUtf8Error(EventType(event));
  ASSIGN_OR_RETURN(const std::int64_t index,
                   parts_.journal.Append(parts_.db, leaf));
  if (std::holds_alternative<ClockAccepted>(event)) {
    parts_.journal.clock().Accept(instant_);
  } else {
    parts_.journal.clock().Wrote(instant_);
  }
  set_journal_size(parts_.journal.size());
  for (const SaltedPayload& payload : salted) {
    RETURN_IF_ERROR(
        JournalWriter::StorePayload(parts_.db, sealer(), index, payload));
  }
  const auto find = [&payloads](std::string_view name) {
    return FindPayload(payloads, name);
  };
  RETURN_IF_ERROR(ApplyEvent({.db = parts_.db,
                              .sealer = sealer(),
                              .leaf = index,
                              .type = EventType(event),
                              .header = header,
                              .payload = find},
                             event));
  return index;
}

absl::StatusOr<std::string> Transaction::SignedCheckpoint() const {
  if (mutation_.mode == Mutation::Mode::kDryRun) return std::string();
  return View::SignedCheckpoint();
}

}  // namespace spotcheck::store
