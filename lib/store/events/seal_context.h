#ifndef SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_
#define SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_

// A sealed cell is bound to its place: Sealer opens it only under the context
// that it was sealed under. These functions make the context of each place.

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/ids.h"
#include "lib/store/events/columns.h"

namespace spotcheck::store {

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

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_
