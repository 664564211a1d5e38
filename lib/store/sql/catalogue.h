#ifndef SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_
#define SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_

// A Catalogue tells of an engine's own tables. Each engine keeps that knowledge
// in another place, so nobody asks for it in SQL.

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace spotcheck::sql {

struct TableShape {
  std::string name;
  std::vector<std::string> keys;     // columns of the primary key, in its order
  std::vector<std::string> columns;  // all columns, those of the key first
};

// The name of a table or an index, such as "table journal", and the statement
// that made it.
struct SchemaPart {
  std::string name;
  std::string definition;
};

class Catalogue {
 public:
  virtual ~Catalogue() = default;
  virtual absl::StatusOr<bool> HasTable(std::string_view name) = 0;
  // Returns the ordinary tables in the order of their names, without the tables
  // that a search index is made of.
  virtual absl::StatusOr<std::vector<TableShape>> Tables() = 0;
  virtual absl::StatusOr<std::vector<SchemaPart>> Schema() = 0;
  // Returns what the engine finds wrong with its own files, in its own words.
  virtual absl::StatusOr<std::vector<std::string>> FindDamage() = 0;
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_
