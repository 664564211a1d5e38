// This file defines the functions of lib/store/read/credit.h that read lists.

#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/columns.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

#define SPOTCHECK_ENTRY_COLUMNS                                              \
  "SELECT entry_id, usci, list, rule, reason_zh, reason_en, checks, state, " \
  "proposed_on, proposed_by, decided_on, decision_reason, leaf_index "       \
  "FROM list_entry "

absl::StatusOr<StoredListEntry> ReadEntry(const sql::Row& row) {
  StoredListEntry stored;
  ListEntryRecord& record = stored.record;
  record.entry_id = row.Text(0);
  ASSIGN_OR_RETURN(record.usci, ReadUsci(row, 1));
  record.list = row.Text(2);
  record.rule = row.Text(3);
  record.reason_zh = row.Text(4);
  record.reason_en = row.Text(5);
  ASSIGN_OR_RETURN(const std::vector<std::string> checks,
                   DecodeTexts(row.Text(6)));
  for (const std::string& check : checks) record.checks.emplace_back(check);
  ASSIGN_OR_RETURN(stored.state, ParseCode<ListState>(row.Text(7), {"state"}));
  ASSIGN_OR_RETURN(stored.proposed_on, ReadDay(row, 8));
  stored.proposed_by = row.Text(9);
  if (!row.Text(10).empty()) {
    ASSIGN_OR_RETURN(stored.decided_on, ReadDay(row, 10));
  }
  stored.decision_reason = row.Text(11);
  stored.leaf_index = row.Int(12);
  return stored;
}

#define SPOTCHECK_CHANGE_COLUMNS                                 \
  "SELECT e.usci, c.entry_id, e.list, c.state, c.day, c.actor, " \
  "c.reason, c.leaf_index FROM list_change c JOIN list_entry e " \
  "ON e.entry_id = c.entry_id "

absl::StatusOr<StoredListChange> ReadChange(const sql::Row& row) {
  StoredListChange change;
  ASSIGN_OR_RETURN(change.usci, ReadUsci(row, 0));
  change.entry_id = row.Text(1);
  change.list = row.Text(2);
  ASSIGN_OR_RETURN(change.state, ParseCode<ListState>(row.Text(3), {"state"}));
  ASSIGN_OR_RETURN(change.day, ReadDay(row, 4));
  change.actor = row.Text(5);
  change.reason = row.Text(6);
  change.leaf_index = row.Int(7);
  return change;
}

}  // namespace

absl::StatusOr<std::optional<StoredListEntry>> FindListEntry(
    const View& view, const std::string& entry_id) {
  static constexpr char kSql[] =
      SPOTCHECK_ENTRY_COLUMNS "WHERE entry_id = $entry_id";
  return FirstRow<StoredListEntry>(view, kSql, {{"$entry_id", entry_id}},
                                   ReadEntry);
}

absl::StatusOr<std::vector<StoredListEntry>> ListEntriesOf(const View& view,
                                                           const Usci& usci) {
  static constexpr char kSql[] =
      SPOTCHECK_ENTRY_COLUMNS "WHERE usci = $usci ORDER BY entry_id";
  return AllRows<StoredListEntry>(view, kSql, {{"$usci", usci.view()}},
                                  ReadEntry);
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
  static constexpr char kSql[] = SPOTCHECK_ENTRY_COLUMNS
      "WHERE entry_id > $after AND ($list = '' OR list = $list) "
      "AND ($usci = '' OR usci = $usci) ORDER BY entry_id LIMIT $limit";
  const std::string_view usci = query.usci ? query.usci->view() : "";
  return AllRows<StoredListEntry>(view, kSql,
                                  {{"$after", query.after},
                                   {"$list", query.list},
                                   {"$usci", usci},
                                   {"$limit", query.limit}},
                                  ReadEntry);
}

}  // namespace spotcheck::store
