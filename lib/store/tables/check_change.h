#ifndef SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_
#define SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_

// The table check_change holds the requests to correct or void a check, and
// check_version every version of a check that no longer stands.

#include "absl/status/status.h"
#include "lib/base/ids.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// Makes the waiting requests about the check obsolete.
absl::Status SetChangesAside(const Applying& a, const Usci& usci,
                             const CheckId& check);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_
