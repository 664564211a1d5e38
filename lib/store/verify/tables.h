#ifndef SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_
#define SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_

#include "absl/status/status.h"
#include "lib/store/sql/connection.h"
#include "lib/store/verify/findings.h"

namespace spotcheck::store {

// Sides are the two databases that are compared: the one that is verified and
// the one that a replay made. Findings name table, key and column, never a
// value.
struct Sides {
  sql::Connection& live;
  sql::Connection& replayed;
};

// Compares the definitions of all tables, indexes and triggers.
absl::Status CompareSchemas(const Sides& sides, Findings& findings);
// Compares every table that follows from the journal, row by row.
absl::Status CompareTables(const Sides& sides, Findings& findings);
// Compares the content of the search indexes.
absl::Status CompareSearch(const Sides& sides, Findings& findings);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_VERIFY_TABLES_H_
