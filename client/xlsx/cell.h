#ifndef SPOTCHECK_CLIENT_XLSX_CELL_H_
#define SPOTCHECK_CLIENT_XLSX_CELL_H_

// The values of cells as a person sees them (ECMA-376 part 1, 18.3 and 18.8).
// Pure functions.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spotcheck::client {

// The first day that serial numbers of a workbook count from.
enum class DateSystem : std::uint8_t { k1900, k1904 };

// The form in which a number is shown, as far as an import must know it: a
// day, or digits that are filled with zeros in front (000000).
struct NumberForm {
  bool is_date = false;
  int least_digits = 0;
};
// The form of a format's code; "General" and all that is no date is a number.
NumberForm FormOfCode(std::string_view code);
// The form of a format that stands for itself by its number; those of Chinese
// spreadsheets, 27 to 36 and 50 to 58, are among them.
NumberForm FormOfBuiltIn(int format);

// A number as a spreadsheet shows it: at most 15 digits, 0.1 for
// 0.10000000000000001, 9.1640100694341E+16 for what is longer. A text that is
// no number stays as it is.
std::string NumberText(std::string_view value, const NumberForm& form);
// 2026-11-04, with the time 10:30:00 behind it where there is one. The 1900
// system has a 29 February 1900. Numbers that are no day stay numbers.
std::string DateText(std::string_view value, DateSystem system);

// The column of a reference such as BC12, from 0; nothing where it is none.
std::optional<std::size_t> ColumnOf(std::string_view reference);
// The row of a reference, from 1.
std::optional<std::int64_t> RowOf(std::string_view reference);

// Characters that XML cannot hold are written _x000D_.
std::string Unescaped(std::string_view text);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_CELL_H_
