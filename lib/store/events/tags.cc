#include "lib/store/events/tags.h"

#include <cstdint>
#include <string>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"

namespace spotcheck::store {
std::string LineTag(const Sealer& sealer, const LineId& line) {
  return sealer.Tag("line", line.str()).ToHex();
}

std::string UnitTag(const Sealer& sealer, const TaskId& task,
                    const Usci& usci) {
  return sealer.Tag("unit", task.str() + "\n" + usci.str()).ToHex();
}

std::string RequestTag(const Sealer& sealer, const Digest& request) {
  return sealer.Tag("request", request.view()).ToHex();
}

std::string BadgeTag(const Sealer& sealer, const InspectorId& badge) {
  return sealer.Tag("badge", badge.str()).ToHex();
}

std::string MakeHoldId(const TaskId& task, std::int64_t attempt,
                       const std::string& line_tag) {
  return "H" +
         ShortId(Sha256(Lp({task.str(), std::to_string(attempt), line_tag})));
}

}  // namespace spotcheck::store
