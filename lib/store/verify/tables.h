#ifndef SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_
#define SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_

#include "absl/status/status.h"
#include "lib/store/sql/connection.h"
#include "lib/store/verify/findings.h"

namespace spotcheck::store {

// Two databases side by side: the one that is checked and the one that a replay
// made. Findings name table, key and column, never a value.
struct Sides {
  sql::Connection& live;
  sql::Connection& replayed;
};

// Every table, index and trigger is the same in both.
absl::Status CompareSchemas(const Sides& sides, Findings& findings);
// Every table that follows from the journal, by its primary key.
absl::Status CompareTables(const Sides& sides, Findings& findings);
// What the search indexes hold.
absl::Status CompareSearch(const Sides& sides, Findings& findings);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_
