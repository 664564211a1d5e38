#ifndef SPOTCHECK_LIB_STORE_TABLES_APPLY_H_
#define SPOTCHECK_LIB_STORE_TABLES_APPLY_H_

// Events to tables: one function per event, used alike by a mutation and by a
// replay. What a function writes follows from the event, its header, its
// payloads and the tables before it, and from nothing else. An event that does
// not fit the tables is refused (EVENT_OUT_OF_PLACE): the caller rolls back.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/store/events/events.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// The event under way. Made for one call; everything outlives it.
struct Applying {
  sql::WriteConnection& db;
  const Sealer& sealer;
  std::int64_t leaf = 0;
  std::string_view type;  // of the event
  const EventHeader& header;
  // A payload of this event in the clear.
  absl::FunctionRef<absl::StatusOr<std::string>(std::string_view)> payload;
};

// Also remembers the request that the header names, at its first event.
absl::Status ApplyEvent(const Applying& a, const Event& event);

// Registers and rules.
absl::Status Apply(const Applying& a, const EnterprisesImported& event);
absl::Status Apply(const Applying& a, const ProductsImported& event);
absl::Status Apply(const Applying& a, const LabsImported& event);
absl::Status Apply(const Applying& a, const InspectorsImported& event);
absl::Status Apply(const Applying& a, const RulesLoaded& event);
// Results and lists.
absl::Status Apply(const Applying& a, const ChecksImported& event);
absl::Status Apply(const Applying& a, const ResultRecorded& event);
absl::Status Apply(const Applying& a, const ListProposed& event);
absl::Status Apply(const Applying& a, const ListChanged& event);
// Draws.
absl::Status Apply(const Applying& a, const TaskCreated& event);
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

// A change that must touch exactly one row; else EVENT_OUT_OF_PLACE.
absl::Status ChangeOne(const Applying& a, std::string_view sql,
                       sql::Bindings bindings);
// Shared by the import of products and that of checks.
absl::Status UpsertProduct(const Applying& a, const ProductRecord& row);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_APPLY_H_
