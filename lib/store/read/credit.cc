#include "lib/store/read/credit.h"

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

#define SPOTCHECK_CHECK_COLUMNS                                           \
  "SELECT usci, check_id, line_id, product_name, standard, trademark, "   \
  "model, normal_name, normal_standard, normal_trademark, normal_model, " \
  "authority, level, authority_region, sampled, verdict, severity, "      \
  "report_no, lab_id, task_id, purpose, leaf_index, items "               \
  "FROM check_record "

absl::StatusOr<StoredCheck> ReadCheck(const sql::Row& row) {
  StoredCheck stored;
  CheckRecord& record = stored.record;
  ASSIGN_OR_RETURN(record.usci, ReadUsci(row, 0));
  record.check = CheckId(std::string(row.Text(1)));
  record.line = LineId(std::string(row.Text(2)));
  record.product_name = row.Text(3);
  record.standard = row.Text(4);
  record.trademark = row.Text(5);
  record.model = row.Text(6);
  stored.product.name = row.Text(7);
  stored.product.standard = row.Text(8);
  stored.product.trademark = row.Text(9);
  stored.product.model = row.Text(10);
  ASSIGN_OR_RETURN(record.authority, ReadAuthority(row, 11));
  ASSIGN_OR_RETURN(record.sampled, ReadDay(row, 14));
  ASSIGN_OR_RETURN(record.verdict, ParseVerdict(row.Text(15)));
  ASSIGN_OR_RETURN(record.severity, ParseSeverity(row.Text(16)));
  record.report_no = row.Text(17);
  record.lab = LabId(std::string(row.Text(18)));
  record.task = TaskId(std::string(row.Text(19)));
  ASSIGN_OR_RETURN(record.purpose, ReadPurpose(row, 20));
  stored.leaf_index = row.Int(21);
  ASSIGN_OR_RETURN(record.items, DecodeItems(row.Text(22)));
  return stored;
}

}  // namespace

absl::StatusOr<std::vector<StoredCheck>> ChecksOf(const View& view,
                                                  const Usci& usci) {
  static constexpr char kSql[] =
      SPOTCHECK_CHECK_COLUMNS "WHERE usci = $usci ORDER BY check_id";
  return AllRows<StoredCheck>(view, kSql, {{"$usci", usci.view()}}, ReadCheck);
}

absl::StatusOr<std::optional<Usci>> OwnerOfCheck(const View& view,
                                                 const CheckId& check) {
  static constexpr char kSql[] =
      "SELECT usci FROM report_number WHERE check_id = $check_id";
  return FirstRow<Usci>(view, kSql, {{"$check_id", check.str()}},
                        [](const sql::Row& row) { return ReadUsci(row, 0); });
}

absl::StatusOr<std::optional<StoredCheck>> FindCheck(const View& view,
                                                     const Usci& usci,
                                                     const CheckId& check) {
  static constexpr char kSql[] =
      SPOTCHECK_CHECK_COLUMNS "WHERE usci = $usci AND check_id = $check_id";
  return FirstRow<StoredCheck>(
      view, kSql, {{"$usci", usci.view()}, {"$check_id", check.str()}},
      ReadCheck);
}

}  // namespace spotcheck::store
