#include "lib/store/read/rules.h"

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

}  // namespace spotcheck::store
