#include "lib/store/read/credit.h"

#include <string>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"

namespace spotcheck::store {
namespace {

#define SPOTCHECK_CHANGE_COLUMNS                                 \
  "SELECT e.usci, c.entry_id, e.list, c.state, c.day, c.actor, " \
  "c.reason, c.leaf_index, c.change_id FROM list_change c "      \
  "JOIN list_entry e "                                           \
  "ON e.entry_id = c.entry_id "

absl::StatusOr<StoredListChange> ReadChange(const sql::Row& row) {
  StoredListChange change;
  ASSIGN_OR_RETURN(change.usci, table::FromCell<Usci>(row, 0, "usci"));
  change.entry_id = row.Text(1);
  change.list = row.Text(2);
  ASSIGN_OR_RETURN(change.state, table::FromCell<ListState>(row, 3, "state"));
  ASSIGN_OR_RETURN(change.day, table::FromCell<CivilDate>(row, 4, "day"));
  change.actor = row.Text(5);
  change.reason = row.Text(6);
  change.leaf_index = row.Int(7);
  change.change_id = row.Text(8);
  return change;
}

}  // namespace

absl::StatusOr<std::vector<StoredCheck>> ChecksOf(const View& view,
                                                  const Usci& usci) {
  static const std::string kSql =
      Select<StoredCheck>("WHERE usci = $usci ORDER BY check_id");
  return AllRows<StoredCheck>(view, kSql, {{"$usci", usci.view()}});
}

absl::StatusOr<std::optional<StoredCheck>> FindCheck(const View& view,
                                                     const Usci& usci,
                                                     const CheckId& check) {
  static const std::string kSql =
      Select<StoredCheck>("WHERE usci = $usci AND check_id = $check_id");
  return FirstRow<StoredCheck>(
      view, kSql, {{"$usci", usci.view()}, {"$check_id", check.str()}});
}

absl::StatusOr<std::optional<StoredListEntry>> FindListEntry(
    const View& view, const std::string& entry_id) {
  static const std::string kSql =
      Select<StoredListEntry>("WHERE entry_id = $entry_id");
  return FirstRow<StoredListEntry>(view, kSql, {{"$entry_id", entry_id}});
}

absl::StatusOr<std::vector<StoredListEntry>> ListEntriesOf(const View& view,
                                                           const Usci& usci) {
  static const std::string kSql =
      Select<StoredListEntry>("WHERE usci = $usci ORDER BY entry_id");
  return AllRows<StoredListEntry>(view, kSql, {{"$usci", usci.view()}});
}

absl::StatusOr<std::vector<StoredListChange>> ListChangesOf(const View& view,
                                                            const Usci& usci) {
  static constexpr char kSql[] =
      SPOTCHECK_CHANGE_COLUMNS "WHERE e.usci = $usci ORDER BY c.leaf_index";
  return AllRows<StoredListChange>(view, kSql, {{"$usci", usci.view()}},
                                   ReadChange);
}

absl::StatusOr<std::vector<StoredListChange>> AllListChanges(const View& view) {
  static constexpr char kSql[] =
      SPOTCHECK_CHANGE_COLUMNS "ORDER BY e.usci, c.leaf_index";
  return AllRows<StoredListChange>(view, kSql, {}, ReadChange);
}

absl::StatusOr<std::vector<StoredListEntry>> ListEntryPage(
    const View& view, const ListEntryQuery& query) {
  static const std::string kSql = Select<StoredListEntry>(
      "WHERE entry_id > $after AND ($list = '' OR list = $list) "
      "AND ($usci = '' OR usci = $usci) AND ($state = '' OR state = $state) "
      "AND ($region = '' OR substr(usci, 3, $digits) = $region) "
      "ORDER BY entry_id LIMIT $limit");
  const std::string_view usci = query.usci ? query.usci->view() : "";
  const std::string_view state =
      query.state ? CodeOf(*query.state) : std::string_view();
  return AllRows<StoredListEntry>(view, kSql,
                                  {{"$after", query.after},
                                   {"$list", query.list},
                                   {"$usci", usci},
                                   {"$state", state},
                                   {"$region", query.region.str()},
                                   {"$digits", query.region.str().size()},
                                   {"$limit", query.limit}});
}

absl::StatusOr<std::optional<StoredCheck>> FindReport(const View& view,
                                                      const CheckId& plain) {
  // A check that has that very id goes before one that only meets it.
  static constexpr char kSql[] =
      "SELECT usci, check_id FROM report_number WHERE plain_id = $plain "
      "ORDER BY check_id <> $plain, check_id LIMIT 1";
  using Key = std::pair<Usci, CheckId>;
  ASSIGN_OR_RETURN(
      const auto key,
      FirstRow<Key>(view, kSql, {{"$plain", plain.str()}},
                    [](const sql::Row& row) -> absl::StatusOr<Key> {
                      ASSIGN_OR_RETURN(const Usci usci,
                                       table::FromCell<Usci>(row, 0, "usci"));
                      return Key(usci, CheckId(std::string(row.Text(1))));
                    }));
  if (!key.has_value()) return std::nullopt;
  return FindCheck(view, key->first, key->second);
}

}  // namespace spotcheck::store
