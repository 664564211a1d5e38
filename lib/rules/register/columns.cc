#include "lib/rules/register/columns.h"

#include <algorithm>

namespace spotcheck::rules {
namespace {

using enum ColumnNeed;
using enum CellForm;

constexpr ImportColumn kEnterprises[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci, "code;信用代码",
     "CODE"},
    {"enterprise_name", "企业名称", "name", kRequired, kText, "name;名称",
     "NAME"},
    {"registered_on", "注册日期", "registered on", kOptional, kDate, "成立日期",
     "REGISTERED"},
    {"kind", "企业类型", "kind", kOptional, kText, "type;类型"},
    {"scope", "经营范围", "scope", kOptional, kProse, "", "", kMaxScopeLength},
    {"province", "所在省份", "province", kOptional, kText, "省份"},
    {"city", "地区", "city"},
    {"address", "注册地址", "address", kOptional, kProse, "地址;住所", "",
     kMaxAddressLength},
    {"state", "登记状态", "state", kOptional, kText, "经营状态;状态;status",
     "STATE"},
    {"industry", "行业", "industry", kOptional, kText, "行业类别;所属行业",
     "INDUSTRY"},
    {"postcode", "邮政编码", "postcode", kOptional, kText, "邮编"},
};

constexpr ImportColumn kProducts[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci, "code;信用代码",
     "CODE"},
    {"product_name", "产品名称", "product", kRequired, kText, "name;product",
     "PRODUCT"},
    {"category", "产品类别", "category", kRequired, kCategory, "类别",
     "CATEGORY"},
    {"standard", "执行标准", "standard", kUsual, kText, "", "STANDARD"},
    {"trademark", "商标", "trademark", kUsual, kText, "", "TRADEMARK"},
    {"model",
     "规格型号",
     "model",
     kUsual,
     kText,
     "型号;规格",
     "MODEL",
     kMaxShortLength,
     {"规格;产品规格;样品规格", "型号;产品型号;样品型号"}},
    {"gtin", "商品条码", "gtin", kOptional, kGtin, "条码;barcode"},
};

constexpr ImportColumn kLabs[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci, "code;信用代码",
     "CODE"},
    {"lab_name", "机构名称", "name", kRequired, kText, "name;名称", "NAME"},
    {"accreditation", "资质认定编号", "accreditation", kOptional, kReport},
    {"categories", "承检类别", "categories", kRequired, kCategoryList,
     "category", "CATEGORIES"},
    {"capacity", "承检能力", "capacity", kRequired, kCapacity, "", "CAPACITY"},
    {"conflicts", "利益冲突企业", "conflicts", kUsual, kUscis},
    {"state", "状态", "state", kOptional, kText, "status"},
};

constexpr ImportColumn kInspectors[] = {
    {"inspector_id", "执法证号", "id", kRequired, kCode, "id;badge", "ID"},
    {"person_name", "姓名", "name", kRequired, kText, "name", "NAME"},
    {"organisation", "单位", "organisation", kOptional, kText, "organization",
     "ORGANISATION"},
    {"region", "行政区划", "region", kOptional, kCode, "", "REGION"},
    {"capacity", "每次任务上限", "capacity", kRequired, kCapacity, "",
     "CAPACITY"},
    {"recusals", "回避企业", "recusals", kUsual, kUscis},
    {"state", "状态", "state", kOptional, kText, "status"},
};

constexpr ImportColumn kChecks[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci, "code;信用代码"},
    {"product_name", "产品名称", "product", kRequired, kText, "name;product"},
    {"standard", "执行标准", "standard", kUsual},
    {"trademark", "商标", "trademark", kUsual},
    {"model",
     "规格型号",
     "model",
     kUsual,
     kText,
     "型号;规格",
     "",
     kMaxShortLength,
     {"规格;产品规格;样品规格", "型号;产品型号;样品型号"}},
    {"authority", "抽查部门", "authority", kRequired},
    {"level", "抽查级别", "level", kRequired, kWord, "级别"},
    {"sampled", "抽样日期", "sampled", kRequired, kDate},
    {"verdict", "检验结论", "verdict", kRequired, kWord, "结论"},
    {"report_no", "报告编号", "report", kRequired, kReport, "report"},
    {"lab", "检验机构", "lab", kRequired, kUsci},
    {"severity", "严重程度", "severity", kOptional, kWord},
};

}  // namespace

ImportColumns EnterpriseColumns() { return kEnterprises; }
ImportColumns ProductColumns() { return kProducts; }
ImportColumns LabColumns() { return kLabs; }
ImportColumns InspectorColumns() { return kInspectors; }
ImportColumns CheckColumns() { return kChecks; }

std::size_t IndexOf(ImportColumns columns, std::string_view field) {
  const auto found = std::find_if(
      columns.begin(), columns.end(),
      [&](const ImportColumn& column) { return column.field == field; });
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace spotcheck::rules
