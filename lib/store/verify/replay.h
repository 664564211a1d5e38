#ifndef SPOTCHECK_LIB_STORE_VERIFY_REPLAY_H_
#define SPOTCHECK_LIB_STORE_VERIFY_REPLAY_H_

#include "absl/status/status.h"
#include "lib/base/sealer.h"
#include "lib/store/sql/connection.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/verify/findings.h"

namespace spotcheck::store {

// Applies every leaf of `live` to the empty tables of `scratch`. On the way it
// checks the leaves' form, order and times, each stored node of the Merkle
// tree, each payload's hash and each kept answer. A fault becomes a finding;
// the status tells errors of the engine alone.
absl::Status ReplayJournal(sql::Connection& live, sql::WriteConnection& scratch,
                           const Sealer& sealer, Findings& findings);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_VERIFY_REPLAY_H_
