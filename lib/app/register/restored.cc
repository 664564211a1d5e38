#include "lib/app/register/restored.h"

#include "lib/base/identifier.h"
#include "lib/rules/register/list.h"

namespace spotcheck::app {
namespace {

bool IsDressed(const std::string& cell, InnerBlanks blanks) {
  const PlainIdentifier plain = Undress(cell, blanks);
  return plain.restored && !plain.lost_digits;
}

bool IsAnyDressed(const std::string& cell) {
  const std::string visible = DropHidden(cell);
  if (visible != cell) return true;
  for (const std::string& part : rules::SplitList(visible)) {
    if (IsDressed(part, InnerBlanks::kDropped)) return true;
  }
  return false;
}

// Says what ReadGtin restores: an identifier's dress if the text is a number,
// and otherwise only the dress of a text that keeps its blanks.
bool IsGtinDressed(const std::string& cell) {
  const std::string text = Undress(cell, InnerBlanks::kDropped).text;
  const bool is_number =
      text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? IsDressed(cell, InnerBlanks::kDropped)
                   : IsDressed(cell, InnerBlanks::kKept);
}

}  // namespace

bool IsRestored(const rules::ImportColumn& column, const std::string& cell) {
  if (cell.empty()) return false;
  switch (column.form) {
    case rules::CellForm::kUsci:
    case rules::CellForm::kCode:
      return IsDressed(cell, InnerBlanks::kDropped);
    case rules::CellForm::kReport:
      return IsDressed(cell, InnerBlanks::kKept);
    case rules::CellForm::kGtin:
      return IsGtinDressed(cell);
    case rules::CellForm::kUscis:
      return IsAnyDressed(cell);
    case rules::CellForm::kText:
    case rules::CellForm::kProse:
    case rules::CellForm::kWord:
    case rules::CellForm::kDate:
    case rules::CellForm::kCategory:
    case rules::CellForm::kCategoryList:
    case rules::CellForm::kCapacity:
      return false;
  }
  return false;
}

}  // namespace spotcheck::app
