#include "lib/store/read/rules.h"

#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"

namespace spotcheck::store {

absl::StatusOr<std::vector<LoadedRuleFile>> LoadedRuleFiles(const View& view) {
  static const std::string kSql = Select<LoadedRuleFile>("ORDER BY file");
  return AllRows<LoadedRuleFile>(view, kSql, {});
}

absl::StatusOr<std::int64_t> LastRulesLeaf(const View& view) {
  static constexpr char kSql[] =
      "SELECT COALESCE(MAX(leaf_index), -1) FROM rule_file";
  return view.sql().QueryInt(kSql, {});
}

}  // namespace spotcheck::store
