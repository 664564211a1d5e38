#ifndef SPOTCHECK_LIB_STORE_SQL_CONNECTION_H_
#define SPOTCHECK_LIB_STORE_SQL_CONNECTION_H_

// A Connection reads, whatever engine (engine.h) is behind it. Each text of a
// statement is prepared once; parameters ($name or $1) are bound by name.
// Errors follow the engine's result code, never its message (errors.h).

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/status_macros.h"
#include "lib/store/sql/row.h"

namespace spotcheck::sql {

class Catalogue;
class Engine;

// A Connection is not thread-safe: one thread uses it at a time. A query may be
// run inside the callback of another, even of the same text.
class Connection {
 public:
  virtual ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Calls `visit` for each row; the first error from it ends the query and is
  // returned.
  absl::Status ForEach(std::string_view sql, Bindings bindings,
                       absl::FunctionRef<absl::Status(const Row&)> visit);
  // This overload takes a list of bindings that is made at run time.
  absl::Status ForEach(std::string_view sql, std::span<const Binding> bindings,
                       absl::FunctionRef<absl::Status(const Row&)> visit);
  absl::StatusOr<Rows> Query(std::string_view sql, Bindings bindings);
  // Returns read(row) for the first row, or nullopt where there is none.
  template <typename Read>
  auto QueryOne(std::string_view sql, Bindings bindings, Read&& read)
      -> absl::StatusOr<std::optional<std::invoke_result_t<Read, const Row&>>> {
    std::optional<std::invoke_result_t<Read, const Row&>> found;
    RETURN_IF_ERROR(FirstRow(sql, bindings, [&](const Row& row) {
      found.emplace(read(row));
      return absl::OkStatus();
    }));
    return found;
  }
  // Returns the first cell of the first row, as a number or a text. Where there
  // is no row, QueryInt returns 0.
  absl::StatusOr<std::int64_t> QueryInt(std::string_view sql,
                                        Bindings bindings);
  absl::StatusOr<std::optional<std::string>> QueryText(std::string_view sql,
                                                       Bindings bindings);
  Catalogue& catalogue() const;

 protected:
  explicit Connection(std::unique_ptr<Engine> engine);
  absl::Status FirstRow(std::string_view sql, Bindings bindings,
                        absl::FunctionRef<absl::Status(const Row&)> visit);
  Engine& engine() const { return *engine_; }

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_CONNECTION_H_
