#include "lib/cli/errors.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "lib/base/error.h"
#include "lib/base/error_table.h"

namespace spotcheck {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"OUTPUT_NOT_WRITABLE", kResourceExhausted,
     "标准输出无法写入，输出不完整：{cause}",
     "standard output cannot be written, what was written is not whole: "
     "{cause}"},
    {"OUTPUT_CLOSED", kCancelled, "标准输出已被读取方关闭，输出不完整",
     "the reader of standard output closed it, what was written is not whole"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

Localized CauseOf(int fault) {
  const std::string system = fault == 0
                                 ? std::string("write error")
                                 : std::generic_category().message(fault);
  switch (fault) {
    case ENOSPC:
    case EDQUOT:
      return {"磁盘已满（" + system + "）",
              "the disk is full (" + system + ")"};
    case EFBIG:
      return {"超过文件大小上限（" + system + "）",
              "the file would be too large (" + system + ")"};
    default:
      return {system, system};
  }
}

}  // namespace

std::span<const ErrorRow> CliErrorRows() { return kErrors; }

absl::Status OutputNotWritableError(int fault) {
  return MakeError(Row("OUTPUT_NOT_WRITABLE"), {{"cause", CauseOf(fault)}});
}
absl::Status OutputClosedError() { return MakeError(Row("OUTPUT_CLOSED")); }

bool IsOutputClosed(const absl::Status& status) {
  return ErrorReason(status) == Row("OUTPUT_CLOSED").reason();
}

}  // namespace spotcheck
