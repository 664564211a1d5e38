#ifndef SPOTCHECK_LIB_APP_REGISTER_MERGE_H_
#define SPOTCHECK_LIB_APP_REGISTER_MERGE_H_

// What a batch of checked rows means for a register: which are new, which
// change what stands, which say nothing new. Every import goes through here.

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
#include "lib/base/status_macros.h"

namespace spotcheck::app {

// Whether a row can stand beside the other registers: OK, or why not. The
// store's own errors go another way: they end the import.
struct Placement {
  absl::Status refusal;
};

// A row that can stand.
template <typename Record>
struct CheckedRow {
  bool superseded = false;
  std::string key;
  Record record;
};

template <typename Record>
struct MergedRows {
  std::vector<Record> rows;  // new and changed, each key once
  std::int32_t created = 0;
  std::int32_t changed = 0;
  std::int32_t unchanged = 0;
};

// A row with a later one of the same key in the batch counts as superseded too:
// so the last wins, and the same batch again changes nothing.
template <typename Record>
absl::StatusOr<MergedRows<Record>> MergeRows(
    std::vector<CheckedRow<Record>> batch,
    absl::FunctionRef<absl::StatusOr<std::optional<Record>>(const Record&)>
        find_standing) {
  absl::flat_hash_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < batch.size(); ++i) last[batch[i].key] = i;
  // Where a key's row of the answer is; absent: what stands is not touched yet.
  absl::flat_hash_map<std::string, std::size_t> written;
  MergedRows<Record> merged;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    CheckedRow<Record>& row = batch[i];
    const bool superseded = row.superseded || last[row.key] != i;
    const auto place = written.find(row.key);
    std::optional<Record> standing;
    if (place != written.end()) {
      standing = merged.rows[place->second];
    } else {
      ASSIGN_OR_RETURN(standing, find_standing(row.record));
    }
    if (standing && (superseded || *standing == row.record)) {
      ++merged.unchanged;
      continue;
    }
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
