#ifndef SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_

// For the readers of the registers: the columns of a row in one order, and the
// row read from them. DATA_LOSS for what the applier cannot have written.

#include "absl/status/statusor.h"
#include "lib/store/read/registers.h"
#include "lib/store/sql/connection.h"

#define SPOTCHECK_ENTERPRISE_COLUMNS                                \
  "SELECT usci, name, registered_on, kind, scope, province, city, " \
  "address, state, deregistered, leaf_index FROM enterprise "
#define SPOTCHECK_PRODUCT_COLUMNS                                       \
  "SELECT usci, line_id, product_name, category, standard, trademark, " \
  "model, gtin, normal_name, normal_standard, normal_trademark, "       \
  "normal_model, leaf_index FROM product_line "
#define SPOTCHECK_LAB_COLUMNS                                             \
  "SELECT lab_id, name, accreditation, categories, capacity, conflicts, " \
  "state, active, leaf_index FROM lab "

namespace spotcheck::store {

absl::StatusOr<StoredEnterprise> ReadEnterprise(const sql::Row& row);
absl::StatusOr<StoredProduct> ReadProduct(const sql::Row& row);
absl::StatusOr<StoredLab> ReadLab(const sql::Row& row);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_
