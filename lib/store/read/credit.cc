#include "lib/store/read/credit.h"

#include <string>
#include <utility>

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

absl::StatusOr<std::optional<StoredCheck>> FindCheck(const View& view,
                                                     const Usci& usci,
                                                     const CheckId& check) {
  static const std::string kSql =
      Select<CheckRecord>("WHERE usci = $usci AND check_id = $check_id");
  return FirstRow<StoredCheck>(
      view, kSql, {{"$usci", usci.view()}, {"$check_id", check.str()}},
      ReadCheck);
}

absl::StatusOr<std::optional<StoredCheck>> FindReport(const View& view,
                                                      const CheckId& plain) {
  // A check that has that very id goes before one that only meets it.
  static constexpr char kSql[] =
      "SELECT usci, check_id FROM report_number WHERE plain_id = $plain "
      "ORDER BY check_id <> $plain, check_id LIMIT 1";
  using Key = std::pair<Usci, CheckId>;
  ASSIGN_OR_RETURN(
      const auto key,
      FirstRow<Key>(view, kSql, {{"$plain", plain.str()}},
                    [](const sql::Row& row) -> absl::StatusOr<Key> {
                      ASSIGN_OR_RETURN(const Usci usci, ReadUsci(row, 0));
                      return Key(usci, CheckId(std::string(row.Text(1))));
                    }));
  if (!key.has_value()) return std::nullopt;
  return FindCheck(view, key->first, key->second);
}

}  // namespace spotcheck::store
