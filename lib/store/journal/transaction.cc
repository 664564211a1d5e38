#include "lib/store/journal/transaction.h"

#include <set>

#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/store/events/tags.h"
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

}  // namespace

WriteTransaction::WriteTransaction(const Parts& parts, const Mutation& mutation,
                                   absl::Time now)
    : Viewing(parts.db, parts.identity),
      parts_(parts),
      mutation_(mutation),
      now_(now) {}

EventHeader WriteTransaction::MakeHeader(
    const std::vector<SaltedPayload>& payloads) const {
  EventHeader header{.time = now_,
                     .actor = mutation_.actor,
                     .request_id = mutation_.request_id,
                     .request_digest = {},
                     .sealed = HashPayloads(payloads)};
  if (!header.request_id.empty()) {
    header.request_digest = RequestTag(sealer(), mutation_.request_digest);
  }
  return header;
}

absl::StatusOr<std::int64_t> WriteTransaction::Append(
    const Event& event, const std::vector<Payload>& payloads) {
  RETURN_IF_ERROR(CheckNames(payloads));
  const auto salted = SaltPayloads(payloads, parts_.entropy);
  const EventHeader header = MakeHeader(salted);
  const std::string leaf = EncodeEvent(header, event);
  if (!IsValidUtf8(leaf)) return EventNotUtf8Error(EventType(event));
  ASSIGN_OR_RETURN(const std::int64_t index,
                   parts_.journal.Append(parts_.db, leaf, now_));
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

absl::StatusOr<std::string> WriteTransaction::SignedCheckpoint() const {
  if (mutation_.mode == Mutation::Mode::kDryRun) return std::string();
  return Viewing::SignedCheckpoint();
}

}  // namespace spotcheck::store
