#ifndef SPOTCHECK_LIB_STORE_VERIFY_CHECKS_H_
#define SPOTCHECK_LIB_STORE_VERIFY_CHECKS_H_

// VerifyDatabase (lib/store/journal/database.h) is made of these checks.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "lib/base/sealer.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/sql/connection.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// Findings lists the faults that a verification found, one line each, in the
// order found. One fault can show in a million rows, so the list ends at kMost.
class Findings {
 public:
  static constexpr std::size_t kMost = 100;
  void Add(std::string line) {
    if (lines_.size() < kMost) lines_.push_back(std::move(line));
    if (++count_ == kMost + 1)
      lines_.push_back("further differences: not listed");
  }
  std::vector<std::string> Take() { return std::move(lines_); }

 private:
  std::size_t count_ = 0;
  std::vector<std::string> lines_;
};

// Applies every leaf of `live` to the empty tables of `scratch`. On the way it
// checks the leaves' form, order and times, each stored node of the Merkle
// tree, each payload's hash and each kept answer. A fault becomes a finding;
// the status tells errors of the engine alone.
absl::Status ReplayJournal(sql::Connection& live, sql::WriteConnection& scratch,
                           const Sealer& sealer, Findings& findings);

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

// The statements that CompareTables runs for one table.
struct ComparisonSql {
  std::string rows;     // all columns of every row
  std::string row;      // all columns of the row with the key
  std::string keys;     // the key of every row
  std::string has_row;  // a row where there is one with the key
};
ComparisonSql MakeComparison(const sql::TableShape& table);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_VERIFY_CHECKS_H_
