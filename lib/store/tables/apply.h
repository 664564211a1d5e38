#ifndef SPOTCHECK_LIB_STORE_TABLES_APPLY_H_
#define SPOTCHECK_LIB_STORE_TABLES_APPLY_H_

// Apply writes an event to the tables: one function per event, used alike by a
// mutation and by a replay. What it writes follows from the event, its header,
// its payloads and the tables before it, and from nothing else. An event that
// does not fit the tables is refused (EVENT_OUT_OF_PLACE), and the caller rolls
// back.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/store/events/events.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// Applying is the event that is being applied, and what Apply may use. It is
// made for one call; everything in it outlives the call.
struct Applying {
  sql::WriteConnection& db;
  const Sealer& sealer;
  std::int64_t leaf = 0;
  std::string_view type;  // the event's kType
  const EventHeader& header;
  // Returns a payload of this event in the clear, by its name.
  absl::FunctionRef<absl::StatusOr<std::string>(std::string_view)> payload;
};

// Applies any event. It also writes the row of the request that the header
// names, at the request's first event.
absl::Status ApplyEvent(const Applying& a, const Event& event);

// These apply events of the registers, the rule book and the grants.
absl::Status Apply(const Applying& a, const EnterprisesImported& event);
absl::Status Apply(const Applying& a, const ProductsImported& event);
absl::Status Apply(const Applying& a, const LabsImported& event);
absl::Status Apply(const Applying& a, const InspectorsImported& event);
absl::Status Apply(const Applying& a, const RulesLoaded& event);
absl::Status Apply(const Applying& a, const GrantAdded& event);
absl::Status Apply(const Applying& a, const GrantWithdrawn& event);
// These apply results and changes of the lists.
absl::Status Apply(const Applying& a, const ChecksImported& event);
absl::Status Apply(const Applying& a, const ResultRecorded& event);
absl::Status Apply(const Applying& a, const CheckChangeRequested& event);
absl::Status Apply(const Applying& a, const CheckSuperseded& event);
absl::Status Apply(const Applying& a, const ListProposed& event);
absl::Status Apply(const Applying& a, const ListChanged& event);
// These apply the days that begin and the clocks that a person accepts.
absl::Status Apply(const Applying& a, const DayTurned& event);
absl::Status Apply(const Applying& a, const ClockAccepted& event);
// These apply the events of a draw.
absl::Status Apply(const Applying& a, const TaskCreated& event);
absl::Status Apply(const Applying& a, const TaskChanged& event);
absl::Status Apply(const Applying& a, const TaskWithdrawn& event);
absl::Status Apply(const Applying& a, const WitnessRegistered& event);
absl::Status Apply(const Applying& a, const DrawCommitted& event);
absl::Status Apply(const Applying& a, const DrawRevealed& event);
absl::Status Apply(const Applying& a, const BeaconProvided& event);
absl::Status Apply(const Applying& a, const DrawRun& event);
absl::Status Apply(const Applying& a, const DrawFailed& event);
absl::Status Apply(const Applying& a, const DrawOpened& event);
absl::Status Apply(const Applying& a, const ApprovalRequested& event);
absl::Status Apply(const Applying& a, const ApprovalGranted& event);
absl::Status Apply(const Applying& a, const HoldsExpired& event);

// Runs a statement that must change exactly one row, else EVENT_OUT_OF_PLACE.
absl::Status ChangeOne(const Applying& a, std::string_view sql,
                       const std::vector<sql::Binding>& bindings);
// Writes a product line; imports of products and of checks both bring some.
absl::Status UpsertProduct(const Applying& a, const ProductRecord& row);
// Writes a check in its standing version. Requests to change the check become
// obsolete, because they were made about another version.
absl::Status UpsertCheck(const Applying& a, const CheckRecord& check);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_APPLY_H_
