#include "client/demo/data.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string_view>
#include <system_error>

#include "client/demo/errors.h"
#include "client/demo/rows.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

// One file of the register: its header row and the function that makes the rows
// of one number.
struct DemoFile {
  std::string_view name;
  std::string_view header;
  std::uint64_t numbers;
  std::function<std::string(std::uint64_t)> rows;
};

absl::Status WriteDemoFile(const std::filesystem::path& directory,
                           const DemoFile& file) {
  const std::filesystem::path path = directory / file.name;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << file.header << '\n';
  for (std::uint64_t i = 0; i < file.numbers && out; ++i) out << file.rows(i);
  out.close();
  return out ? absl::OkStatus() : DemoWriteFailedError(path.string());
}

}  // namespace

absl::Status WriteDemoData(const DemoDataOptions& options) {
  if (options.enterprises < 1 || options.enterprises > kMaxDemoEnterprises) {
    return DemoSizeOutOfRangeError(options.enterprises);
  }
  const std::filesystem::path directory(options.directory);
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return DemoWriteFailedError(options.directory);

  const DemoRegister demo(options.enterprises, options.seed);
  const DemoFile files[] = {
      {"enterprises.csv",
       "企业名称,统一社会信用代码,注册日期,企业类型,经营范围,所在省份,地区,"
       "注册地址",
       demo.enterprises(), [&](auto i) { return demo.EnterpriseRow(i); }},
      {"products.csv",
       "统一社会信用代码,产品名称,产品类别,执行标准,商标,规格型号,商品条码",
       demo.enterprises(), [&](auto i) { return demo.ProductRows(i); }},
      {"labs.csv",
       "统一社会信用代码,机构名称,资质认定编号,承检类别,承检能力,利益冲突企业",
       demo.labs(), [&](auto i) { return demo.LabRow(i); }},
      {"inspectors.csv", "执法证号,姓名,单位,行政区划,每次任务上限,回避企业",
       demo.inspectors(), [&](auto i) { return demo.InspectorRow(i); }},
      {"earlier_checks.csv",
       "统一社会信用代码,产品名称,执行标准,商标,规格型号,抽查部门,抽查级别,"
       "抽样日期,检验结论,报告编号,检验机构",
       demo.enterprises(), [&](auto i) { return demo.CheckRows(i); }},
  };
  for (const DemoFile& file : files) {
    RETURN_IF_ERROR(WriteDemoFile(directory, file));
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::client
