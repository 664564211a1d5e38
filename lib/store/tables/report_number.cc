#include "lib/store/tables/report_number.h"

#include <string>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

struct Claim {
  std::string check;
  LabId lab;
  std::string report_no;
};

absl::Status Fill(sql::WriteConnection& db, const std::vector<Claim>& claims) {
  static constexpr char kSql[] =
      "UPDATE report_number SET plain_id = $plain WHERE check_id = $check";
  for (const Claim& claim : claims) {
    ASSIGN_OR_RETURN(const CheckId plain,
                     rules::MakeCheckId(claim.lab, claim.report_no));
    RETURN_IF_ERROR(
        db.Execute(kSql, {{"$plain", plain.str()}, {"$check", claim.check}}));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ClaimReportNumber(const Applying& a, const CheckRecord& check) {
  static constexpr char kSql[] =
      "INSERT INTO report_number (check_id, usci, plain_id) "
      "VALUES ($check, $usci, $plain) "
      "ON CONFLICT (check_id) DO UPDATE SET usci = EXCLUDED.usci, "
      "plain_id = EXCLUDED.plain_id "
      "WHERE report_number.usci = EXCLUDED.usci";
  ASSIGN_OR_RETURN(const CheckId plain,
                   rules::MakeCheckId(check.lab, check.report_no));
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$check", check.check.str()},
                                      {"$usci", check.usci.view()},
                                      {"$plain", plain.str()}}));
  if (a.db.changes() != 1) return ReportNumberTakenError(check.check.str());
  return absl::OkStatus();
}

absl::Status FreeReportNumber(const Applying& a, const CheckId& check) {
  static constexpr char kSql[] =
      "DELETE FROM report_number WHERE check_id = $check";
  return ChangeOne(a, kSql, {{"$check", check.str()}});
}

absl::Status FillPlainIds(sql::WriteConnection& db) {
  static constexpr char kSql[] =
      "SELECT report_number.check_id, check_record.lab_id, "
      "check_record.report_no FROM report_number "
      "JOIN check_record ON check_record.usci = report_number.usci "
      "AND check_record.check_id = report_number.check_id "
      "WHERE report_number.plain_id = '' ORDER BY report_number.check_id";
  std::vector<Claim> claims;
  RETURN_IF_ERROR(db.ForEach(kSql, {}, [&claims](const sql::Row& row) {
    claims.push_back({std::string(row.Text(0)), LabId(std::string(row.Text(1))),
                      std::string(row.Text(2))});
    return absl::OkStatus();
  }));
  if (claims.empty()) return absl::OkStatus();
  RETURN_IF_ERROR(db.Begin());
  if (const absl::Status filled = Fill(db, claims); !filled.ok()) {
    if (db.InTransaction()) db.Rollback().IgnoreError();
    return filled;
  }
  return db.Commit();
}

}  // namespace spotcheck::store
