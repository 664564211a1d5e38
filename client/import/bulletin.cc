#include "client/import/bulletin.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "client/import/confirm.h"
#include "client/import/table.h"
#include "client/xlsx/write.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

using enum ColumnNeed;
using enum rules::CellForm;

constexpr ImportColumn kBulletin[] = {
    {"number", "序号", "number", kOptional, kText, "编号"},
    {"producer", "标称生产单位", "producer", kRequired, kText,
     "标称生产者;标称生产企业;标称生产厂家;标称生产厂商;标称生产者名称;"
     "标称生产单位名称;标称生产企业名称;标称生产厂家名称;企业名称;生产单位;"
     "生产企业;生产企业名称;生产单位名称;生产者;生产者名称;生产厂家;受检企业;"
     "受检企业名称"},
    {"place", "标称生产单位所在地", "place", kOptional, kText,
     "标称生产企业所在地;标称生产者所在地;标称生产企业地址;标称生产者地址;"
     "标称生产单位地址;所在地;所在省份;企业所在地;生产企业所在地;"
     "生产企业地址;地址"},
    {"seller", "受检单位", "seller", kOptional, kText,
     "被抽检单位;被抽样单位;被抽查单位;受检单位名称;被抽样单位名称;"
     "被抽检单位名称;被抽查单位名称;经销单位;销售单位"},
    {"product_name", "产品名称", "product", kRequired, kText,
     "样品名称;产品;抽样产品名称"},
    {"trademark", "商标", "trademark", kOptional, kText, "标称商标;注册商标"},
    {"model",
     "规格型号",
     "model",
     kOptional,
     kText,
     "型号规格;规格/型号;型号/规格;规格型号等级;规格;型号",
     "",
     rules::kMaxShortLength,
     {"规格", "型号"}},
    {"batch", "生产日期/批号", "batch", kOptional, kText,
     "生产日期;批号;生产日期(批号);生产日期或批号;生产日期/批号/货号;"
     "生产日期/货号/批号;批次"},
    {"verdict", "抽查结果", "verdict", kOptional, kText,
     "检验结论;检验结果;抽检结果;监督抽查结果;结论;结果"},
    {"items", "主要不合格项目", "items", kOptional, kText,
     "不合格项目;不合格项;不合格项目名称;不符合项目;不符合项;主要不符合项目"},
    {"report_no", "报告编号", "report", kOptional, kReport, "检验报告编号"},
    {"lab", "承检机构", "laboratory", kOptional, kText,
     "检验机构;检测机构;承检单位;检验单位;承检机构名称;检验机构名称"},
    {"note", "备注", "note", kOptional, kText, "说明"},
};

// A proposal shows these columns beside those of a check.
constexpr Phrase kExtras[] = {
    {kConfirmColumn, kConfirmColumn},
    {"通报中的企业", "enterprise as printed"},
    {"通报中的所在地", "place as printed"},
    {"名录中的同名企业", "registered under this name"},
    {"通报中的机构", "laboratory as printed"},
    {"名录中的同名机构", "registered laboratories of this name"},
};
constexpr std::array<std::string_view, 3> kCopied = {"batch", "items", "note"};

std::string Folded(std::string_view text) {
  const absl::StatusOr<std::string> folded = ToNfkcFolded(text);
  return folded.ok() ? DeleteWhiteSpace(*folded) : std::string(text);
}

std::string InOneCell(const std::vector<Namesake>& found) {
  std::string text;
  for (const Namesake& one : found) {
    if (!text.empty()) text += "; ";
    text += one.usci + " " + one.name;
    if (!one.place.empty()) text += " " + one.place;
  }
  return text;
}

// The code to propose: of the only one of that name.
std::string OnlyCode(const std::vector<Namesake>& found) {
  return found.size() == 1 ? found.front().usci : std::string();
}

std::size_t Of(std::string_view field) {
  return BulletinTable().IndexOf(field);
}

std::vector<SheetTitle> Titles(Language language) {
  std::vector<SheetTitle> titles;
  for (const Phrase& extra : kExtras) {
    titles.push_back({In(language, extra), CellKind::kText, ""});
  }
  for (const ImportColumn& column : CheckTable().columns) {
    titles.push_back(
        {In(language, {column.header, column.field}), CellKind::kText, ""});
  }
  for (const std::string_view field : kCopied) {
    const ImportColumn& column = BulletinTable().columns[Of(field)];
    titles.push_back(
        {In(language, {column.header, column.field}), CellKind::kText, ""});
  }
  return titles;
}

}  // namespace

const ImportTable& BulletinTable() {
  static const ImportTable kTable = {kBulletin, RowKey::kNone};
  return kTable;
}

bool IsSameName(const std::string& a, const std::string& b) {
  return Folded(a) == Folded(b);
}

absl::StatusOr<Proposal::Found> Proposal::Exactly(
    const FindByName& find, std::map<std::string, Found>& known,
    const std::string& name) const {
  const std::string trimmed(TrimWhiteSpace(name));
  if (trimmed.empty()) return Found();
  const auto before = known.find(trimmed);
  if (before != known.end()) return before->second;
  ASSIGN_OR_RETURN(Found found, find(trimmed));
  std::erase_if(found, [&](const Namesake& one) {
    return !IsSameName(one.name, trimmed);
  });
  return known.emplace(trimmed, std::move(found)).first->second;
}

absl::StatusOr<std::vector<std::string>> Proposal::RowOf(
    const std::vector<std::string>& cells, std::int64_t line) {
  ASSIGN_OR_RETURN(
      const Found enterprises,
      Exactly(enterprises_, known_enterprises_, cells[Of("producer")]));
  ASSIGN_OR_RETURN(const Found labs,
                   Exactly(labs_, known_labs_, cells[Of("lab")]));
  ++counts_.rows;
  ++(enterprises.empty()       ? counts_.none
     : enterprises.size() == 1 ? counts_.one
                               : counts_.several);
  std::vector<std::string> row = {"",
                                  cells[Of("producer")],
                                  cells[Of("place")],
                                  InOneCell(enterprises),
                                  cells[Of("lab")],
                                  InOneCell(labs)};
  const auto number =
      cells[Of("number")].empty() ? std::to_string(line) : cells[Of("number")];
  const std::map<std::string_view, std::string> known = {
      {"usci", OnlyCode(enterprises)},
      {"lab", OnlyCode(labs)},
      {"authority", facts_.authority},
      {"level", facts_.level},
      {"sampled", facts_.sampled},
      // A bulletin of failures says of each product that it failed.
      {"verdict",
       cells[Of("verdict")].empty() ? "不合格" : cells[Of("verdict")]},
      {"report_no", cells[Of("report_no")].empty() && !facts_.number.empty()
                        ? facts_.number + "-" + number
                        : cells[Of("report_no")]},
  };
  for (const ImportColumn& column : CheckTable().columns) {
    const auto found = known.find(column.field);
    const std::size_t at = Of(column.field);
    row.push_back(found != known.end() ? found->second
                  : at < cells.size()  ? cells[at]
                                       : std::string());
  }
  for (const std::string_view field : kCopied) row.push_back(cells[Of(field)]);
  return row;
}

absl::StatusOr<std::string> Proposal::Make(const std::string& path,
                                           Language language) {
  const ImportTable& table = BulletinTable();
  ASSIGN_OR_RETURN(const Encoding encoding, DetectEncoding(path));
  ASSIGN_OR_RETURN(ImportReader reader,
                   ImportReader::Open(path, table, encoding));
  ASSIGN_OR_RETURN(WorkbookWriter writer, WorkbookWriter::Create());
  RETURN_IF_ERROR(writer.AddSheet(In(language, {"待确认", "to confirm"}),
                                  Titles(language)));
  while (true) {
    ASSIGN_OR_RETURN(const ImportRow* row, reader.Next());
    if (row == nullptr) return writer.Finish();
    // Lines of notes below the table have no product.
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      cells.push_back(reader.Cell(*row, i));
    }
    if (cells[Of("producer")].empty() || cells[Of("product_name")].empty()) {
      continue;
    }
    ASSIGN_OR_RETURN(const auto proposed, RowOf(cells, row->line));
    RETURN_IF_ERROR(writer.AddRow(proposed));
  }
}

}  // namespace spotcheck::client
