#include "lib/store/read/credit.h"

#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/read/register_rows.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredCheck> ReadCheck(const sql::Row& row) {
  return ReadStoredProduct<StoredCheck>(row);
}

}  // namespace

absl::StatusOr<std::vector<StoredCheck>> ChecksOf(const View& view,
                                                  const Usci& usci) {
  static const std::string kSql =
      Select<CheckRecord>("WHERE usci = $usci ORDER BY check_id");
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
  static const std::string kSql =
      Select<CheckRecord>("WHERE usci = $usci AND check_id = $check_id");
  return FirstRow<StoredCheck>(
      view, kSql, {{"$usci", usci.view()}, {"$check_id", check.str()}},
      ReadCheck);
}

}  // namespace spotcheck::store
