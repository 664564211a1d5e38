#include "server/identity/certificates.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>
#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "nlohmann/json.hpp"
#include "server/identity/errors.h"
#include "server/identity/revocation_file.h"

namespace spotcheck::server {
namespace {

using Json = nlohmann::ordered_json;

std::string Line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string TextOf(const Json& json, const char* field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>()
                                                   : std::string();
}

absl::StatusOr<CertificateFacts> ParseIssued(const RecordLine& line) {
  const Json json = Json::parse(line.text, nullptr, false);
  if (!json.is_object()) return RecordMalformed(line.place);
  CertificateFacts facts;
  facts.serial = TextOf(json, "serial");
  facts.identity.name = TextOf(json, "name");
  const auto role = ParseRole(TextOf(json, "role"));
  const auto issued = ParseUtc(TextOf(json, "issued"));
  const auto expires = ParseUtc(TextOf(json, "expires"));
  if (!role.ok() || !issued.ok() || !expires.ok() || facts.serial.empty()) {
    return RecordMalformed(line.place);
  }
  facts.identity.role = *role;
  facts.issued = *issued;
  facts.expires = *expires;
  return facts;
}

// Reads the certificate in the profile file `name`. An error also where the
// certificate is no person's, as in ca.crt.
absl::StatusOr<CertificateFacts> FactsOfProfile(const DataDir& dir,
                                                const std::string& name) {
  ASSIGN_OR_RETURN(const std::string text,
                   ReadFile(dir.profiles() + "/" + name));
  return FactsOf(text);
}

absl::StatusOr<std::map<std::string, CertificateFacts>> IssuedBySerial(
    const DataDir& dir) {
  std::map<std::string, CertificateFacts> issued;
  ASSIGN_OR_RETURN(const auto lines, ReadRecord(dir.issued()));
  for (const RecordLine& line : lines) {
    ASSIGN_OR_RETURN(const CertificateFacts facts, ParseIssued(line));
    issued[facts.serial] = facts;
  }
  const auto files = FilesIn(dir.profiles(), ".crt");
  if (!files.ok()) return issued;
  for (const std::string& file : *files) {
    const auto facts = FactsOfProfile(dir, file);
    if (facts.ok()) issued.emplace(facts->serial, *facts);
  }
  return issued;
}

// Removes the profile's files if they hold the revoked certificate.
void RemoveProfile(const DataDir& dir, const Revocation& revocation) {
  if (revocation.name.empty()) return;
  const auto facts = FactsOfProfile(dir, revocation.name + ".crt");
  if (!facts.ok() || facts->serial != revocation.serial) return;
  const std::string base = dir.profiles() + "/" + revocation.name;
  for (const char* extension : {".json", ".crt", ".key"}) {
    ::unlink((base + extension).c_str());
  }
}

bool IsSerial(const std::string& text) {
  return text.size() == kSerialDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Answers the certificates that the request names and that are not revoked yet.
absl::StatusOr<std::vector<Revocation>> ToRevoke(const DataDir& dir,
                                                 const RevokeRequest& request,
                                                 absl::Time now) {
  ASSIGN_OR_RETURN(const auto known, KnownCertificates(dir));
  std::vector<Revocation> found;
  bool is_known = false;
  for (const KnownCertificate& one : known) {
    const std::string& name = one.facts.identity.name;
    if (name != request.whom && one.facts.serial != request.whom) continue;
    is_known = true;
    if (!one.revoked.empty()) continue;
    found.push_back({one.facts.serial, name, request.reason, request.by, now});
  }
  // A certificate whose record was lost can still be revoked by its serial.
  if (!is_known && IsSerial(request.whom)) {
    found.push_back({request.whom, "", request.reason, request.by, now});
  }
  if (found.empty()) return NoSuchCertificate(request.whom);
  return found;
}

}  // namespace

absl::Status RecordIssued(const DataDir& dir, const CertificateFacts& issued) {
  return AppendToFile(
      {dir.issued(),
       Line({{"serial", issued.serial},
             {"name", issued.identity.name},
             {"role", std::string(RoleName(issued.identity.role))},
             {"issued", FormatUtcSeconds(issued.issued)},
             {"expires", FormatUtcSeconds(issued.expires)}}),
       Access::kPublic});
}

absl::StatusOr<std::vector<KnownCertificate>> KnownCertificates(
    const DataDir& dir) {
  RETURN_IF_ERROR(CheckDataDir(dir));
  ASSIGN_OR_RETURN(const auto issued, IssuedBySerial(dir));
  ASSIGN_OR_RETURN(const auto revoked, ReadRevocations(dir));
  std::vector<KnownCertificate> known;
  for (const auto& [serial, facts] : issued) {
    known.push_back({facts, {}});
    const auto found = revoked.find(serial);
    if (found != revoked.end()) known.back().revoked = {found->second};
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const KnownCertificate& a, const KnownCertificate& b) {
                     return std::tie(a.facts.identity.name, a.facts.issued) <
                            std::tie(b.facts.identity.name, b.facts.issued);
                   });
  return known;
}

absl::StatusOr<std::vector<Revocation>> RevokeCertificates(
    const DataDir& dir, const RevokeRequest& request, absl::Time now) {
  if (request.reason.empty()) return RevocationReasonMissing();
  ASSIGN_OR_RETURN(const auto found, ToRevoke(dir, request, now));
  for (const Revocation& one : found) {
    RETURN_IF_ERROR(AppendToFile({dir.revoked(),
                                  Line({{"serial", one.serial},
                                        {"name", one.name},
                                        {"reason", one.reason},
                                        {"by", one.by},
                                        {"at", FormatUtcSeconds(one.at)}}),
                                  Access::kPublic}));
  }
  for (const Revocation& one : found) RemoveProfile(dir, one);
  return found;
}

}  // namespace spotcheck::server
