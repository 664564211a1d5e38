#ifndef SPOTCHECK_LIB_APP_COMMON_SYSTEM_STEP_H_
#define SPOTCHECK_LIB_APP_COMMON_SYSTEM_STEP_H_

// Steps that nobody asks for: the server takes them in its own name.

#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// Runs the step in a transaction of its own; nobody reads its answer.
absl::Status WriteStep(
    store::Database& db,
    absl::FunctionRef<absl::Status(store::Transaction&)> step);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_SYSTEM_STEP_H_
