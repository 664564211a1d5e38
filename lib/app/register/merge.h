#ifndef SPOTCHECK_LIB_APP_REGISTER_MERGE_H_
#define SPOTCHECK_LIB_APP_REGISTER_MERGE_H_

// Compares a batch of checked rows with a register: finds the rows that are
// new, those that change a record, and those that add nothing. Every import of
// a register goes through MergeRows.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/app/register/import.h"
#include "lib/app/register/kept.h"
#include "lib/base/status_macros.h"

namespace spotcheck::app {

// Says if the other registers allow a row: OK, or the error that refuses it.
// Errors of the store are not put here; they end the import.
struct Placement {
  absl::Status refusal;
};

// A row that has passed every check, with the record that was read from it.
template <typename Record>
struct CheckedRow {
  const TypedRow<Record>* typed = nullptr;
  std::string key;
  Record record;
};

template <typename Record>
struct MergedRows {
  std::vector<Record> rows;  // new and changed, each key once
  std::int32_t created = 0;
  std::int32_t changed = 0;
  std::int32_t unchanged = 0;
  FieldCounts lost;  // changed rows by the field whose value they take away
};

template <typename Record>
void CountLosses(const Record& before, const Record& after,
                 MergedRows<Record>& merged) {
  for (const std::size_t column : LostColumns(before, after)) {
    ++merged.lost[std::string(ColumnsOf<Record>()[column].field)];
  }
}

// A row also counts as superseded if a later row of the batch has the same key.
// So the last row wins, and the same batch imported again changes nothing.
template <typename Record>
absl::StatusOr<MergedRows<Record>> MergeRows(
    std::vector<CheckedRow<Record>> batch,
    absl::FunctionRef<absl::StatusOr<std::optional<Record>>(const Record&)>
        find_standing) {
  absl::flat_hash_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < batch.size(); ++i) last[batch[i].key] = i;
  // For each key already taken, the index of its row in merged.rows.
  absl::flat_hash_map<std::string, std::size_t> written;
  MergedRows<Record> merged;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    CheckedRow<Record>& row = batch[i];
    const bool superseded = row.typed->place.superseded || last[row.key] != i;
    const auto place = written.find(row.key);
    std::optional<Record> standing;
    if (place != written.end()) {
      standing = merged.rows[place->second];
    } else {
      ASSIGN_OR_RETURN(standing, find_standing(row.record));
    }
    if (standing) {
      row.record = Completed(*row.typed, *standing, std::move(row.record));
    }
    if (standing && (superseded || *standing == row.record)) {
      ++merged.unchanged;
      continue;
    }
    if (standing) CountLosses(*standing, row.record, merged);
    ++(standing ? merged.changed : merged.created);
    if (place != written.end()) {
      merged.rows[place->second] = std::move(row.record);
    } else {
      written.emplace(row.key, merged.rows.size());
      merged.rows.push_back(std::move(row.record));
    }
  }
  return merged;
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_MERGE_H_
