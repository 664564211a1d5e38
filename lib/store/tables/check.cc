#include <string>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/tags.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/check_change.h"
#include "lib/store/tables/moves.h"
#include "lib/store/tables/report_number.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

absl::Status UpsertCheck(const Applying& a, const CheckRecord& check) {
  RETURN_IF_ERROR(ClaimReportNumber(a, check));
  RETURN_IF_ERROR(SetChangesAside(a, check.usci, check.check));
  ASSIGN_OR_RETURN(const rules::ProductIdentity normal,
                   rules::NormaliseProduct({.name = check.product_name,
                                            .standard = check.standard,
                                            .trademark = check.trademark,
                                            .model = check.model}));
  return UpsertRow(
      a.db, check,
      {{normal.name, normal.standard, normal.trademark, normal.model}, a.leaf});
}

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
  return MoveByResult(a,
                      {event.check.task, LineTag(a.sealer, event.check.line)});
}

}  // namespace spotcheck::store
