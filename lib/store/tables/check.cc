#include <string>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/tags.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"
#include "lib/store/tables/report_number.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

absl::Status UpsertCheck(const Applying& a, const CheckRecord& check) {
  RETURN_IF_ERROR(ClaimReportNumber(a, check));
  ASSIGN_OR_RETURN(const rules::ProductIdentity normal,
                   rules::NormaliseProduct({.name = check.product_name,
                                            .standard = check.standard,
                                            .trademark = check.trademark,
                                            .model = check.model}));
  return UpsertRow(
      a.db, check,
      {{normal.name, normal.standard, normal.trademark, normal.model}, a.leaf});
}

// The result may finish units; requests to withdraw or to close them become
// OBSOLETE.
absl::Status DropUnitRequests(const Applying& a, const std::string& line_tag) {
  static constexpr char kSql[] =
      "UPDATE approval SET state = 'OBSOLETE' WHERE state = 'WAITING' "
      "AND (task_id, attempt, unit_tag) IN "
      "(SELECT hold.task_id, hold.attempt, hold.unit_tag FROM hold "
      "JOIN drawn_unit ON drawn_unit.task_id = hold.task_id "
      "AND drawn_unit.attempt = hold.attempt "
      "AND drawn_unit.unit_tag = hold.unit_tag "
      "WHERE hold.line_tag = $line AND drawn_unit.state = 'DONE')";
  return a.db.Execute(kSql, {{"$line", line_tag}});
}

}  // namespace

absl::Status Apply(const Applying& a, const ChecksImported& event) {
  for (const ProductRecord& line : event.new_lines) {
    RETURN_IF_ERROR(UpsertProduct(a, line));
  }
  for (const CheckRecord& check : event.rows) {
    RETURN_IF_ERROR(UpsertCheck(a, check));
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const ResultRecorded& event) {
  RETURN_IF_ERROR(UpsertCheck(a, event.check));
  const std::string line_tag = LineTag(a.sealer, event.check.line);
  RETURN_IF_ERROR(MoveByResult(a, {event.check.task, line_tag}));
  return DropUnitRequests(a, line_tag);
}

}  // namespace spotcheck::store
