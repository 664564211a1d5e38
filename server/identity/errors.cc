#include "server/identity/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"

namespace spotcheck::server {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Errors that refuse a call.
    {"NO_IDENTITY", kUnauthenticated, "客户端证书中没有人员姓名和角色",
     "the client certificate names no person and role"},
    {"CERTIFICATE_REVOKED", kUnauthenticated,
     "证书 {serial} 已于 {revoked} 吊销，请向管理员申领新证书",
     "the certificate {serial} was revoked on {revoked}; ask the administrator "
     "for a new one"},
    {"REVOCATIONS_NOT_READABLE", kUnavailable,
     "证书吊销记录 {file} 无法读取，暂不受理任何调用",
     "the record of revoked certificates {file} cannot be read; no call is "
     "taken until it can"},
    {"ROLE_NOT_ALLOWED", kPermissionDenied,
     "角色 {role} 无权调用 {rpc}；有权的角色：{allowed}",
     "the role {role} may not call {rpc}; {allowed} may"},

    // Errors of certificates and persons.
    {"CERTIFICATE_FILE_MALFORMED", kDataLoss,
     "{file} 不是有效的 PEM 证书或密钥",
     "{file} is no certificate or key in PEM"},
    {"INVALID_PERSON_NAME", kInvalidArgument,
     "姓名 {value} 须为 1–64 个字母、数字或 . _ -，且不以点开头",
     "the name {value} must be 1 to 64 of A–Z a–z 0–9 . _ - and not begin with "
     "a dot"},
    {"RESERVED_PERSON_NAME", kInvalidArgument,
     "姓名 {value} 是系统自身在日志中的名称",
     "the name {value} is the system's own in the journal"},
    {"PERSON_EXISTS", kAlreadyExists, "已有名为 {value} 的人员证书",
     "a certificate for {value} exists"},
    {"UNKNOWN_ROLE", kInvalidArgument,
     "没有角色 {value}；可选：admin, operator, approver, witness, agency, "
     "auditor",
     "there is no role {value}; there are admin, operator, approver, witness, "
     "agency, auditor"},
    {"INVALID_HOST", kInvalidArgument, "{value} 不是主机名或 IP 地址",
     "{value} is no host name and no IP address"},
    {"INVALID_ADDRESS", kInvalidArgument,
     "地址 {address} 不是“主机:端口”的形式",
     "the address {address} is not HOST:PORT"},
    {"INVALID_VALIDITY", kInvalidArgument,
     "证书有效期为 1–{limit} 天，不能是 {value} 天",
     "a certificate is valid for 1 to {limit} days, not {value}"},
    {"NO_SUCH_CERTIFICATE", kNotFound,
     "没有名为或序列号为 {value} 且尚未吊销的证书；见 spotcheckd cert list",
     "no certificate of the name or serial {value} is left to revoke; see "
     "spotcheckd cert list"},
    {"REVOCATION_REASON_MISSING", kInvalidArgument, "吊销须有理由",
     "a revocation needs a reason"},
    {"RECORD_MALFORMED", kDataLoss, "{place} 不是证书记录的一行",
     "{place} is no line of the record of certificates"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> IdentityErrorRows() { return kErrors; }

absl::Status NoIdentity() { return MakeError(Row("NO_IDENTITY")); }
absl::Status CertificateRevoked(const std::string& serial, absl::Time at) {
  return MakeError(Row("CERTIFICATE_REVOKED"),
                   {{"serial", serial}, {"revoked", CivilDate::Of(at)}});
}
absl::Status RevocationsNotReadable(const std::string& path) {
  return MakeError(Row("REVOCATIONS_NOT_READABLE"),
                   {{"file", ErrorValue::Whole(path)}});
}
absl::Status RoleNotAllowed(std::string_view rpc, Role role, RoleSet allowed) {
  return MakeError(Row("ROLE_NOT_ALLOWED"),
                   {{"rpc", rpc},
                    {"role", RoleName(role)},
                    {"allowed", allowed.empty() ? "-" : allowed.ToString()}});
}

absl::Status CertificateFileMalformed(const std::string& path) {
  return MakeError(Row("CERTIFICATE_FILE_MALFORMED"),
                   {{"file", ErrorValue::Whole(path)}});
}
absl::Status InvalidPersonName(const std::string& name) {
  return MakeError(Row("INVALID_PERSON_NAME"),
                   {{"field", "name"}, {"value", name}});
}
absl::Status ReservedPersonName(const std::string& name) {
  return MakeError(Row("RESERVED_PERSON_NAME"),
                   {{"field", "name"}, {"value", name}});
}
absl::Status PersonExists(const std::string& name) {
  return MakeError(Row("PERSON_EXISTS"), {{"field", "name"}, {"value", name}});
}
absl::Status UnknownRole(const std::string& role) {
  return MakeError(Row("UNKNOWN_ROLE"), {{"field", "role"}, {"value", role}});
}
absl::Status InvalidHost(const std::string& host) {
  return MakeError(Row("INVALID_HOST"), {{"field", "host"}, {"value", host}});
}
absl::Status InvalidAddress(const std::string& address) {
  return MakeError(Row("INVALID_ADDRESS"), {{"address", address}});
}
absl::Status InvalidValidity(std::int64_t days, std::int64_t limit) {
  return MakeError(Row("INVALID_VALIDITY"),
                   {{"field", "days"}, {"value", days}, {"limit", limit}});
}
absl::Status NoSuchCertificate(const std::string& whom) {
  return MakeError(Row("NO_SUCH_CERTIFICATE"), {{"value", whom}});
}
absl::Status RevocationReasonMissing() {
  return MakeError(Row("REVOCATION_REASON_MISSING"), {{"field", "reason"}});
}
absl::Status RecordMalformed(const RulePlace& place) {
  return MakeError(Row("RECORD_MALFORMED"),
                   {{"place", ErrorValue::SentenceOnly(ErrorValue::Whole(
                                  absl::StrCat(place.file, ":", place.line)))},
                    {"file", place.file},
                    {"line", place.line}});
}

}  // namespace spotcheck::server
