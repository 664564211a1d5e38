#include "client/xlsx/errors.h"

#include "lib/base/error_table.h"

namespace spotcheck::client {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"WORKBOOK_BROKEN", kInvalidArgument,
     "无法读取工作簿 {file}：{why}；请在表格软件中打开并另存为 xlsx 或 CSV",
     "the workbook {file} cannot be read: {why}; open it in a spreadsheet and "
     "save it as xlsx or CSV"},
    {"WORKBOOK_TOO_LARGE", kInvalidArgument,
     "工作簿 {file} 中的 {part} 解开后超过 {limit} "
     "字节；请分成几个文件，或另存为 "
     "CSV",
     "the part {part} of the workbook {file} unpacks to more than {limit} "
     "bytes; divide the file, or save it as CSV"},
    {"WORKBOOK_NOT_WRITABLE", kFailedPrecondition, "无法写出工作簿：{why}",
     "the workbook cannot be written: {why}"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> XlsxErrorRows() { return kErrors; }

absl::Status WorkbookBrokenError(const std::string& file,
                                 const Localized& why) {
  return MakeError(Row("WORKBOOK_BROKEN"),
                   {{"file", ErrorValue::Whole(file)}, {"why", why}});
}
absl::Status WorkbookTooLargeError(const WorkbookPart& part,
                                   std::int64_t limit) {
  return MakeError(Row("WORKBOOK_TOO_LARGE"),
                   {{"file", ErrorValue::Whole(part.file)},
                    {"part", part.part},
                    {"limit", limit}});
}
absl::Status WorkbookNotWritableError(const std::string& why) {
  return MakeError(Row("WORKBOOK_NOT_WRITABLE"),
                   {{"why", Localized{why, why}}});
}

}  // namespace spotcheck::client
