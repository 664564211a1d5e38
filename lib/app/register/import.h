#ifndef SPOTCHECK_LIB_APP_REGISTER_IMPORT_H_
#define SPOTCHECK_LIB_APP_REGISTER_IMPORT_H_

// Imports of the four registers: each takes raw rows and appends at most one
// event. An invalid row is refused and does not stop the others. An identical
// row counts as unchanged; a row with a known key and other content counts as
// changed, and the last row of a batch wins. A field that a row does not give
// keeps what stands. Only new and changed rows enter the event; a batch without
// any appends nothing. Errors of a whole batch: TOO_MANY_ROWS, and those of the
// store. Reasons for refusing a row: common/errors.h, and those of ids and
// rules.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/app/register/typed_row.h"
#include "lib/base/error.h"
#include "lib/base/limits.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct RefusedRow {
  std::int32_t row = 0;
  ErrorInfo error;
};

// FieldCounts counts rows by the name of a field, WordCounts by a word found in
// them.
using FieldCounts = std::map<std::string, std::int32_t>;
using WordCounts = std::map<std::string, std::int32_t>;

// Always read = created + changed + unchanged + refused.size().
struct ImportAnswer {
  std::int32_t read = 0;
  std::int32_t created = 0;
  std::int32_t changed = 0;
  std::int32_t unchanged = 0;
  std::vector<RefusedRow> refused;  // in the order of the rows given
  std::int64_t journal_index = -1;  // -1: nothing was appended
  // Rows that were not refused: `restored` counts them by the field whose
  // identifier a spreadsheet had changed, `unknown_states` by a word for the
  // state that no table has.
  FieldCounts restored;
  WordCounts unknown_states;
  // Changed rows, counted by a field whose value they took away.
  FieldCounts lost;
};

absl::StatusOr<ImportAnswer> ImportEnterprises(
    store::Transaction& tx, absl::Span<const EnterpriseRow> rows);
absl::StatusOr<ImportAnswer> ImportProducts(store::Transaction& tx,
                                            absl::Span<const ProductRow> rows);
absl::StatusOr<ImportAnswer> ImportLabs(store::Transaction& tx,
                                        absl::Span<const LabRow> rows);
absl::StatusOr<ImportAnswer> ImportInspectors(
    store::Transaction& tx, absl::Span<const InspectorRow> rows);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_IMPORT_H_
