#include "lib/store/credit_reader.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/columns.h"
#include "lib/store/errors.h"
#include "lib/store/register_reader_rows.h"

namespace spotcheck::store {
namespace {

#define SPOTCHECK_CHECK_COLUMNS                                           \
  "SELECT usci, check_id, line_id, product_name, standard, trademark, "   \
  "model, normal_name, normal_standard, normal_trademark, normal_model, " \
  "authority, level, authority_region, sampled, verdict, severity, "      \
  "report_no, lab_id, task_id, purpose, leaf_index, items "               \
  "FROM check_record "

absl::StatusOr<rules::Level> LevelAt(const sql::Row& row, std::size_t column) {
  switch (row.Int(column)) {
    case 0:
      return rules::Level::kNational;
    case 1:
      return rules::Level::kProvincial;
    case 2:
      return rules::Level::kCity;
    case 3:
      return rules::Level::kCounty;
    default:
      return ColumnMalformedError("check_record.level");
  }
}

absl::StatusOr<Region> RegionAt(const sql::Row& row, std::size_t column) {
  return Region::ParseExact(row.Text(column));
}

absl::StatusOr<rules::Purpose> PurposeOf(std::string_view text) {
  if (text == "ROUTINE") return rules::Purpose::kRoutine;
  if (text == "FOLLOW_UP") return rules::Purpose::kFollowUp;
  if (text == "EMERGENCY") return rules::Purpose::kEmergency;
  return ColumnMalformedError("check_record.purpose");
}

// Everything but the items. Assigning to what the row before left keeps the
// texts' memory: a walk over millions of checks allocates next to nothing.
absl::Status AssignCheck(const sql::Row& row, StoredCheck& stored) {
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
  record.authority.name = row.Text(11);
  ASSIGN_OR_RETURN(record.authority.level, LevelAt(row, 12));
  ASSIGN_OR_RETURN(record.authority.region, RegionAt(row, 13));
  ASSIGN_OR_RETURN(record.sampled, ReadDay(row, 14));
  ASSIGN_OR_RETURN(record.verdict, ParseVerdict(row.Text(15)));
  ASSIGN_OR_RETURN(record.severity, ParseSeverity(row.Text(16)));
  record.report_no = row.Text(17);
  record.lab = LabId(std::string(row.Text(18)));
  record.task = TaskId(std::string(row.Text(19)));
  ASSIGN_OR_RETURN(record.purpose, PurposeOf(row.Text(20)));
  stored.leaf_index = row.Int(21);
  return absl::OkStatus();
}

absl::StatusOr<StoredCheck> ReadCheck(const sql::Row& row) {
  StoredCheck stored;
  RETURN_IF_ERROR(AssignCheck(row, stored));
  ASSIGN_OR_RETURN(stored.record.items, DecodeItems(row.Text(22)));
  return stored;
}

}  // namespace

absl::Status ForEachCheck(
    const View& view,
    absl::FunctionRef<absl::Status(const StoredCheck&)> visit) {
  static constexpr char kSql[] =
      SPOTCHECK_CHECK_COLUMNS "ORDER BY usci, check_id";
  StoredCheck stored;
  return view.sql().ForEach(kSql, {}, [&](const sql::Row& row) -> absl::Status {
    RETURN_IF_ERROR(AssignCheck(row, stored));
    return visit(stored);
  });
}

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
