#ifndef SPOTCHECK_LIB_STORE_REGISTER_READER_ROWS_H_
#define SPOTCHECK_LIB_STORE_REGISTER_READER_ROWS_H_

// For the readers of this room: the columns of a register's row in one order,
// and the row read from them. DATA_LOSS for what the applier cannot have
// written.

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"
#include "lib/store/connection.h"
#include "lib/store/register_reader.h"

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

absl::StatusOr<Usci> ReadUsci(const sql::Row& row, std::size_t column);
absl::StatusOr<CivilDate> ReadDay(const sql::Row& row, std::size_t column);

// What `read` makes of every row.
template <typename T>
absl::StatusOr<std::vector<T>> AllRows(
    const View& view, std::string_view sql, sql::Bindings bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read) {
  std::vector<T> all;
  RETURN_IF_ERROR(view.sql().ForEach(sql, bindings,
                                     [&](const sql::Row& row) -> absl::Status {
                                       ASSIGN_OR_RETURN(T value, read(row));
                                       all.push_back(std::move(value));
                                       return absl::OkStatus();
                                     }));
  return all;
}

// What `read` makes of the only row, if there is one.
template <typename T>
absl::StatusOr<std::optional<T>> FirstRow(
    const View& view, std::string_view sql, sql::Bindings bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read) {
  ASSIGN_OR_RETURN(std::vector<T> all, AllRows<T>(view, sql, bindings, read));
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_REGISTER_READER_ROWS_H_
