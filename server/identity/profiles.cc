#include "server/identity/profiles.h"

#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "nlohmann/json.hpp"
#include "server/identity/certificates.h"
#include "server/identity/errors.h"

namespace spotcheck::server {
namespace {

std::string ProfileText(const NewProfile& profile) {
  nlohmann::ordered_json json;
  json["name"] = profile.identity.name;
  json["role"] = std::string(RoleName(profile.identity.role));
  json["endpoint"] = profile.endpoint;
  json["ca"] = "ca.crt";
  json["certificate"] = profile.identity.name + ".crt";
  json["key"] = profile.identity.name + ".key";
  return json.dump(2) + "\n";
}

absl::StatusOr<CertificateAuthority> LoadAuthority(const DataDir& dir) {
  RETURN_IF_ERROR(CheckDataDir(dir));
  KeyPair own;
  ASSIGN_OR_RETURN(own.certificate, ReadFile(dir.ca_certificate()));
  ASSIGN_OR_RETURN(own.key, ReadFile(dir.ca_key()));
  return CertificateAuthority::Load(own);
}

bool IsReserved(const std::string& name) {
  // A person named "ca" would overwrite ca.crt of the authority.
  return name == kSystemActor || name == "system" || name == "ca";
}

}  // namespace

absl::Status ValidateAddress(const std::string& address) {
  constexpr int kMaxPort = 65535;
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos || colon == 0) return InvalidAddress(address);
  const std::string port = address.substr(colon + 1);
  if (port.empty() || port.size() > 5 ||
      port.find_first_not_of("0123456789") != std::string::npos ||
      std::stoi(port) > kMaxPort) {
    return InvalidAddress(address);
  }
  return absl::OkStatus();
}

absl::Status IssueProfile(const DataDir& dir, const NewProfile& profile,
                          absl::Time now) {
  const std::string& name = profile.identity.name;
  RETURN_IF_ERROR(ValidatePersonName(name));
  if (IsReserved(name)) return ReservedPersonName(name);
  RETURN_IF_ERROR(ValidateAddress(profile.endpoint));
  ASSIGN_OR_RETURN(const CertificateAuthority authority, LoadAuthority(dir));
  ASSIGN_OR_RETURN(const KeyPair pair,
                   authority.IssuePerson(profile.identity, now, profile.days));
  RETURN_IF_ERROR(MakeFolder(dir.profiles()));
  const std::string base = dir.profiles() + "/" + name;
  // Making the key file reserves the name: of two calls at the same time, one
  // fails here.
  const absl::Status taken =
      CreateFile({base + ".key", pair.key, Access::kPrivate});
  if (absl::IsAlreadyExists(taken)) return PersonExists(name);
  RETURN_IF_ERROR(taken);
  ASSIGN_OR_RETURN(const CertificateFacts facts, FactsOf(pair.certificate));
  RETURN_IF_ERROR(RecordIssued(dir, facts));
  RETURN_IF_ERROR(ReplaceFile({dir.profiles() + "/ca.crt",
                               authority.own().certificate, Access::kPublic}));
  RETURN_IF_ERROR(
      CreateFile({base + ".crt", pair.certificate, Access::kPublic}));
  return CreateFile({base + ".json", ProfileText(profile), Access::kPublic});
}

}  // namespace spotcheck::server
