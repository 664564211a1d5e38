#ifndef SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_
#define SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_

// What an engine knows of its own tables. Each engine keeps it in another
// place, so nobody asks for it in SQL.

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace spotcheck::sql {

struct TableShape {
  std::string name;
  std::vector<std::string> keys;     // of the primary key, in its order
  std::vector<std::string> columns;  // the keys first
};

// A table or an index: "table journal" and the text that made it.
struct SchemaPart {
  std::string name;
  std::string definition;
};

class Catalogue {
 public:
  virtual ~Catalogue() = default;
  virtual absl::StatusOr<bool> HasTable(std::string_view name) = 0;
  // Ordinary tables by name; what a search index is made of is not among them.
  virtual absl::StatusOr<std::vector<TableShape>> Tables() = 0;
  virtual absl::StatusOr<std::vector<SchemaPart>> Schema() = 0;
  // What the engine finds wrong with its own files, in its own words.
  virtual absl::StatusOr<std::vector<std::string>> FindDamage() = 0;
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_CATALOGUE_H_
