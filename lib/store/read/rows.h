#ifndef SPOTCHECK_LIB_STORE_READ_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_ROWS_H_

// For the readers of this room: a query's rows as values, and the columns that
// several tables share. DATA_LOSS for what the applier cannot have written.

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
// From authority, level, authority_region, in this order from `first` on.
absl::StatusOr<rules::Authority> ReadAuthority(const sql::Row& row,
                                               std::size_t first);

// For LIKE … ESCAPE '!': matches a text that contains `part`, which "" is in.
std::string ContainsPattern(std::string_view part);

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

#endif  // SPOTCHECK_LIB_STORE_READ_ROWS_H_
