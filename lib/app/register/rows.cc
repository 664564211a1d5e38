#include "lib/app/register/rows.h"

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/app/register/members.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/register/states.h"

namespace spotcheck::app {
namespace {

// A cell with the column that says how to read it.
struct Cell {
  const std::string& raw;
  const rules::ImportColumn& column;
  CivilDate today;
};

TextRule RuleOf(const rules::ImportColumn& column) {
  return {{column.field},
          column.limit,
          column.need == rules::ColumnNeed::kRequired ? Presence::kRequired
                                                      : Presence::kOptional,
          column.form == rules::CellForm::kProse ? LineBreaks::kToSpaces
                                                 : LineBreaks::kRefused};
}

absl::StatusOr<std::string> ReadPlain(const Cell& cell) {
  return ReadText(cell.raw, RuleOf(cell.column));
}

// Accepts an empty cell: the category may be missing if it is missing in the
// register too.
absl::StatusOr<std::string> ReadCategory(const Cell& cell) {
  if (TrimWhiteSpace(cell.raw).empty()) return std::string();
  ASSIGN_OR_RETURN(const std::string text, ReadPlain(cell));
  return rules::ParseCategory(text);
}

// Reads a cell as a member's type; there is one specialisation for each type.
template <typename T>
absl::StatusOr<T> Read(const Cell& cell);
template <>
absl::StatusOr<std::string> Read(const Cell& cell) {
  switch (cell.column.form) {
    case rules::CellForm::kDate:
      return ReadRegisteredOn(cell.raw, cell.today);
    case rules::CellForm::kCode:
      return ReadCode(cell.raw, RuleOf(cell.column));
    case rules::CellForm::kReport:
      return ReadIdentifier(cell.raw, RuleOf(cell.column));
    case rules::CellForm::kGtin:
      return ReadGtin(cell.raw, RuleOf(cell.column));
    case rules::CellForm::kCategory:
      return ReadCategory(cell);
    case rules::CellForm::kText:
    case rules::CellForm::kProse:
    case rules::CellForm::kWord:
    case rules::CellForm::kUsci:
    case rules::CellForm::kCategoryList:
    case rules::CellForm::kUscis:
    case rules::CellForm::kCapacity:
      break;
  }
  return ReadPlain(cell);
}
template <>
absl::StatusOr<Usci> Read(const Cell& cell) {
  return Usci::ParseLenient(cell.raw);
}
template <>
absl::StatusOr<LabId> Read(const Cell& cell) {
  ASSIGN_OR_RETURN(const Usci usci, Usci::ParseLenient(cell.raw));
  return LabId(usci.str());
}
template <>
absl::StatusOr<InspectorId> Read(const Cell& cell) {
  ASSIGN_OR_RETURN(const std::string badge,
                   ReadCode(cell.raw, RuleOf(cell.column)));
  if (IsIdText(badge)) return InspectorId(badge);
  return register_errors::InvalidBadgeNumber(badge);
}
template <>
absl::StatusOr<std::int64_t> Read(const Cell& cell) {
  return ReadCapacity(cell.raw);
}
template <>
absl::StatusOr<std::vector<std::string>> Read(const Cell& cell) {
  return ReadCategories(cell.raw);
}
template <>
absl::StatusOr<std::vector<Usci>> Read(const Cell& cell) {
  return ReadListedCodes(cell.raw, {cell.column.field});
}

// Reads a row's cells into a record. The first cell that is refused refuses the
// row.
template <typename Record>
class RowReader {
 public:
  RowReader(const TypedRow<Record>& row, CivilDate today)
      : row_(row), today_(today) {}

  absl::StatusOr<Record> Members() {
    Record record;
    absl::Status refusal;
    ForEachMember<Record>([&](const auto& member, std::size_t column) {
      using T = std::remove_reference_t<decltype(record.*member.at)>;
      absl::StatusOr<T> value =
          Read<T>({row_.cells[column], ColumnsOf<Record>()[column], today_});
      refusal = value.status();
      if (!value.ok()) return false;
      record.*member.at = *std::move(value);
      return true;
    });
    if (!refusal.ok()) return refusal;
    return record;
  }

 private:
  const TypedRow<Record>& row_;
  CivilDate today_;
};

absl::StatusOr<LineId> LineOf(const store::ProductRecord& record) {
  ASSIGN_OR_RETURN(
      const rules::ProductIdentity product,
      rules::NormaliseProduct({record.product_name, record.standard,
                               record.trademark, record.model}));
  return rules::MakeLineId(record.usci, product);
}

bool IsGone(rules::StateOf kind, const std::string& state) {
  return rules::ReadState(kind, state) == rules::Standing::kGone;
}

}  // namespace

absl::StatusOr<store::EnterpriseRecord> ParseRow(const EnterpriseRow& row,
                                                 CivilDate today) {
  ASSIGN_OR_RETURN(auto record,
                   RowReader<store::EnterpriseRecord>(row, today).Members());
  record.deregistered = IsGone(rules::StateOf::kEnterprise, record.state);
  return record;
}

absl::StatusOr<store::ProductRecord> ParseLine(const Usci& usci,
                                               const ProductTexts& texts) {
  const rules::ImportColumns columns = rules::ProductColumns();
  const auto read = [&columns](const std::string& raw, std::string_view field) {
    return ReadPlain({raw, columns[rules::IndexOf(columns, field)], {}});
  };
  store::ProductRecord record;
  record.usci = usci;
  ASSIGN_OR_RETURN(record.product_name, read(texts.name, "product_name"));
  ASSIGN_OR_RETURN(record.standard, read(texts.standard, "standard"));
  ASSIGN_OR_RETURN(record.trademark, read(texts.trademark, "trademark"));
  ASSIGN_OR_RETURN(record.model, read(texts.model, "model"));
  ASSIGN_OR_RETURN(record.line, LineOf(record));
  return record;
}

absl::StatusOr<store::ProductRecord> ParseRow(const ProductRow& row,
                                              CivilDate today) {
  ASSIGN_OR_RETURN(auto record,
                   RowReader<store::ProductRecord>(row, today).Members());
  ASSIGN_OR_RETURN(record.line, LineOf(record));
  return record;
}

absl::StatusOr<store::LabRecord> ParseRow(const LabRow& row, CivilDate today) {
  ASSIGN_OR_RETURN(auto record,
                   RowReader<store::LabRecord>(row, today).Members());
  if (record.categories.empty()) return register_errors::LabWithoutCategory();
  record.active = !IsGone(rules::StateOf::kLab, record.state);
  return record;
}

absl::StatusOr<store::InspectorRecord> ParseRow(const InspectorRow& row,
                                                CivilDate today) {
  ASSIGN_OR_RETURN(auto record,
                   RowReader<store::InspectorRecord>(row, today).Members());
  record.active = !IsGone(rules::StateOf::kInspector, record.state);
  return record;
}

}  // namespace spotcheck::app
