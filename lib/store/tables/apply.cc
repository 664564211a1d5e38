#include "lib/store/tables/apply.h"

#include <variant>

#include "lib/base/status_macros.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

absl::Status RememberRequest(const Applying& a) {
  if (a.header.request_id.empty()) return absl::OkStatus();
  static constexpr char kSql[] =
      "INSERT INTO request (actor, request_id, request_digest, leaf_index) "
      "VALUES ($actor, $id, $digest, $leaf) "
      "ON CONFLICT (actor, request_id) DO NOTHING";
  return a.db.Execute(kSql, {{"$actor", a.header.actor},
                             {"$id", a.header.request_id},
                             {"$digest", a.header.request_digest},
                             {"$leaf", a.leaf}});
}

}  // namespace

absl::Status ApplyEvent(const Applying& a, const Event& event) {
  RETURN_IF_ERROR(RememberRequest(a));
  return std::visit([&a](const auto& e) { return Apply(a, e); }, event);
}

absl::Status ChangeOne(const Applying& a, std::string_view sql,
                       const std::vector<sql::Binding>& bindings) {
  RETURN_IF_ERROR(a.db.Execute(sql, std::span(bindings)));
  if (a.db.changes() != 1) return EventOutOfPlaceError(a.type);
  return absl::OkStatus();
}

}  // namespace spotcheck::store
