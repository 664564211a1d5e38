#ifndef SPOTCHECK_TESTS_STORE_FROZEN_FREEZE_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_FREEZE_H_

#include <filesystem>

#include "absl/status/status.h"
#include "tests/store/samples.h"

namespace spotcheck::store::testing {

// Writes the database's journal and tables as a new folder. ALREADY_EXISTS
// where the folder is there: a frozen journal is never written anew.
absl::Status FreezeJournal(TestDatabase& db,
                           const std::filesystem::path& folder);

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_FREEZE_H_
