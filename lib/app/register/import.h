#ifndef SPOTCHECK_LIB_APP_REGISTER_IMPORT_H_
#define SPOTCHECK_LIB_APP_REGISTER_IMPORT_H_

// Imports of the four registers: raw rows in, at most one event out. A row that
// cannot stand is refused by itself and never stops the rest; an identical row
// is unchanged; the same key with other content is changed, the last row of a
// batch winning. A batch with nothing new appends nothing. Only new and changed
// rows enter the event. Errors of a whole batch: TOO_MANY_ROWS; those of the
// store. Reasons of single rows: common/errors.h, ids and rules.

#include <cstdint>
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

// read = created + changed + unchanged + refused.size().
struct ImportAnswer {
  std::int32_t read = 0;
  std::int32_t created = 0;
  std::int32_t changed = 0;
  std::int32_t unchanged = 0;
  std::vector<RefusedRow> refused;  // in the order given
  std::int64_t journal_index = -1;  // -1: nothing was appended
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
