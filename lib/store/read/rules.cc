#include "lib/store/read/rules.h"

#include <optional>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {

absl::StatusOr<std::vector<LoadedRuleFile>> LoadedRuleFiles(const View& view) {
  static constexpr char kSql[] =
      "SELECT file, content, leaf_index FROM rule_file ORDER BY file";
  return AllRows<LoadedRuleFile>(
      view, kSql, {},
      [](const sql::Row& row) -> absl::StatusOr<LoadedRuleFile> {
        return LoadedRuleFile{std::string(row.Text(0)),
                              std::string(row.Text(1)), row.Int(2)};
      });
}

absl::StatusOr<std::int64_t> LastRulesLeaf(const View& view) {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(leaf_index), -1) FROM rule_file";
  ASSIGN_OR_RETURN(const std::optional<std::int64_t> last,
                   view.sql().QueryOne(kSql, {}, [](const sql::Row& row) {
                     return row.Int(0);
                   }));
  return last.value_or(-1);
}

}  // namespace spotcheck::store
