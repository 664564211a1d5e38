#include <string>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/tags.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"

namespace spotcheck::store {
namespace {

// One report number once a laboratory: changes no row where another enterprise
// has it.
absl::Status ClaimReportNumber(const Applying& a, const CheckRecord& check) {
  static constexpr char kSql[] =
      "INSERT INTO report_number (check_id, usci) VALUES ($check, $usci) "
      "ON CONFLICT (check_id) DO UPDATE SET usci = EXCLUDED.usci "
      "WHERE report_number.usci = EXCLUDED.usci";
  RETURN_IF_ERROR(a.db.Execute(
      kSql, {{"$check", check.check.str()}, {"$usci", check.usci.view()}}));
  if (a.db.changes() != 1) return ReportNumberTakenError(check.check.str());
  return absl::OkStatus();
}

constexpr char kUpsertCheck[] =
    "INSERT INTO check_record (usci, check_id, line_id, product_name, "
    "standard, trademark, model, normal_name, normal_standard, "
    "normal_trademark, normal_model, authority, level, authority_region, "
    "sampled, verdict, severity, report_no, lab_id, task_id, purpose, items, "
    "leaf_index) "
    "VALUES ($usci, $check, $line, $product_name, $standard, $trademark, "
    "$model, $normal_name, $normal_standard, $normal_trademark, "
    "$normal_model, $authority, $level, $region, $sampled, $verdict, "
    "$severity, $report_no, $lab, $task, $purpose, $items, $leaf) "
    "ON CONFLICT (usci, check_id) DO UPDATE SET line_id = EXCLUDED.line_id, "
    "product_name = EXCLUDED.product_name, standard = EXCLUDED.standard, "
    "trademark = EXCLUDED.trademark, model = EXCLUDED.model, "
    "normal_name = EXCLUDED.normal_name, "
    "normal_standard = EXCLUDED.normal_standard, "
    "normal_trademark = EXCLUDED.normal_trademark, "
    "normal_model = EXCLUDED.normal_model, authority = EXCLUDED.authority, "
    "level = EXCLUDED.level, authority_region = EXCLUDED.authority_region, "
    "sampled = EXCLUDED.sampled, verdict = EXCLUDED.verdict, "
    "severity = EXCLUDED.severity, report_no = EXCLUDED.report_no, "
    "lab_id = EXCLUDED.lab_id, task_id = EXCLUDED.task_id, "
    "purpose = EXCLUDED.purpose, items = EXCLUDED.items, "
    "leaf_index = EXCLUDED.leaf_index";

absl::Status UpsertCheck(const Applying& a, const CheckRecord& check) {
  RETURN_IF_ERROR(ClaimReportNumber(a, check));
  ASSIGN_OR_RETURN(const rules::ProductIdentity normal,
                   rules::NormaliseProduct({.name = check.product_name,
                                            .standard = check.standard,
                                            .trademark = check.trademark,
                                            .model = check.model}));
  return a.db.Execute(kUpsertCheck,
                      {{"$usci", check.usci.view()},
                       {"$check", check.check.str()},
                       {"$line", check.line.str()},
                       {"$product_name", check.product_name},
                       {"$standard", check.standard},
                       {"$trademark", check.trademark},
                       {"$model", check.model},
                       {"$normal_name", normal.name},
                       {"$normal_standard", normal.standard},
                       {"$normal_trademark", normal.trademark},
                       {"$normal_model", normal.model},
                       {"$authority", check.authority.name},
                       {"$level", LevelNumber(check.authority.level)},
                       {"$region", check.authority.region.str()},
                       {"$sampled", check.sampled.ToString()},
                       {"$verdict", VerdictText(check.verdict)},
                       {"$severity", SeverityText(check.severity)},
                       {"$report_no", check.report_no},
                       {"$lab", check.lab.str()},
                       {"$task", check.task.str()},
                       {"$purpose", rules::PurposeText(check.purpose)},
                       {"$items", EncodeItems(check.items)},
                       {"$leaf", a.leaf}});
}

// Nothing is left to withdraw or to close of a unit that is done.
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
