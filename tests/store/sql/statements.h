#ifndef SPOTCHECK_TESTS_STORE_SQL_STATEMENTS_H_
#define SPOTCHECK_TESTS_STORE_SQL_STATEMENTS_H_

// Finds every SQL statement of C++ sources by reading their string literals,
// wherever they stand: in a constant, in a member, in a call. Neighbouring
// literals are one text, and macros of literals are put in. Select<Row>(…)
// is read as the statement that lib/store/tables/table.h makes of it.

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace spotcheck::store {

struct SourceFile {
  std::string name;  // from the root
  std::string text;
};
// The .h and .cc files of the rooms, e.g. "lib".
std::vector<SourceFile> SourcesOf(const std::vector<std::string>& rooms);

struct SqlStatement {
  std::string file;
  std::string text;
  // The text is not the whole statement: a part of it, or joined with others
  // at run time.
  bool is_part = false;
};
// The statements in the order of the files; macros may stand in any of them.
std::vector<SqlStatement> StatementsIn(const std::vector<SourceFile>& files);
// The upserts that lib/store/tables/table.h makes, one for each Table<Record>.
std::vector<SqlStatement> GeneratedUpserts();
// The statements by which verification compares each table of the schema.
absl::StatusOr<std::vector<SqlStatement>> GeneratedComparisons();

}  // namespace spotcheck::store

#endif  // SPOTCHECK_TESTS_STORE_SQL_STATEMENTS_H_
