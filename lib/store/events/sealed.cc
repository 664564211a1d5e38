#include "lib/store/events/sealed.h"

namespace spotcheck::store {

std::string InspectorContext(std::string_view badge_tag) {
  return "inspector/" + std::string(badge_tag);
}

std::string TaskPlanContext(const TaskId& task) { return "task/" + task.str(); }

std::string UnitContext(const UnitKey& key) {
  return "unit/" + key.task.str() + "/" + std::to_string(key.attempt) + "/" +
         key.unit_tag;
}

std::string ApprovalContext(std::string_view approval_id) {
  return "approval/" + std::string(approval_id);
}

std::string ChunkContext(const ChunkKey& key) {
  return "payload/" + std::to_string(key.leaf_index) + "/" +
         std::string(key.name) + "/" + std::to_string(key.chunk);
}

std::string StagedChunkContext(const StagedChunkKey& key) {
  return "stage/" + std::string(key.stage) + "/" + std::to_string(key.chunk);
}

}  // namespace spotcheck::store
