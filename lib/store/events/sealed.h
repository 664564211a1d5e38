#ifndef SPOTCHECK_LIB_STORE_EVENTS_SEALED_H_
#define SPOTCHECK_LIB_STORE_EVENTS_SEALED_H_

// A sealed cell is bound to its place: Sealer opens it only under the context
// that it was sealed under. These functions make the context of each place.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/base/sealer.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/shapes.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

// The primary key of drawn_unit.
struct UnitKey {
  TaskId task;
  std::int64_t attempt = 1;
  std::string unit_tag;
};
std::string InspectorContext(std::string_view badge_tag);
std::string TaskPlanContext(const TaskId& task);
std::string UnitContext(const UnitKey& key);
std::string ApprovalContext(std::string_view approval_id);
// Names a chunk of a payload in the table sealed_payload.
struct ChunkKey {
  std::int64_t leaf_index = 0;
  std::string_view name;
  std::int64_t chunk = 0;
};
std::string ChunkContext(const ChunkKey& key);
// Names a chunk in the table staged_chunk, where a payload's chunks are written
// before the payload's event.
struct StagedChunkKey {
  std::string_view stage;
  std::int64_t chunk = 0;
};
std::string StagedChunkContext(const StagedChunkKey& key);

// Opens a cell that holds a record. DATA_LOSS, which names the column, where
// the store cannot have written the cell.
struct SealedCell {
  std::string context;
  std::string_view bytes;
  std::string_view column;
};
template <typename Record>
absl::StatusOr<Record> OpenCell(const Sealer& sealer, const SealedCell& cell) {
  ASSIGN_OR_RETURN(const std::string plain,
                   sealer.Open(cell.context, cell.bytes));
  std::optional<Record> record = codec::Decode<Record>(plain);
  if (!record.has_value()) return ColumnMalformedError(cell.column);
  return *std::move(record);
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_SEALED_H_
