#include "client/import/columns.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

HeaderMap Map(const ImportTable& table,
              const std::vector<std::string>& header) {
  const auto map = MapHeader(table, header);
  EXPECT_OK(map);
  return map.value_or(HeaderMap(table.columns.size()));
}

TEST(ImportColumnsTest, ChineseHeadersStandInAnyOrderAmongOthers) {
  const auto& table = EnterpriseTable();
  const HeaderMap map =
      Map(table, {"序号", "统一社会信用代码", "备注", "企业名称"});
  EXPECT_EQ(map[table.IndexOf("usci")], 1u);
  EXPECT_EQ(map[table.IndexOf("enterprise_name")], 3u);
  EXPECT_EQ(map[table.IndexOf("address")], std::nullopt);
}

TEST(ImportColumnsTest, EnglishNamesAreAliases) {
  const auto& table = ProductTable();
  const HeaderMap map =
      Map(table, {"Product_Name", "USCI", "category", "model"});
  EXPECT_EQ(map[table.IndexOf("product_name")], 0u);
  EXPECT_EQ(map[table.IndexOf("usci")], 1u);
  EXPECT_EQ(map[table.IndexOf("model")], 3u);
}

TEST(ImportColumnsTest, NamesAreComparedFoldedAndTrimmed) {
  const auto& table = EnterpriseTable();
  const HeaderMap map = Map(table, {"　企业名称 ", "ＵＳＣＩ"});
  EXPECT_EQ(map[table.IndexOf("enterprise_name")], 0u);
  EXPECT_EQ(map[table.IndexOf("usci")], 1u);
}

TEST(ImportColumnsTest, TheOwnNameGoesBeforeAnotherName) {
  const auto& table = EnterpriseTable();
  const HeaderMap map = Map(
      table, {"统一社会信用代码", "企业名称", "类型", "企业类型", "经营状态"});
  EXPECT_EQ(map[table.IndexOf("kind")], 3u);
  EXPECT_EQ(map[table.IndexOf("state")], 4u);
}

TEST(ImportColumnsTest, AMissingColumnIsNamed) {
  const auto map = MapHeader(ProductTable(), {"usci", "产品名称"});
  EXPECT_THAT(map, StatusReasonIs("MISSING_COLUMN"));
  EXPECT_THAT(GetErrorInfo(map.status()).message.zh, HasSubstr("产品类别"));
  EXPECT_THAT(GetErrorInfo(map.status()).message.en, HasSubstr("category"));
}

TEST(ImportColumnsTest, ARepeatedColumnIsRefused) {
  EXPECT_THAT(MapHeader(EnterpriseTable(), {"usci", "企业名称", "企业名称"}),
              StatusReasonIs("REPEATED_COLUMN"));
}

TEST(ImportColumnsTest, EveryColumnIsAFieldOfItsRow) {
  const struct {
    const ImportTable& table;
    const google::protobuf::Descriptor* row;
  } kTables[] = {{EnterpriseTable(), v1::EnterpriseRow::descriptor()},
                 {ProductTable(), v1::ProductRow::descriptor()},
                 {LabTable(), v1::LabRow::descriptor()},
                 {InspectorTable(), v1::InspectorRow::descriptor()},
                 {CheckTable(), v1::CheckRow::descriptor()}};
  for (const auto& [table, row] : kTables) {
    for (const ImportColumn& column : table.columns) {
      EXPECT_NE(row->FindFieldByName(std::string(column.field)), nullptr)
          << row->name() << " " << column.field;
    }
    // And none is forgotten: the others are `row` and `superseded`.
    const int own = table.key == RowKey::kNone ? 1 : 2;
    EXPECT_EQ(static_cast<int>(table.columns.size()) + own, row->field_count())
        << row->name();
  }
}

// What `get` and `list` show is read from the answer by the column's name.
TEST(ImportColumnsTest, EveryColumnOfARegisterIsAFieldOfItsAnswer) {
  const struct {
    rules::ImportColumns columns;
    const google::protobuf::Descriptor* answer;
  } kRegisters[] = {{rules::EnterpriseColumns(), v1::Enterprise::descriptor()},
                    {rules::ProductColumns(), v1::Product::descriptor()},
                    {rules::LabColumns(), v1::Lab::descriptor()},
                    {rules::InspectorColumns(), v1::Inspector::descriptor()}};
  for (const auto& [columns, answer] : kRegisters) {
    for (const rules::ImportColumn& column : columns) {
      EXPECT_NE(answer->FindFieldByName(std::string(column.field)), nullptr)
          << answer->name() << " " << column.field;
      EXPECT_FALSE(column.label.empty()) << column.field;
    }
  }
}

TEST(ImportColumnsTest, TwoColumnsBringTheModelTogether) {
  const auto& table = ProductTable();
  const ColumnPlace both = Map(table, {"usci", "产品名称", "型号", "产品类别",
                                       "规 格"})[table.IndexOf("model")];
  EXPECT_EQ(both.at, 4u);
  EXPECT_EQ(both.second, 2u);
  const ColumnPlace of_checks =
      Map(CheckTable(), {"usci", "产品名称", "抽查部门", "抽查级别", "抽样日期",
                         "检验结论", "报告编号", "检验机构", "产品型号",
                         "规格"})[CheckTable().IndexOf("model")];
  EXPECT_EQ(of_checks.at, 9u);
  EXPECT_EQ(of_checks.second, 8u);
  EXPECT_EQ(Map(table, {"usci", "产品名称", "产品类别",
                        "型号"})[table.IndexOf("model")],
            3u);
  EXPECT_EQ(Map(table, {"usci", "产品名称", "产品类别", "型号", "规格",
                        "规格型号"})[table.IndexOf("model")],
            5u);
}

std::vector<std::string> Unread(const ImportTable& table,
                                const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const UnreadColumn& column :
       FindUnread(table, Map(table, header), header)) {
    names.push_back(column.name + " like " + std::string(column.like->field));
  }
  return names;
}

TEST(ImportColumnsTest, AColumnThatLooksKnownAndIsNotReadIsFound) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  EXPECT_THAT(Unread(ProductTable(), {"usci", "产品名称", "产品类别", "规格",
                                      "规格型号", "原执行标准", "备注"}),
              ElementsAre("规格 like model", "原执行标准 like standard"));
  EXPECT_THAT(Unread(LabTable(),
                     {"usci", "机构名称", "承检类别", "承检能力", "资质状态"}),
              ElementsAre("资质状态 like state"));
  EXPECT_THAT(Unread(EnterpriseTable(),
                     {"序号", "usci", "企业名称", "备注", "region", ""}),
              IsEmpty());
  EXPECT_THAT(
      Unread(ProductTable(), {"usci", "产品名称", "产品类别", "规格", "型号"}),
      IsEmpty());
}

TEST(ImportColumnsTest, TheIndustryAndThePostcodeHaveTheirUsualNames) {
  const auto& table = EnterpriseTable();
  const HeaderMap map = Map(table, {"usci", "名称", "所属行业", "邮编"});
  EXPECT_EQ(map[table.IndexOf("industry")], 2u);
  EXPECT_EQ(map[table.IndexOf("postcode")], 3u);
}

// Names from registers, bulletins and the national record of spot checks.
TEST(ImportColumnsTest, UsualNamesOfOtherSystemsAreKnown) {
  const struct {
    const ImportTable& table;
    const char* name;
    const char* field;
  } kCases[] = {
      {EnterpriseTable(), "*统一社会信用代码（必填）", "usci"},
      {EnterpriseTable(), "单位名称", "enterprise_name"},
      {EnterpriseTable(), "成立时间", "registered_on"},
      {EnterpriseTable(), "住所（经营场所）", "address"},
      {EnterpriseTable(), "登记\n状态", "state"},
      {ProductTable(), "产品种类", "category"},
      {ProductTable(), "执行标准号", "standard"},
      {ProductTable(), "品牌", "trademark"},
      {ProductTable(), "型号规格", "model"},
      {LabTable(), "承检机构", "lab_name"},
      {LabTable(), "CMA编号", "accreditation"},
      {InspectorTable(), "执法证号码", "inspector_id"},
      {InspectorTable(), "工作单位", "organisation"},
      {CheckTable(), "PRODNAME", "product_name"},
      {CheckTable(), "BRAND", "trademark"},
      {CheckTable(), "MODEL", "model"},
      {CheckTable(), "ZXSTANDARDCODE", "standard"},
      {CheckTable(), "CYDATE", "sampled"},
      {CheckTable(), "REPORTNO", "report_no"},
      {CheckTable(), "抽查结果", "verdict"},
      {CheckTable(), "检验报告编号", "report_no"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(KnownColumns(c.table, {c.name}), 1u) << c.name;
    // With the required columns in front, so that the header stands.
    std::vector<std::string> header;
    for (const ImportColumn& column : c.table.columns) {
      const bool own = column.field == c.field;
      if (!own && column.need == ColumnNeed::kRequired) {
        header.emplace_back(column.header);
      }
    }
    header.emplace_back(c.name);
    EXPECT_EQ(Map(c.table, header)[c.table.IndexOf(c.field)].at,
              header.size() - 1)
        << c.name;
  }
}

}  // namespace
}  // namespace spotcheck::client
