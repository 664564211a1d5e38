#include "client/import/header_name.h"

#include <string>

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(HeaderNameTest, MarksAndRemarksAreNoPartOfAName) {
  const struct {
    const char* typed;
    const char* name;
  } kCases[] = {
      {"企业名称", "企业名称"},
      {" *企业名称", "企业名称"},
      {"企业名称＊", "企业名称"},
      {"企业名称（必填）", "企业名称"},
      {"企业名称(选填)", "企业名称"},
      {"【必填】企业名称：", "企业名称"},
      {"企业\r\n名称", "企业名称"},
      {"抽样日期（格式：YYYY-MM-DD）", "抽样日期"},
      {"抽样日期\n(必填，如2026-11-04)", "抽样日期"},
      {"抽样日期(2026-11-04)", "抽样日期"},
      {"注册资本（万元）", "注册资本(万元)"},
      {"注册资本（万元）（选填）", "注册资本(万元)"},
      {"Name [required]", "name"},
      {"ＵＳＣＩ", "usci"},
      {"规格（型号", "规格(型号"},
      {"\xFF", ""},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(HeaderName(c.typed), c.name) << c.typed;
}

}  // namespace
}  // namespace spotcheck::client
