#include "lib/store/tables/table.h"

#include <algorithm>

#include "absl/strings/str_join.h"

namespace spotcheck::store::table {

Texts MakeTexts(const Columns& columns) {
  Texts texts;
  std::vector<std::string> changes;
  for (const std::string_view column : columns.all) {
    texts.parameters.push_back("$" + std::string(column));
    const bool is_key = std::find(columns.key.begin(), columns.key.end(),
                                  column) != columns.key.end();
    if (is_key) continue;
    changes.push_back(std::string(column) + " = EXCLUDED." +
                      std::string(column));
  }
  const std::string names = absl::StrJoin(
      std::vector<std::string>(columns.all.begin(), columns.all.end()), ", ");
  const std::string key = absl::StrJoin(
      std::vector<std::string>(columns.key.begin(), columns.key.end()), ", ");
  const std::string table(columns.table);
  texts.select = "SELECT " + names + " FROM " + table + " ";
  texts.upsert = "INSERT INTO " + table + " (" + names + ") VALUES (" +
                 absl::StrJoin(texts.parameters, ", ") + ") ON CONFLICT (" +
                 key + ") DO UPDATE SET " + absl::StrJoin(changes, ", ");
  return texts;
}

}  // namespace spotcheck::store::table
