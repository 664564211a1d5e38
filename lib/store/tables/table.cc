#include "lib/store/tables/table.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace spotcheck::store {

table::Upsert table::MakeUpsert(std::string_view table,
                                absl::Span<const std::string_view> key,
                                const std::vector<std::string>& columns) {
  Upsert upsert;
  const std::vector<std::string> keys(key.begin(), key.end());
  std::vector<std::string> changes;
  for (const std::string& column : columns) {
    upsert.parameters.push_back("$" + column);
    if (std::find(key.begin(), key.end(), column) == key.end()) {
      changes.push_back(column + " = EXCLUDED." + column);
    }
  }
  upsert.sql = absl::StrCat("INSERT INTO ", std::string(table), " (",
                            absl::StrJoin(columns, ", "), ") VALUES (",
                            absl::StrJoin(upsert.parameters, ", "),
                            ") ON CONFLICT (", absl::StrJoin(keys, ", "),
                            ") DO UPDATE SET ", absl::StrJoin(changes, ", "));
  return upsert;
}

std::string SelectOf(std::string_view table,
                     const std::vector<std::string>& columns) {
  return "SELECT " + absl::StrJoin(columns, ", ") + " FROM " +
         std::string(table) + " ";
}

}  // namespace spotcheck::store
