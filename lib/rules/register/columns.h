#ifndef SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_
#define SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_

// The columns of the five tables that can be imported. Client, server and
// application read the same rows: what a file calls a column, which field of
// the messages carries it, how a cell is read, and how it is shown.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "absl/types/span.h"

namespace spotcheck::rules {

// Free text of a few words: kinds, dates as typed, standards, states.
inline constexpr int kMaxShortLength = 200;
inline constexpr int kMaxAddressLength = 500;
// Scopes of business 经营范围 of real registers end at about 3,000.
inline constexpr int kMaxScopeLength = 4000;

enum class ColumnNeed : std::uint8_t {
  kRequired,  // a file without it and a row with an empty cell are refused
  kUsual,     // without it a notice is given and the cells are empty
  kOptional,
};

// How a cell is read.
enum class CellForm : std::uint8_t {
  kText,          // kept as typed; tabs and line breaks are refused
  kProse,         // kept as typed; tabs and line breaks become spaces
  kUsci,          // 统一社会信用代码
  kCode,          // folded to upper-case ASCII
  kDate,          // kept as typed, a day that exists and is not in the future
  kCategory,      // one of the categories 产品类别
  kCategoryList,  // several, separated by ; ； 、
  kUscis,         // several, separated as kCategoryList
  kCapacity,      // a number from 1 on
  kWord,          // a word of a closed list, which lib/app/credit knows
};

struct ImportColumn {
  std::string_view field;   // of the messages; a name in files, too
  std::string_view header;  // 表头, as in the registers
  std::string_view label;   // of the field in English, where one is shown
  ColumnNeed need = ColumnNeed::kOptional;
  CellForm form = CellForm::kText;
  std::string_view also[4] = {};  // other names, Chinese or English
  std::string_view listed = {};   // the label in lists; empty: not in lists
  int limit = kMaxShortLength;    // code points of kText and kProse
};
using ImportColumns = absl::Span<const ImportColumn>;

ImportColumns EnterpriseColumns();
ImportColumns ProductColumns();
ImportColumns LabColumns();
ImportColumns InspectorColumns();
ImportColumns CheckColumns();

// The position of the field; columns.size() where it is none of theirs.
std::size_t IndexOf(ImportColumns columns, std::string_view field);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_REGISTER_COLUMNS_H_
