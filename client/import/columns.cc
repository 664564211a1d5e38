#include "client/import/columns.h"

#include <algorithm>

#include "client/io/errors.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

constexpr ColumnNeed kRequired = ColumnNeed::kRequired;
constexpr ColumnNeed kUsual = ColumnNeed::kUsual;
constexpr ColumnNeed kOptional = ColumnNeed::kOptional;

constexpr ImportColumn kEnterpriseColumns[] = {
    {"usci", "统一社会信用代码", kRequired, {"code", "信用代码"}},
    {"enterprise_name", "企业名称", kRequired, {"name", "名称"}},
    {"registered_on", "注册日期", kOptional, {"成立日期"}},
    {"kind", "企业类型", kOptional, {"type", "类型"}},
    {"scope", "经营范围", kOptional},
    {"province", "所在省份", kOptional, {"省份"}},
    {"city", "地区", kOptional},
    {"address", "注册地址", kOptional, {"地址", "住所"}},
    {"state", "登记状态", kOptional, {"经营状态", "状态", "status"}},
};

constexpr ImportColumn kProductColumns[] = {
    {"usci", "统一社会信用代码", kRequired, {"code", "信用代码"}},
    {"product_name", "产品名称", kRequired, {"name", "product"}},
    {"category", "产品类别", kRequired, {"类别"}},
    {"standard", "执行标准", kUsual},
    {"trademark", "商标", kUsual},
    {"model", "规格型号", kUsual, {"型号", "规格"}},
    {"gtin", "商品条码", kOptional, {"条码", "barcode"}},
};

constexpr ImportColumn kLabColumns[] = {
    {"usci", "统一社会信用代码", kRequired, {"code", "信用代码"}},
    {"lab_name", "机构名称", kRequired, {"name", "名称"}},
    {"accreditation", "资质认定编号", kOptional},
    {"categories", "承检类别", kRequired, {"category"}},
    {"capacity", "承检能力", kRequired},
    {"conflicts", "利益冲突企业", kUsual},
    {"state", "状态", kOptional, {"status"}},
};

constexpr ImportColumn kInspectorColumns[] = {
    {"inspector_id", "执法证号", kRequired, {"id", "badge"}},
    {"person_name", "姓名", kRequired, {"name"}},
    {"organisation", "单位", kOptional, {"organization"}},
    {"region", "行政区划", kOptional},
    {"capacity", "每次任务上限", kRequired},
    {"recusals", "回避企业", kUsual},
    {"state", "状态", kOptional, {"status"}},
};

constexpr ImportColumn kCheckColumns[] = {
    {"usci", "统一社会信用代码", kRequired, {"code", "信用代码"}},
    {"product_name", "产品名称", kRequired, {"name", "product"}},
    {"standard", "执行标准", kUsual},
    {"trademark", "商标", kUsual},
    {"model", "规格型号", kUsual, {"型号", "规格"}},
    {"authority", "抽查部门", kRequired},
    {"level", "抽查级别", kRequired, {"级别"}},
    {"sampled", "抽样日期", kRequired},
    {"verdict", "检验结论", kRequired, {"结论"}},
    {"report_no", "报告编号", kRequired, {"report"}},
    {"lab", "检验机构", kRequired},
    {"severity", "严重程度", kOptional},
};

// As names are compared; text that is no UTF-8 is no column's name.
std::string Fold(std::string_view name) {
  const absl::StatusOr<std::string> folded = ToNfkcFolded(TrimWhiteSpace(name));
  return folded.ok() ? DeleteWhiteSpace(*folded) : std::string();
}

bool IsNamed(const ImportColumn& column, const std::string& folded) {
  return folded == Fold(column.field) || folded == Fold(column.header);
}

bool IsAlsoNamed(const ImportColumn& column, const std::string& folded) {
  return std::any_of(
      std::begin(column.also), std::end(column.also),
      [&](std::string_view also) { return folded == Fold(also); });
}

Localized NameOf(const ImportColumn& column) {
  return {std::string(column.header), std::string(column.field)};
}

}  // namespace

std::size_t ImportTable::IndexOf(std::string_view field) const {
  const auto found = std::find_if(
      columns.begin(), columns.end(),
      [&](const ImportColumn& column) { return column.field == field; });
  return static_cast<std::size_t>(found - columns.begin());
}

const ImportTable& EnterpriseTable() {
  static const ImportTable kTable = {kEnterpriseColumns, RowKey::kUsci};
  return kTable;
}
const ImportTable& ProductTable() {
  static const ImportTable kTable = {kProductColumns, RowKey::kProduct};
  return kTable;
}
const ImportTable& LabTable() {
  static const ImportTable kTable = {kLabColumns, RowKey::kUsci};
  return kTable;
}
const ImportTable& InspectorTable() {
  static const ImportTable kTable = {kInspectorColumns, RowKey::kInspector};
  return kTable;
}
const ImportTable& CheckTable() {
  static const ImportTable kTable = {kCheckColumns, RowKey::kNone};
  return kTable;
}

absl::StatusOr<HeaderMap> MapHeader(const ImportTable& table,
                                    const std::vector<std::string>& header) {
  HeaderMap map(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ImportColumn& column = table.columns[i];
    std::optional<std::size_t> other;  // under another name
    for (std::size_t at = 0; at < header.size(); ++at) {
      const std::string name = Fold(header[at]);
      if (name.empty()) continue;
      if (IsNamed(column, name)) {
        if (map[i].has_value()) return RepeatedColumnError(NameOf(column));
        map[i] = at;
      } else if (!other.has_value() && IsAlsoNamed(column, name)) {
        other = at;
      }
    }
    if (!map[i].has_value()) map[i] = other;
    if (!map[i].has_value() && column.need == kRequired) {
      return MissingColumnError(NameOf(column), header);
    }
  }
  return map;
}

}  // namespace spotcheck::client
