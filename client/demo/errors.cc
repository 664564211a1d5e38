#include "client/demo/errors.h"

#include "absl/strings/str_cat.h"
#include "client/demo/data.h"
#include "lib/base/error.h"

namespace spotcheck::client {

absl::Status DemoSizeOutOfRangeError(std::int64_t enterprises) {
  return MakeError(
      absl::StatusCode::kInvalidArgument, "DEMO_SIZE_OUT_OF_RANGE",
      {absl::StrCat("演示企业数量 ", enterprises, " 不在 1 至 ",
                    kMaxDemoEnterprises, " 之间"),
       absl::StrCat("the number of demonstration enterprises ", enterprises,
                    " is not in 1 to ", kMaxDemoEnterprises)},
      {{"field", "enterprises"},
       {"value", absl::StrCat(enterprises)},
       {"limit", absl::StrCat(kMaxDemoEnterprises)}});
}

absl::Status DemoWriteFailedError(const std::string& path) {
  const std::string quoted = Quotable(path);
  return MakeError(absl::StatusCode::kFailedPrecondition, "DEMO_WRITE_FAILED",
                   {absl::StrCat("无法写入 ", quoted, "：请检查权限和磁盘空间"),
                    absl::StrCat("cannot write ", quoted,
                                 ": check the permissions and the disk space")},
                   {{"path", path}});
}

}  // namespace spotcheck::client
