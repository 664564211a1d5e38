#include "lib/store/read/check_changes.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"

namespace spotcheck::store {

absl::StatusOr<std::optional<StoredCheckChange>> FindCheckChange(
    const View& view, const std::string& change_id) {
  static const std::string kSql =
      Select<StoredCheckChange>("WHERE change_id = $change_id");
  return FirstRow<StoredCheckChange>(view, kSql, {{"$change_id", change_id}},
                                     ReadRow<StoredCheckChange>);
}

absl::StatusOr<std::optional<StoredCheckChange>> WaitingChangeOf(
    const View& view, const Usci& usci, const CheckId& check) {
  static const std::string kSql = Select<StoredCheckChange>(
      "WHERE usci = $usci AND check_id = $check_id AND state = 'WAITING'");
  return FirstRow<StoredCheckChange>(
      view, kSql, {{"$usci", usci.view()}, {"$check_id", check.str()}},
      ReadRow<StoredCheckChange>);
}

absl::StatusOr<std::vector<StoredCheckChange>> CheckChangePage(
    const View& view, const CheckChangeRange& range) {
  static const std::string kSql = Select<StoredCheckChange>(
      "WHERE leaf_index > $after AND ($state = '' OR state = $state) "
      "ORDER BY leaf_index, change_id LIMIT $limit");
  const std::string_view state = range.state ? CodeOf(*range.state) : "";
  return AllRows<StoredCheckChange>(
      view, kSql,
      {{"$after", range.after}, {"$state", state}, {"$limit", range.limit}},
      ReadRow<StoredCheckChange>);
}

absl::StatusOr<std::vector<StoredCheckVersion>> CheckVersionsOf(
    const View& view, const Usci& usci) {
  static constexpr char kSql[] =
      "SELECT record, from_leaf_index, until_leaf_index, change_id "
      "FROM check_version WHERE usci = $usci "
      "ORDER BY until_leaf_index, check_id";
  return AllRows<StoredCheckVersion>(
      view, kSql, {{"$usci", usci.view()}},
      [](const sql::Row& row) -> absl::StatusOr<StoredCheckVersion> {
        StoredCheckVersion version;
        ASSIGN_OR_RETURN(version.record,
                         table::FromCell<CheckRecord>(row, 0, "record"));
        version.from_leaf_index = row.Int(1);
        version.until_leaf_index = row.Int(2);
        version.change_id = row.Text(3);
        return version;
      });
}

absl::StatusOr<std::optional<StoredCheck>> FindCheckById(const View& view,
                                                         const CheckId& check) {
  static constexpr char kSql[] =
      "SELECT usci FROM report_number WHERE check_id = $check_id";
  ASSIGN_OR_RETURN(const auto usci,
                   FirstRow<Usci>(view, kSql, {{"$check_id", check.str()}},
                                  [](const sql::Row& row) {
                                    return table::FromCell<Usci>(row, 0,
                                                                 "usci");
                                  }));
  if (!usci.has_value()) return std::nullopt;
  return FindCheck(view, *usci, check);
}

}  // namespace spotcheck::store
