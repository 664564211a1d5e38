#ifndef SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_

// These functions make a record from a row that Select<Record>
// (lib/store/tables/table.h) gave. They return DATA_LOSS for a row that Apply
// cannot have written.

#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"
#include "lib/store/read/registers.h"
#include "lib/store/sql/connection.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

// ReadStored passes over the derived columns, which only queries use.
template <typename Record>
absl::StatusOr<Stored<Record>> ReadStored(const sql::Row& row) {
  Stored<Record> stored;
  table::Cursor cursor(row);
  RETURN_IF_ERROR(cursor.Into(stored.record));
  for (std::size_t i = 0; i < Table<Record>::kDerived.size(); ++i) {
    cursor.Skip();
  }
  stored.leaf_index = cursor.NextInt();
  return stored;
}

// ReadStoredProduct reads the derived columns too: they are the product in
// normal form.
template <typename StoredRow>
absl::StatusOr<StoredRow> ReadStoredProduct(const sql::Row& row) {
  StoredRow stored;
  table::Cursor cursor(row);
  RETURN_IF_ERROR(cursor.Into(stored.record));
  stored.product.name = cursor.NextText();
  stored.product.standard = cursor.NextText();
  stored.product.trademark = cursor.NextText();
  stored.product.model = cursor.NextText();
  stored.leaf_index = cursor.NextInt();
  return stored;
}

absl::StatusOr<StoredEnterprise> ReadEnterprise(const sql::Row& row);
absl::StatusOr<StoredProduct> ReadProduct(const sql::Row& row);
absl::StatusOr<StoredLab> ReadLab(const sql::Row& row);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_REGISTER_ROWS_H_
