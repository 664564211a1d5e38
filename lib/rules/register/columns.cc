#include "lib/rules/register/columns.h"

#include <algorithm>

namespace spotcheck::rules {
namespace {

using enum ColumnNeed;
using enum CellForm;

constexpr ImportColumn kEnterprises[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci,
     "code;信用代码;社会信用代码;统一代码;企业信用代码;企业统一社会信用代码;"
     "统一社会信用代码/注册号;统一社会信用代码(注册号)",
     "CODE"},
    {"enterprise_name", "企业名称", "name", kRequired, kText,
     "name;名称;企业全称;单位名称;公司名称;市场主体名称;经营主体名称;企业(单位)"
     "名称",
     "NAME"},
    {"registered_on", "注册日期", "registered on", kOptional, kDate,
     "registered;registered on;成立日期;成立时间;注册时间;登记日期;设立日期",
     "REGISTERED"},
    {"kind", "企业类型", "kind", kOptional, kText,
     "type;类型;企业(机构)类型;主体类型;市场主体类型"},
    {"scope", "经营范围", "scope", kOptional, kProse,
     "经营业务范围;业务范围;经营(业务)范围", "", kMaxScopeLength},
    {"province", "所在省份", "province", kOptional, kText,
     "省份;所属省份;所在省"},
    {"city", "地区", "city", kOptional, kText,
     "地市;所在城市;所属城市;所属地区;所在地市"},
    {"address", "注册地址", "address", kOptional, kProse,
     "地址;住所;企业地址;经营场所;经营地址;住所(经营场所);详细地址", "",
     kMaxAddressLength},
    {"state", "登记状态", "state", kOptional, kText,
     "经营状态;状态;status;企业状态;登记(经营)状态;主体状态", "STATE"},
    {"industry", "行业", "industry", kOptional, kText,
     "行业类别;所属行业;行业名称;行业门类;国民经济行业", "INDUSTRY"},
    {"postcode", "邮政编码", "postcode", kOptional, kText, "邮编"},
};

constexpr ImportColumn kProducts[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci,
     "code;信用代码;社会信用代码;统一代码;企业信用代码;企业统一社会信用代码;"
     "统一社会信用代码/注册号;统一社会信用代码(注册号)",
     "CODE"},
    {"product_name", "产品名称", "product", kRequired, kText,
     "name;product;商品名称;样品名称;prodname", "PRODUCT"},
    {"category", "产品类别", "category", kRequired, kCategory,
     "类别;产品种类;产品大类;产品分类", "CATEGORY"},
    {"standard", "执行标准", "standard", kUsual, kText,
     "执行标准号;产品标准;标准编号;产品执行标准;zxstandardcode", "STANDARD"},
    {"trademark", "商标", "trademark", kUsual, kText,
     "品牌;注册商标;标称商标;brand", "TRADEMARK"},
    {"model",
     "规格型号",
     "model",
     kUsual,
     kText,
     "型号;规格;型号规格;规格/型号;型号/规格",
     "MODEL",
     kMaxShortLength,
     {"规格;产品规格;样品规格", "型号;产品型号;样品型号"}},
    {"gtin", "商品条码", "gtin", kOptional, kGtin,
     "条码;barcode;商品条形码;条形码"},
};

constexpr ImportColumn kLabs[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci,
     "code;信用代码;社会信用代码;统一代码;企业信用代码;企业统一社会信用代码;"
     "统一社会信用代码/注册号;统一社会信用代码(注册号)",
     "CODE"},
    {"lab_name", "机构名称", "name", kRequired, kText,
     "name;名称;检验机构;检验机构名称;检测机构名称;承检机构;承检机构名称",
     "NAME"},
    {"accreditation", "资质认定编号", "accreditation", kOptional, kReport,
     "资质认定证书编号;CMA编号;CMA证书编号;资质编号"},
    {"categories", "承检类别", "categories", kRequired, kCategoryList,
     "category;承检产品;检验类别;承检范围;检验范围", "CATEGORIES"},
    {"capacity", "承检能力", "capacity", kRequired, kCapacity,
     "检验能力;承检批次", "CAPACITY"},
    {"conflicts", "利益冲突企业", "conflicts", kUsual, kUscis,
     "回避企业;利害关系企业;利益关联企业"},
    {"state", "状态", "state", kOptional, kText, "status"},
};

constexpr ImportColumn kInspectors[] = {
    {"inspector_id", "执法证号", "id", kRequired, kCode,
     "id;badge;执法证编号;执法证号码;执法证件号;行政执法证号", "ID"},
    {"person_name", "姓名", "name", kRequired, kText,
     "name;检查人员;检查人员姓名;执法人员;执法人员姓名", "NAME"},
    {"organisation", "单位", "organisation", kOptional, kText,
     "organization;所在单位;工作单位;所属单位", "ORGANISATION"},
    {"region", "行政区划", "region", kOptional, kCode,
     "行政区划代码;行政区划编码;区划代码", "REGION"},
    {"capacity", "每次任务上限", "capacity", kRequired, kCapacity,
     "任务上限;每次上限", "CAPACITY"},
    {"recusals", "回避企业", "recusals", kUsual, kUscis,
     "回避单位;应回避企业;需回避企业"},
    {"state", "状态", "state", kOptional, kText, "status"},
};

constexpr ImportColumn kChecks[] = {
    {"usci", "统一社会信用代码", "code", kRequired, kUsci,
     "code;信用代码;社会信用代码;统一代码;企业信用代码;企业统一社会信用代码;"
     "统一社会信用代码/注册号;统一社会信用代码(注册号)"},
    {"product_name", "产品名称", "product", kRequired, kText,
     "name;product;商品名称;样品名称;prodname"},
    {"standard", "执行标准", "standard", kUsual, kText,
     "执行标准号;产品标准;标准编号;产品执行标准;zxstandardcode"},
    {"trademark", "商标", "trademark", kUsual, kText,
     "品牌;注册商标;标称商标;brand"},
    {"model",
     "规格型号",
     "model",
     kUsual,
     kText,
     "型号;规格;型号规格;规格/型号;型号/规格",
     "",
     kMaxShortLength,
     {"规格;产品规格;样品规格", "型号;产品型号;样品型号"}},
    {"authority", "抽查部门", "authority", kRequired, kText,
     "抽查机关;组织部门;抽查单位;组织抽查部门"},
    {"level", "抽查级别", "level", kRequired, kWord, "级别;任务级别;抽查层级"},
    {"sampled", "抽样日期", "sampled", kRequired, kDate,
     "抽样时间;采样日期;抽检日期;cydate"},
    {"verdict", "检验结论", "verdict", kRequired, kWord,
     "结论;抽查结果;检验结果;检验结论判定;综合判定;判定结论"},
    {"report_no", "报告编号", "report", kRequired, kReport,
     "report;检验报告编号;检验报告号;报告号;报告书编号;reportno"},
    {"lab", "检验机构", "lab", kRequired, kUsci,
     "检验机构代码;检验机构统一社会信用代码;承检机构;承检机构代码"},
    {"severity", "严重程度", "severity", kOptional, kWord,
     "不合格程度;不合格严重程度"},
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
