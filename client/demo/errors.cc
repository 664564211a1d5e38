#include "client/demo/errors.h"

#include "client/demo/data.h"
#include "lib/base/error_table.h"

namespace spotcheck::client {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"DEMO_SIZE_OUT_OF_RANGE", kInvalidArgument,
     "演示企业数量 {value} 不在 1 至 {limit} 之间",
     "the number of demonstration enterprises {value} is not in 1 to {limit}"},
    {"DEMO_WRITE_FAILED", kFailedPrecondition,
     "无法写入 {path}：请检查权限和磁盘空间",
     "cannot write {path}: check the permissions and the disk space"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> DemoErrorRows() { return kErrors; }

absl::Status DemoSizeOutOfRangeError(std::int64_t enterprises) {
  return MakeError(Row("DEMO_SIZE_OUT_OF_RANGE"),
                   {{"field", "enterprises"},
                    {"value", enterprises},
                    {"limit", kMaxDemoEnterprises}});
}
absl::Status DemoWriteFailedError(const std::string& path) {
  return MakeError(Row("DEMO_WRITE_FAILED"), {{"path", path}});
}

}  // namespace spotcheck::client
