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
#include "lib/base/error.h"
#include "lib/base/limits.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// Where a row stands in its file. A superseded row has a later one with the
// same key in the same file: it is applied only where the key is new, so that
// importing a file twice changes nothing the second time.
struct RowPlace {
  std::int32_t row = 0;
  bool superseded = false;
};

// Rows as typed.
struct EnterpriseRow {
  RowPlace place;
  std::string usci;
  std::string enterprise_name;
  std::string registered_on;
  std::string kind;
  std::string scope;
  std::string province;
  std::string city;
  std::string address;
  std::string state;
};
struct ProductRow {
  RowPlace place;
  std::string usci;
  std::string product_name;
  std::string category;
  std::string standard;
  std::string trademark;
  std::string model;
  std::string gtin;
};
struct LabRow {
  RowPlace place;
  std::string usci;
  std::string lab_name;
  std::string accreditation;
  std::string categories;  // separated by ; ； 、
  std::string capacity;
  std::string conflicts;  // as categories
  std::string state;
};
struct InspectorRow {
  RowPlace place;
  std::string inspector_id;
  std::string person_name;
  std::string organisation;
  std::string region;
  std::string capacity;
  std::string recusals;  // as LabRow::categories
  std::string state;
};

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
