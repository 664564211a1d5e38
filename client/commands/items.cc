#include "client/commands/items.h"

#include <cstddef>
#include <utility>

#include "client/import/table.h"
#include "client/io/errors.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"
#include "lib/base/words.h"
#include "lib/rules/law/words.h"

namespace spotcheck::client {
namespace {

constexpr ImportColumn kColumns[] = {
    {"item", "项目名称", "item", ColumnNeed::kRequired, rules::CellForm::kText,
     "检验项目;name"},
    {"requirement", "标准要求", "requirement", ColumnNeed::kRequired},
    {"measured", "实测值", "measured", ColumnNeed::kRequired},
    {"verdict", "结论", "verdict", ColumnNeed::kRequired,
     rules::CellForm::kText, "单项结论"},
};
constexpr ImportColumn kColumnsByReport[] = {
    {"report_no", "报告编号", "report_no", ColumnNeed::kRequired},
    kColumns[0],
    kColumns[1],
    kColumns[2],
    kColumns[3],
};

absl::StatusOr<v1::Verdict> ParseItemVerdict(const std::string& text) {
  const auto verdict = FromTyped<rules::Verdict>(text);
  if (verdict == rules::Verdict::kPass) return v1::VERDICT_PASS;
  if (verdict == rules::Verdict::kFail) return v1::VERDICT_FAIL;
  return UnknownWordError(text,
                          {"合格或不合格", "合格 (pass) or 不合格 (fail)"});
}

// Reads the item whose columns begin at `first`.
absl::StatusOr<v1::TestItem> ReadItem(const ImportReader& reader,
                                      const ImportRow& row, std::size_t first) {
  v1::TestItem item;
  item.set_item(reader.Cell(row, first));
  item.set_requirement(reader.Cell(row, first + 1));
  item.set_measured(reader.Cell(row, first + 2));
  ASSIGN_OR_RETURN(const v1::Verdict verdict,
                   ParseItemVerdict(reader.Cell(row, first + 3)));
  item.set_verdict(verdict);
  return item;
}

absl::Status Add(v1::TestItem item, Items& items) {
  if (std::ssize(items) == kMaxTestItems) {
    return TooManyItemsError(kMaxTestItems);
  }
  items.push_back(std::move(item));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Items> ReadItems(const std::string& path) {
  const ImportTable table = {kColumns, RowKey::kNone};
  ASSIGN_OR_RETURN(const Encoding encoding, DetectEncoding(path));
  ASSIGN_OR_RETURN(ImportReader reader,
                   ImportReader::Open(path, table, encoding));
  Items items;
  while (true) {
    ASSIGN_OR_RETURN(const ImportRow* row, reader.Next());
    if (row == nullptr) return items;
    RETURN_IF_ERROR(row->refusal);
    ASSIGN_OR_RETURN(v1::TestItem item, ReadItem(reader, *row, 0));
    RETURN_IF_ERROR(Add(std::move(item), items));
  }
}

absl::StatusOr<std::map<std::string, Items>> ReadItemsByReport(
    const std::string& path) {
  const ImportTable table = {kColumnsByReport, RowKey::kNone};
  ASSIGN_OR_RETURN(const Encoding encoding, DetectEncoding(path));
  ASSIGN_OR_RETURN(ImportReader reader,
                   ImportReader::Open(path, table, encoding));
  std::map<std::string, Items> reports;
  while (true) {
    ASSIGN_OR_RETURN(const ImportRow* row, reader.Next());
    if (row == nullptr) return reports;
    RETURN_IF_ERROR(row->refusal);
    ASSIGN_OR_RETURN(v1::TestItem item, ReadItem(reader, *row, 1));
    RETURN_IF_ERROR(Add(std::move(item), reports[reader.Cell(*row, 0)]));
  }
}

}  // namespace spotcheck::client
