#ifndef SPOTCHECK_LIB_STORE_READ_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_ROWS_H_

// The readers of this room turn a query's rows into values with these
// functions.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/connection.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

// Returns the pattern for LIKE … ESCAPE '!' that matches every text that
// contains `part`; "" matches all texts.
std::string ContainsPattern(std::string_view part);

// Runs the query and returns the value that `read` makes of each row; ReadRow
// makes those of a Select<T>.
template <typename T>
absl::StatusOr<std::vector<T>> AllRows(
    const View& view, std::string_view sql,
    std::span<const sql::Binding> bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read = ReadRow<T>) {
  std::vector<T> all;
  RETURN_IF_ERROR(view.sql().ForEach(sql, bindings,
                                     [&](const sql::Row& row) -> absl::Status {
                                       ASSIGN_OR_RETURN(T value, read(row));
                                       all.push_back(std::move(value));
                                       return absl::OkStatus();
                                     }));
  return all;
}

template <typename T>
absl::StatusOr<std::vector<T>> AllRows(
    const View& view, std::string_view sql, sql::Bindings bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read = ReadRow<T>) {
  return AllRows<T>(view, sql, std::span(bindings), read);
}

// Runs a query of at most one row and returns the value that `read` makes of
// it, or nullopt where there is no row.
template <typename T>
absl::StatusOr<std::optional<T>> FirstRow(
    const View& view, std::string_view sql, sql::Bindings bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read = ReadRow<T>) {
  ASSIGN_OR_RETURN(std::vector<T> all, AllRows<T>(view, sql, bindings, read));
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_ROWS_H_
