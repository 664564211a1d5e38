#include "lib/base/beijing_time.h"

#include <string>

namespace spotcheck {

Localized InBeijing(absl::Time time) {
  // Asia/Shanghai has kept UTC+8 without summer time since 1991.
  constexpr int kOffsetSeconds = 8 * 60 * 60;
  const std::string text = absl::FormatTime(
      "%E4Y-%m-%d %H:%M:%S", time, absl::FixedTimeZone(kOffsetSeconds));
  return {"北京时间 " + text, text + " Beijing time"};
}

}  // namespace spotcheck
