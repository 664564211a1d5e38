#include "lib/store/rule_reader.h"

#include "lib/base/status_macros.h"

namespace spotcheck::store {

absl::StatusOr<std::vector<LoadedRuleFile>> LoadedRuleFiles(const View& view) {
  static constexpr char kSql[] =
      "SELECT file, content, leaf_index FROM rule_file ORDER BY file";
  std::vector<LoadedRuleFile> files;
  RETURN_IF_ERROR(view.sql().ForEach(kSql, {}, [&](const sql::Row& row) {
    files.push_back(
        {std::string(row.Text(0)), std::string(row.Text(1)), row.Int(2)});
    return absl::OkStatus();
  }));
  return files;
}

}  // namespace spotcheck::store
