#ifndef SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_
#define SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_

// The contexts under which the store seals: a sealed cell opens only in the
// place it was made for.

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
// One chunk of a payload.
struct ChunkKey {
  std::int64_t leaf_index = 0;
  std::string_view name;
  std::int64_t chunk = 0;
};
std::string ChunkContext(const ChunkKey& key);
// One chunk of a payload that is written before its event.
struct StagedChunkKey {
  std::string_view stage;
  std::int64_t chunk = 0;
};
std::string StagedChunkContext(const StagedChunkKey& key);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_SEAL_CONTEXT_H_
