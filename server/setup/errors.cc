#include "server/setup/errors.h"

#include <cerrno>
#include <system_error>

#include "lib/base/error_table.h"

namespace spotcheck::server {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"DATA_FOLDER_IN_USE", kAlreadyExists,
     "数据目录 {folder} 已存在且非空；请换一个目录，或先移走它",
     "the data folder {folder} exists and is not empty; name another one, or "
     "move it away"},
    {"NO_DATA_FOLDER", kNotFound,
     "{folder} 不是数据目录；请先运行 spotcheckd init --data {folder}",
     "{folder} is no data folder; run spotcheckd init --data {folder} first"},
    {"ALREADY_SERVING", kFailedPrecondition,
     "已有一个 spotcheckd 正在使用数据目录 {folder}",
     "another spotcheckd is serving the data folder {folder}"},
    {"ADDRESS_TAKEN", kUnavailable,
     "无法在 {address} 上监听：端口已被占用或地址不可用",
     "cannot listen on {address}: the port is taken, or the address is not "
     "this machine's"},
    {"KEY_FILE_MALFORMED", kDataLoss, "{file} 应为一行 64 位小写十六进制数字",
     "{file} must be one line of 64 lower-case hex digits"},
    {"INVALID_ORIGIN", kInvalidArgument,
     "日志名称 {value} 须为 1–100 个字母、数字或 . _ / -，以字母或数字开头，如 "
     "spotcheck.example.gov.cn/64",
     "the journal's name {value} must be 1 to 100 of A–Z a–z 0–9 . _ / - with "
     "a letter or digit first, e.g. spotcheck.example.gov.cn/64"},
    {"JOURNAL_KEY_CHANGED", kFailedPrecondition,
     "{file} "
     "与日志自身的名称和密钥不符；日志名称和密钥建立后不可更改，请恢复原文件",
     "{file} is not the journal's own name and key, which never change; put "
     "the file back as it was"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> SetupErrorRows() { return kErrors; }

absl::Status DataFolderInUse(const std::string& path) {
  return MakeError(Row("DATA_FOLDER_IN_USE"),
                   {{"folder", ErrorValue::Whole(path)}});
}
absl::Status NoDataFolder(const std::string& path) {
  return MakeError(Row("NO_DATA_FOLDER"),
                   {{"folder", ErrorValue::Whole(path)}});
}
absl::Status AlreadyServing(const std::string& path) {
  return MakeError(Row("ALREADY_SERVING"),
                   {{"folder", ErrorValue::Whole(path)}});
}
absl::Status AddressTaken(const std::string& address) {
  return MakeError(Row("ADDRESS_TAKEN"),
                   {{"address", ErrorValue::Whole(address)}});
}
absl::Status KeyFileMalformed(const std::string& path) {
  return MakeError(Row("KEY_FILE_MALFORMED"),
                   {{"file", ErrorValue::Whole(path)}});
}
absl::Status InvalidOrigin(const std::string& origin) {
  return MakeError(Row("INVALID_ORIGIN"),
                   {{"field", "origin"}, {"value", origin}});
}
absl::Status JournalKeyChanged(const std::string& path) {
  return MakeError(Row("JOURNAL_KEY_CHANGED"),
                   {{"file", ErrorValue::Whole(path)}});
}

}  // namespace spotcheck::server
