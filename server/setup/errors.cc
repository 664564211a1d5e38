#include "server/setup/errors.h"

#include <cerrno>
#include <system_error>

namespace spotcheck::server {
namespace {

using absl::StatusCode;

StatusCode CodeOfErrno(int error) {
  if (error == ENOENT || error == ENOTDIR) return StatusCode::kNotFound;
  if (error == EACCES || error == EPERM || error == EROFS) {
    return StatusCode::kPermissionDenied;
  }
  return StatusCode::kFailedPrecondition;
}

std::string ErrnoText(int error) {
  return std::generic_category().message(error);
}

std::string Place(const RulePlace& place) {
  if (place.line == 0) return place.file;
  return place.file + ":" + std::to_string(place.line);
}

ErrorMetadata PlaceFacts(const RulePlace& place) {
  return {{"file", place.file}, {"line", std::to_string(place.line)}};
}

}  // namespace

absl::Status FileNotReadable(const FileFault& fault) {
  const std::string why = ErrnoText(fault.error);
  return MakeError(CodeOfErrno(fault.error), "FILE_NOT_READABLE",
                   {"无法读取 " + fault.path + "：" + why,
                    "cannot read " + fault.path + ": " + why},
                   {{"file", fault.path}});
}

absl::Status FileNotWritable(const FileFault& fault) {
  const std::string why = ErrnoText(fault.error);
  return MakeError(CodeOfErrno(fault.error), "FILE_NOT_WRITABLE",
                   {"无法写入 " + fault.path + "：" + why,
                    "cannot write " + fault.path + ": " + why},
                   {{"file", fault.path}});
}

absl::Status FileExists(const std::string& path) {
  return MakeError(
      StatusCode::kAlreadyExists, "FILE_EXISTS",
      {path + " 已存在，不予覆盖", path + " exists and is not overwritten"},
      {{"file", path}});
}

absl::Status FileTooLarge(const std::string& path, std::int64_t limit) {
  const std::string most = std::to_string(limit);
  return MakeError(StatusCode::kInvalidArgument, "FILE_TOO_LARGE",
                   {path + " 超过 " + most + " 字节",
                    path + " is larger than " + most + " bytes"},
                   {{"file", path}, {"limit", most}});
}

absl::Status DataFolderInUse(const std::string& path) {
  return MakeError(
      StatusCode::kAlreadyExists, "DATA_FOLDER_IN_USE",
      {"数据目录 " + path + " 已存在且非空；请换一个目录，或先移走它",
       "the data folder " + path +
           " exists and is not empty; name another one, or move it away"},
      {{"folder", path}});
}

absl::Status NoDataFolder(const std::string& path) {
  return MakeError(
      StatusCode::kNotFound, "NO_DATA_FOLDER",
      {path + " 不是数据目录；请先运行 spotcheckd init --data " + path,
       path + " is no data folder; run spotcheckd init --data " + path +
           " first"},
      {{"folder", path}});
}

absl::Status AlreadyServing(const std::string& path) {
  return MakeError(StatusCode::kFailedPrecondition, "ALREADY_SERVING",
                   {"已有一个 spotcheckd 正在使用数据目录 " + path,
                    "another spotcheckd is serving the data folder " + path},
                   {{"folder", path}});
}

absl::Status AddressTaken(const std::string& address) {
  return MakeError(
      StatusCode::kUnavailable, "ADDRESS_TAKEN",
      {"无法在 " + address + " 上监听：端口已被占用或地址不可用",
       "cannot listen on " + address +
           ": the port is taken, or the address is not this machine's"},
      {{"address", address}});
}

absl::Status InvalidAddress(const std::string& address) {
  return MakeError(StatusCode::kInvalidArgument, "INVALID_ADDRESS",
                   {"地址 " + Quotable(address) + " 不是“主机:端口”的形式",
                    "the address " + Quotable(address) + " is not HOST:PORT"},
                   {{"address", address}});
}

absl::Status MetricsNotLoopback(const std::string& address) {
  return MakeError(
      StatusCode::kInvalidArgument, "METRICS_NOT_LOOPBACK",
      {"指标不加密，只能在本机回环地址上提供，不能是 " + Quotable(address),
       "metrics are not encrypted and are served on a loopback address only, "
       "not on " +
           Quotable(address)},
      {{"address", address}});
}

absl::Status KeyFileMalformed(const std::string& path) {
  return MakeError(StatusCode::kDataLoss, "KEY_FILE_MALFORMED",
                   {path + " 应为一行 64 位小写十六进制数字",
                    path + " must be one line of 64 lower-case hex digits"},
                   {{"file", path}});
}

absl::Status CertificateFileMalformed(const std::string& path) {
  return MakeError(StatusCode::kDataLoss, "CERTIFICATE_FILE_MALFORMED",
                   {path + " 不是有效的 PEM 证书或密钥",
                    path + " is no certificate or key in PEM"},
                   {{"file", path}});
}

absl::Status InvalidPersonName(const std::string& name) {
  return MakeError(StatusCode::kInvalidArgument, "INVALID_PERSON_NAME",
                   {"姓名 " + Quotable(name) +
                        " 须为 1–64 个字母、数字或 . _ -，且不以点开头",
                    "the name " + Quotable(name) +
                        " must be 1 to 64 of A–Z a–z 0–9 . _ - and not begin "
                        "with a dot"},
                   {{"field", "name"}, {"value", name}});
}

absl::Status ReservedPersonName(const std::string& name) {
  return MakeError(
      StatusCode::kInvalidArgument, "RESERVED_PERSON_NAME",
      {"姓名 " + Quotable(name) + " 是系统自身在日志中的名称",
       "the name " + Quotable(name) + " is the system's own in the journal"},
      {{"field", "name"}, {"value", name}});
}

absl::Status PersonExists(const std::string& name) {
  return MakeError(StatusCode::kAlreadyExists, "PERSON_EXISTS",
                   {"已有名为 " + name + " 的人员证书",
                    "a certificate for " + name + " exists"},
                   {{"field", "name"}, {"value", name}});
}

absl::Status UnknownRole(const std::string& role) {
  constexpr char kAll[] = "admin, operator, approver, witness, agency, auditor";
  return MakeError(
      StatusCode::kInvalidArgument, "UNKNOWN_ROLE",
      {"没有角色 " + Quotable(role) + "；可选：" + kAll,
       "there is no role " + Quotable(role) + "; there are " + kAll},
      {{"field", "role"}, {"value", role}});
}

absl::Status InvalidHost(const std::string& host) {
  return MakeError(StatusCode::kInvalidArgument, "INVALID_HOST",
                   {Quotable(host) + " 不是主机名或 IP 地址",
                    Quotable(host) + " is no host name and no IP address"},
                   {{"field", "host"}, {"value", host}});
}

absl::Status InvalidValidity(std::int64_t days, std::int64_t limit) {
  const std::string value = std::to_string(days);
  const std::string most = std::to_string(limit);
  return MakeError(
      StatusCode::kInvalidArgument, "INVALID_VALIDITY",
      {"证书有效期为 1–" + most + " 天，不能是 " + value + " 天",
       "a certificate is valid for 1 to " + most + " days, not " + value},
      {{"field", "days"}, {"value", value}, {"limit", most}});
}

absl::Status NoRuleFiles(const std::string& folder) {
  return MakeError(StatusCode::kNotFound, "NO_RULE_FILES",
                   {"规则目录 " + folder + " 中没有 *.txtpb 文件",
                    "the rules' folder " + folder + " holds no *.txtpb file"},
                   {{"folder", folder}});
}

absl::Status RuleFileSyntax(const RulePlace& place, const std::string& fault) {
  return MakeError(StatusCode::kInvalidArgument, "RULE_FILE_SYNTAX",
                   {"规则文件 " + Place(place) + "：" + Quotable(fault),
                    "rule file " + Place(place) + ": " + Quotable(fault)},
                   PlaceFacts(place));
}

absl::Status RuleFieldInvalid(const RulePlace& place,
                              const std::string& field) {
  ErrorMetadata facts = PlaceFacts(place);
  facts["field"] = field;
  return MakeError(
      StatusCode::kInvalidArgument, "RULE_FIELD_INVALID",
      {"规则文件 " + Place(place) + "：字段 " + field + " 缺失或取值不当",
       "rule file " + Place(place) + ": the field " + field +
           " is missing or has a value that cannot stand"},
      std::move(facts));
}

absl::Status RuleNumberOutOfRange(const RulePlace& place,
                                  const RuleNumber& number) {
  const std::string value = std::to_string(number.value);
  const std::string least = std::to_string(number.least);
  const std::string most = std::to_string(number.most);
  ErrorMetadata facts = PlaceFacts(place);
  facts["field"] = number.field;
  facts["value"] = value;
  facts["limit"] = most;
  return MakeError(
      StatusCode::kInvalidArgument, "RULE_NUMBER_OUT_OF_RANGE",
      {"规则文件 " + Place(place) + "：字段 " + number.field + " 为 " + value +
           "，应在 " + least + " 至 " + most + " 之间",
       "rule file " + Place(place) + ": the field " + number.field + " is " +
           value + "; it must lie in " + least + "…" + most},
      std::move(facts));
}

absl::Status RulePartMissing(std::string_view part) {
  const std::string name(part);
  return MakeError(
      StatusCode::kInvalidArgument, "RULE_PART_MISSING",
      {"全部规则文件中缺少 " + name, "no rule file has the part " + name},
      {{"field", name}});
}

absl::Status RulePartRepeated(const RulePlace& place, std::string_view part) {
  ErrorMetadata facts = PlaceFacts(place);
  facts["field"] = std::string(part);
  return MakeError(StatusCode::kInvalidArgument, "RULE_PART_REPEATED",
                   {"规则文件 " + Place(place) + "：" + std::string(part) +
                        " 在全部文件中只能出现一次",
                    "rule file " + Place(place) + ": " + std::string(part) +
                        " must stand once in all files together"},
                   std::move(facts));
}

absl::Status RecordMalformed(const RulePlace& place) {
  const std::string at = place.file + ":" + std::to_string(place.line);
  return MakeError(
      StatusCode::kDataLoss, "RECORD_MALFORMED",
      {at + " 不是证书记录的一行",
       at + " is no line of the record of certificates"},
      {{"file", place.file}, {"line", std::to_string(place.line)}});
}

absl::Status NoSuchCertificate(const std::string& whom) {
  return MakeError(StatusCode::kNotFound, "NO_SUCH_CERTIFICATE",
                   {"没有名为或序列号为 " + Quotable(whom) +
                        " 且尚未吊销的证书；见 spotcheckd cert list",
                    "no certificate of the name or serial " + Quotable(whom) +
                        " is left to revoke; see spotcheckd cert list"},
                   {{"value", whom}});
}

absl::Status RevocationReasonMissing() {
  return MakeError(StatusCode::kInvalidArgument, "REVOCATION_REASON_MISSING",
                   {"吊销须有理由", "a revocation needs a reason"},
                   {{"field", "reason"}});
}

absl::Status InvalidOrigin(const std::string& origin) {
  return MakeError(
      StatusCode::kInvalidArgument, "INVALID_ORIGIN",
      {"日志名称 " + Quotable(origin) +
           " 须为 1–100 个字母、数字或 . _ / -，以字母或数字开头，如 "
           "spotcheck.example.gov.cn/64",
       "the journal's name " + Quotable(origin) +
           " must be 1 to 100 of A–Z a–z 0–9 . _ / - with a letter or digit "
           "first, e.g. spotcheck.example.gov.cn/64"},
      {{"field", "origin"}, {"value", origin}});
}

absl::Status JournalKeyChanged(const std::string& path) {
  return MakeError(
      StatusCode::kFailedPrecondition, "JOURNAL_KEY_CHANGED",
      {path + " 与日志自身的名称和密钥不符；日志名称和密钥建立后不可更改，"
              "请恢复原文件",
       path + " is not the journal's own name and key, which never change; "
              "put the file back as it was"},
      {{"file", path}});
}

}  // namespace spotcheck::server
