#ifndef SPOTCHECK_LIB_STORE_READ_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_ROWS_H_

// The readers of this room turn a query's rows into values with these
// functions, and read columns that several tables share. They return DATA_LOSS
// for a cell that Apply (lib/store/tables) cannot have written.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/connection.h"

namespace spotcheck::store {

absl::StatusOr<Usci> ReadUsci(const sql::Row& row, std::size_t column);
absl::StatusOr<CivilDate> ReadDay(const sql::Row& row, std::size_t column);
absl::StatusOr<rules::Purpose> ReadPurpose(const sql::Row& row,
                                           std::size_t column);
// Reads the columns authority, level and authority_region, which stand in this
// order from column `first` on.
absl::StatusOr<rules::Authority> ReadAuthority(const sql::Row& row,
                                               std::size_t first);

// Returns the pattern for LIKE … ESCAPE '!' that matches every text that
// contains `part`; "" matches all texts.
std::string ContainsPattern(std::string_view part);

// Runs the query and returns the value that `read` makes of each row.
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

// Runs a query of at most one row and returns the value that `read` makes of
// it, or nullopt where there is no row.
template <typename T>
absl::StatusOr<std::optional<T>> FirstRow(
    const View& view, std::string_view sql, sql::Bindings bindings,
    absl::FunctionRef<absl::StatusOr<T>(const sql::Row&)> read) {
  ASSIGN_OR_RETURN(std::vector<T> all, AllRows<T>(view, sql, bindings, read));
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_ROWS_H_
