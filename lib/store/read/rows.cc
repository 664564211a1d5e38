#include "lib/store/read/rows.h"

#include <string>

#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"
#include "lib/store/events/columns.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

absl::StatusOr<Usci> ReadUsci(const sql::Row& row, std::size_t column) {
  absl::StatusOr<Usci> usci = Usci::Parse(row.Text(column));
  if (!usci.ok()) return ColumnMalformedError("usci");
  return usci;
}

absl::StatusOr<CivilDate> ReadDay(const sql::Row& row, std::size_t column) {
  absl::StatusOr<CivilDate> day = CivilDate::Parse(row.Text(column));
  if (!day.ok()) return ColumnMalformedError("day");
  return day;
}

absl::StatusOr<rules::Purpose> ReadPurpose(const sql::Row& row,
                                           std::size_t column) {
  const auto purpose = FromCode<rules::Purpose>(row.Text(column));
  if (!purpose.has_value()) return ColumnMalformedError("purpose");
  return *purpose;
}

absl::StatusOr<rules::Authority> ReadAuthority(const sql::Row& row,
                                               std::size_t first) {
  ASSIGN_OR_RETURN(const rules::Level level,
                   ParseLevelNumber(row.Int(first + 1)));
  ASSIGN_OR_RETURN(const Region region,
                   Region::ParseExact(row.Text(first + 2)));
  return rules::Authority{std::string(row.Text(first)), level, region};
}

std::string ContainsPattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  if (!part.empty()) pattern += '%';
  return pattern;
}

}  // namespace spotcheck::store
