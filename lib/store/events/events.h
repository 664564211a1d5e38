#ifndef SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_

// Every fact the journal can hold. A leaf is a JSON object
//   {"v":1,"type":T,"time":RFC3339 UTC micros,"actor":A,"data":{…},
//    "sealed":{name:hex SHA-256(salt || payload)…},"request":{id, digest}}
// whose bytes, once stored, are never re-serialised. Data members are listed in
// README.md. What must not be public before its time is a payload: the leaf
// holds its salted hash, the sealed bytes stand beside the journal.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/hash.h"
#include "lib/rules/law/codes.h"
#include "lib/store/events/records.h"

namespace spotcheck::store {

struct EnterprisesImported {
  static constexpr char kType[] = "enterprise.imported";
  std::vector<EnterpriseRecord> rows;
};
struct ProductsImported {
  static constexpr char kType[] = "product.imported";
  std::vector<ProductRecord> rows;
};
struct LabsImported {
  static constexpr char kType[] = "lab.imported";
  std::vector<LabRecord> rows;
};
// Payload "rows": JSON array of InspectorRecord (EncodeInspectors).
struct InspectorsImported {
  static constexpr char kType[] = "inspector.imported";
};
struct ChecksImported {
  static constexpr char kType[] = "check.imported";
  std::vector<ProductRecord> new_lines;
  std::vector<CheckRecord> rows;  // also pending ones that got a conclusion
};
struct RulesLoaded {
  static constexpr char kType[] = "rules.loaded";
  std::string file;
  std::string content;
};

// Payload "plan": EncodePlan.
struct TaskCreated {
  static constexpr char kType[] = "task.created";
  TaskId task;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
};
struct WitnessRegistered {
  static constexpr char kType[] = "witness.registered";
  std::string name;
  std::string organisation;
  std::string key;  // lower-case hex
};
struct CommittedWitness {
  std::string name;
  std::string key;         // lower-case hex
  std::string commitment;  // lower-case hex
};
// Payloads "secret" (32 raw bytes), "plan" (EncodePlan), "frame.tsv",
// "lines.tsv", "labs.tsv", "inspectors.tsv", "pseudonyms" (JSON object from
// pseudonym to badge number).
struct DrawCommitted {
  static constexpr char kType[] = "draw.committed";
  TaskId task;
  std::int64_t attempt = 1;
  rules::Authority authority;
  std::int64_t sequence = 1;  // in the authority's chain
  std::string previous;       // hex
  std::string commitment;     // hex
  HashSuite suite = HashSuite::kSha256;
  absl::Time deadline;
  std::string beacon_spec;
  std::vector<CommittedWitness> witnesses;
};
struct DrawRevealed {
  static constexpr char kType[] = "draw.revealed";
  TaskId task;
  std::int64_t attempt = 1;
  std::int64_t position = 1;  // of the witness, from 1
  std::string name;
  std::string key;           // hex
  std::string contribution;  // hex
  std::string signature;     // hex
};
struct BeaconProvided {
  static constexpr char kType[] = "draw.beacon";
  TaskId task;
  std::int64_t attempt = 1;
  std::string value;      // hex
  std::string signature;  // hex
};
// Payload "selection": EncodeSelection. Fills drawn_unit and hold.
struct DrawRun {
  static constexpr char kType[] = "draw.run";
  TaskId task;
  std::int64_t attempt = 1;
  std::string commitment;   // hex
  std::string result_root;  // hex
  std::string transcript;   // hex
  CivilDate hold_until;     // last day of the holds
};
using rules::ApprovalKind;
// Payload "detail" for a unit: EncodeUnitRequest. `unit_tag` is "" for a void.
struct ApprovalRequested {
  static constexpr char kType[] = "approval.requested";
  std::string approval_id;
  ApprovalKind kind = ApprovalKind::kVoid;
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
  std::string reason;
};
struct ApprovalGranted {
  static constexpr char kType[] = "approval.granted";
  std::string approval_id;
  ApprovalKind kind = ApprovalKind::kVoid;
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
};
struct DrawFailed {
  static constexpr char kType[] = "draw.failed";
  TaskId task;
  std::int64_t attempt = 1;
  std::vector<std::string> missing;  // witnesses' keys, hex
};
struct DrawOpened {
  static constexpr char kType[] = "draw.opened";
  TaskId task;
  std::int64_t attempt = 1;
};
// Holds whose last day is before `day` are over.
struct HoldsExpired {
  static constexpr char kType[] = "hold.expired";
  TaskId task;
  std::int64_t attempt = 1;
  CivilDate day;
};

// Releases the hold of its line in its task.
struct ResultRecorded {
  static constexpr char kType[] = "result.recorded";
  CheckRecord check;
};
struct ListProposed {
  static constexpr char kType[] = "list.proposed";
  ListEntryRecord entry;
};
struct ListChanged {
  static constexpr char kType[] = "list.changed";
  std::string entry_id;
  ListState state = ListState::kListed;
  std::string reason;
};

using Event =
    std::variant<EnterprisesImported, ProductsImported, LabsImported,
                 InspectorsImported, ChecksImported, RulesLoaded, TaskCreated,
                 WitnessRegistered, DrawCommitted, DrawRevealed, BeaconProvided,
                 DrawRun, ApprovalRequested, ApprovalGranted, DrawFailed,
                 DrawOpened, HoldsExpired, ResultRecorded, ListProposed,
                 ListChanged>;

// A payload that was written ahead of its event (payload_stage.h).
struct StagedBytes {
  std::string stage;
  std::string hash;  // hex SHA-256(salt || payload)
  std::int64_t chunks = 0;
};
// A payload, in the clear or staged; `name` is unique within its event.
struct Payload {
  std::string name;
  std::string bytes;  // "" where staged
  std::optional<StagedBytes> staged = std::nullopt;
};

// What a leaf says beside its data.
struct EventHeader {
  absl::Time time;
  std::string actor;
  std::string request_id;      // "" for the system's own events
  std::string request_digest;  // hex
  std::vector<std::pair<std::string, std::string>> sealed;  // name, hex hash
};

struct StoredEvent {
  EventHeader header;
  Event event;
};

std::string_view EventType(const Event& event);
std::string EncodeEvent(const EventHeader& header, const Event& event);
// Strict: DATA_LOSS for bytes that EncodeEvent cannot have made.
absl::StatusOr<StoredEvent> DecodeEvent(std::string_view leaf);

// A task's plan with what the protocol's plan does not hold.
struct TaskPlan {
  rules::Plan plan;   // deadline unset, policies empty until the commitment
  std::string basis;  // of a follow-up or an emergency
  Stratum replaced;   // of a replacement attempt, else ""
};
// What a withdrawal, or the closing of a due unit, says of its unit.
struct UnitRequest {
  Usci usci;
  std::string reason_code;
  std::string evidence;  // hex SHA-256, "" for a closing
  std::string note;
};

// The payloads' codecs; each Decode is strict (DATA_LOSS).
std::string EncodePlan(const TaskPlan& plan);
absl::StatusOr<TaskPlan> DecodePlan(std::string_view text);
std::string EncodeInspectors(const std::vector<InspectorRecord>& rows);
absl::StatusOr<std::vector<InspectorRecord>> DecodeInspectors(
    std::string_view text);
std::string EncodeSelection(
    const std::vector<rules::SelectedEnterprise>& selection);
absl::StatusOr<std::vector<rules::SelectedEnterprise>> DecodeSelection(
    std::string_view text);
std::string EncodeUnitRequest(const UnitRequest& request);
absl::StatusOr<UnitRequest> DecodeUnitRequest(std::string_view text);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_
