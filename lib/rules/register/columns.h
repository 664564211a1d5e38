#ifndef SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_
#define SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_

// These are the columns of the five tables that can be imported. Client, server
// and application read the same rows from here: which name a file gives a
// column, which field of the messages carries it, how a cell is read, and how
// it is shown.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "absl/types/span.h"

namespace spotcheck::rules {

// This limit is for free text of a few words: kinds, dates as typed, standards,
// states.
inline constexpr int kMaxShortLength = 200;
inline constexpr int kMaxAddressLength = 500;
// Scopes of business 经营范围 in real registers end at about 3,000 characters.
inline constexpr int kMaxScopeLength = 4000;

enum class ColumnNeed : std::uint8_t {
  kRequired,  // a file without it and a row with an empty cell are refused
  kUsual,     // without it a notice is given and the cells are empty
  kOptional,
};

// CellForm says how a cell is read.
enum class CellForm : std::uint8_t {
  kText,          // kept as typed; tabs and line breaks are refused
  kProse,         // kept as typed; tabs and line breaks become spaces
  kUsci,          // 统一社会信用代码
  kCode,          // undressed and folded to upper-case ASCII
  kReport,        // undressed, its inner spelling kept: a report, a certificate
  kGtin,          // undressed where digits are left, else as typed
  kDate,          // a day (day.h) that is not in the future
  kCategory,      // one of the categories 产品类别
  kCategoryList,  // several categories, divided as list.h says
  kUscis,         // several codes 统一社会信用代码, divided likewise
  kCapacity,      // a number from 1 on
  kWord,          // a word of a closed list, which lib/app/credit knows
};

struct ImportColumn {
  std::string_view field;   // field of the messages, and a name in files
  std::string_view header;  // 表头 as the registers write it
  std::string_view label;   // English name where the field is shown
  ColumnNeed need = ColumnNeed::kOptional;
  CellForm form = CellForm::kText;
  std::string_view also = {};    // other names in files, parted by ;
  std::string_view listed = {};  // English heading in lists; "" where none
  int limit = kMaxShortLength;   // most code points of a kText or kProse cell
  // Two columns bring the field together, one blank between them; each has
  // several names, parted by ;
  std::string_view parts[2] = {};
};
using ImportColumns = absl::Span<const ImportColumn>;

ImportColumns EnterpriseColumns();
ImportColumns ProductColumns();
ImportColumns LabColumns();
ImportColumns InspectorColumns();
ImportColumns CheckColumns();

// Returns the position of the column with the field; columns.size() where there
// is none.
std::size_t IndexOf(ImportColumns columns, std::string_view field);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_
