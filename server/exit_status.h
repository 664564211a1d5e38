#ifndef SPOTCHECK_SERVER_EXIT_STATUS_H_
#define SPOTCHECK_SERVER_EXIT_STATUS_H_

#include "absl/status/status.h"

namespace spotcheck::server {

// How the process ends: 0 done, 1 a negative answer, 2 usage, 3 not found,
// 4 not allowed, 5 conflict, 6 unavailable, 7 bad input.
int ExitStatusOf(const absl::Status& status);

inline constexpr int kExitNegative = 1;
inline constexpr int kExitUsage = 2;

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_EXIT_STATUS_H_
