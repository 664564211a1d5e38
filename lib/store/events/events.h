#ifndef SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_

// These structs are every fact that the journal can hold. lib/store/README.md
// describes a leaf's JSON and its members under "Leaves"; its bytes, once
// stored, are never re-serialised. Data that must not be public before its time
// is a payload: the leaf holds its salted hash, and the sealed bytes stand
// beside the journal.
//
// Keys, hashes, commitments, contributions, signatures and beacon values are
// lower-case hex.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/civil_date.h"
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
// The rows are in the payload "rows" (a list of InspectorRecord), because they
// tell of persons.
struct InspectorsImported {
  static constexpr char kType[] = "inspector.imported";
};
struct ChecksImported {
  static constexpr char kType[] = "check.imported";
  std::vector<ProductRecord> new_lines;
  // Rows that are new, and rows that were pending and got their conclusion.
  std::vector<CheckRecord> rows;
};
struct RulesLoaded {
  static constexpr char kType[] = "rules.loaded";
  std::string file;
  std::string content;
};

// Whoever calls with a certificate of this name may speak for the authority,
// until a GrantWithdrawn names the same grant_id.
struct GrantAdded {
  static constexpr char kType[] = "grant.added";
  std::string grant_id;
  std::string certificate;
  rules::Authority authority;
};
struct GrantWithdrawn {
  static constexpr char kType[] = "grant.withdrawn";
  std::string grant_id;
  std::string reason;
};

// The plan is in the payload "plan" (TaskPlan).
struct TaskCreated {
  static constexpr char kType[] = "task.created";
  TaskId task;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
};
// A task that has drawn nothing gets another plan, in the payload "plan"
// (TaskPlan).
struct TaskChanged {
  static constexpr char kType[] = "task.changed";
  TaskId task;
  rules::Authority authority;
  HashSuite suite = HashSuite::kSha256;
};
// A task that has drawn nothing will never draw.
struct TaskWithdrawn {
  static constexpr char kType[] = "task.withdrawn";
  TaskId task;
  std::string reason;
};
struct WitnessRegistered {
  static constexpr char kType[] = "witness.registered";
  std::string name;
  std::string organisation;
  std::string key;
};
struct CommittedWitness {
  std::string name;
  std::string key;
  std::string commitment;
};
// The payloads are "secret" (32 raw bytes), "plan" (TaskPlan), "frame.tsv",
// "lines.tsv", "labs.tsv", "inspectors.tsv", "pseudonyms" (a JSON object from
// pseudonym to badge number) and "strata".
struct DrawCommitted {
  static constexpr char kType[] = "draw.committed";
  TaskId task;
  std::int64_t attempt = 1;
  rules::Authority authority;
  std::int64_t sequence = 1;  // place in the authority's chain of attempts
  std::string previous;
  std::string commitment;
  HashSuite suite = HashSuite::kSha256;
  absl::Time deadline;
  std::string beacon_spec;
  std::vector<CommittedWitness> witnesses;
};
struct DrawRevealed {
  static constexpr char kType[] = "draw.revealed";
  TaskId task;
  std::int64_t attempt = 1;
  std::int64_t position = 1;  // the witness's number, from 1
  std::string name;
  std::string key;
  std::string contribution;
  std::string signature;
};
struct BeaconProvided {
  static constexpr char kType[] = "draw.beacon";
  TaskId task;
  std::int64_t attempt = 1;
  std::string value;
  std::string signature;
};
// The payload "selection" (a list of rules::SelectedEnterprise) lists the drawn
// units and their lines. The event fills the tables drawn_unit and hold.
struct DrawRun {
  static constexpr char kType[] = "draw.run";
  TaskId task;
  std::int64_t attempt = 1;
  std::string commitment;
  std::string result_root;
  std::string transcript;
  CivilDate hold_until;  // the last day of the lines' holds
};
using rules::ApprovalKind;
// A withdrawal or a closing has the payload "detail" (UnitRequest). To
// void an attempt needs none, and `unit_tag` is then "".
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
  std::vector<std::string> missing;  // keys of witnesses who did not reveal
};
struct DrawOpened {
  static constexpr char kType[] = "draw.opened";
  TaskId task;
  std::int64_t attempt = 1;
};
// The attempt's holds whose last day is before `day` are over.
struct HoldsExpired {
  static constexpr char kType[] = "hold.expired";
  TaskId task;
  std::int64_t attempt = 1;
  CivilDate day;
};

// A result of a drawn line ends the hold of that line in the check's task.
struct ResultRecorded {
  static constexpr char kType[] = "result.recorded";
  CheckRecord check;
};
using rules::CheckChangeKind;
// One person asks for a recorded check to be corrected or voided.
struct CheckChangeRequested {
  static constexpr char kType[] = "check.change_requested";
  std::string change_id;
  CheckChangeKind kind = CheckChangeKind::kCorrection;
  Usci usci;
  CheckId check;
  std::string reason;
  std::string basis;
  // The check as it shall stand; absent for a void.
  std::optional<CheckRecord> replacement;
};
// Another person has approved: the check stands as the replacement says or, for
// a void, no longer. The version before is kept.
struct CheckSuperseded {
  static constexpr char kType[] = "check.superseded";
  std::string change_id;
  CheckChangeKind kind = CheckChangeKind::kCorrection;
  Usci usci;
  CheckId check;
  std::string reason;
  std::string basis;
  std::string requested_by;
  // The line of the replacement, where no register has known it.
  std::vector<ProductRecord> new_lines;
  std::optional<CheckRecord> replacement;
};
// `day` is the legal day; leaves written before it was kept mean the day of
// their time.
struct ListProposed {
  static constexpr char kType[] = "list.proposed";
  ListEntryRecord entry;
  std::optional<CivilDate> day = std::nullopt;
};
struct ListChanged {
  static constexpr char kType[] = "list.changed";
  std::string entry_id;
  ListState state = ListState::kListed;
  std::string reason;
  std::optional<CivilDate> day = std::nullopt;
  // The change of a check that took the proposal's facts away; "" for a
  // person's decision.
  std::string change_id = "";
};

// A legal day has begun. Each day after the journal's first has one, in order.
struct DayTurned {
  static constexpr char kType[] = "day.turned";
  CivilDate day;
};
// A person has said that the machine's clock is right although it disagrees
// with the journal's last leaf.
struct ClockAccepted {
  static constexpr char kType[] = "clock.accepted";
  absl::Time clock;  // what the machine's clock said, in whole seconds
  std::string reason;
};

using Event = std::variant<
    EnterprisesImported, ProductsImported, LabsImported, InspectorsImported,
    ChecksImported, RulesLoaded, TaskCreated, WitnessRegistered, DrawCommitted,
    DrawRevealed, BeaconProvided, DrawRun, ApprovalRequested, ApprovalGranted,
    DrawFailed, DrawOpened, HoldsExpired, ResultRecorded, ListProposed,
    ListChanged, GrantAdded, GrantWithdrawn, DayTurned, ClockAccepted,
    CheckChangeRequested, CheckSuperseded, TaskChanged, TaskWithdrawn>;

// Names a payload that PayloadStage (lib/store/journal/payload_stage.h) wrote
// before its event.
struct StagedBytes {
  std::string stage;
  std::string hash;  // SHA-256(salt || payload)
  std::int64_t chunks = 0;
};
// A payload as it is handed to Transaction::Append, either in the clear or
// staged before. No two payloads of an event share a name.
struct Payload {
  std::string name;
  std::string bytes;  // "" for a staged payload
  std::optional<StagedBytes> staged = std::nullopt;
};

// The members of a leaf beside its type and data.
struct EventHeader {
  absl::Time time;
  std::string actor;
  std::string request_id;  // "" for the system's own events
  std::string request_digest;
  std::vector<std::pair<std::string, std::string>> sealed;  // name, hash
};

struct StoredEvent {
  EventHeader header;
  Event event;
};

std::string_view EventType(const Event& event);
std::string EncodeEvent(const EventHeader& header, const Event& event);
// Returns DATA_LOSS for bytes that EncodeEvent cannot have made.
absl::StatusOr<StoredEvent> DecodeEvent(std::string_view leaf);

// A task's plan, and what the office records with it beyond the draw protocol.
struct TaskPlan {
  // A task's plan has neither a deadline nor policies; the plan that an attempt
  // commits to has both.
  rules::Plan plan;
  std::string basis;  // reason for a follow-up or an emergency draw
  Stratum replaced;   // the stratum a replacement attempt draws from; else ""
};
// The sealed part of a request to withdraw a unit or to close a due one.
struct UnitRequest {
  Usci usci;
  std::string reason_code;
  std::string evidence;  // SHA-256 of the evidence; "" for a closing
  std::string note;
};

// Writes and reads the payloads that are records: TaskPlan ("plan"),
// std::vector<InspectorRecord> ("rows"), std::vector<rules::SelectedEnterprise>
// ("selection") and UnitRequest ("detail"). DecodePayload returns DATA_LOSS for
// bytes that EncodePayload cannot have made.
template <typename T>
std::string EncodePayload(const T& value);
template <typename T>
absl::StatusOr<T> DecodePayload(std::string_view text);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_EVENTS_H_
