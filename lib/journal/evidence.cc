#include "lib/journal/evidence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/json.h"
#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

// The names of the roles, in the order of EvidenceRole.
constexpr std::array<std::string_view, 8> kRoles = {
    "WITNESS_REGISTERED",
    "TASK_CREATED",
    "PREVIOUS_COMMITTED",
    "COMMITTED",
    "REVEALED",
    "BEACON",
    "RUN",
    "OPENED",
};
static_assert(static_cast<std::size_t>(EvidenceRole::kOpened) ==
              kRoles.size() - 1);

// Evidence of a draw with two witnesses in a journal of a million leaves has
// some 30 kilobytes; beyond 16 MB a text is an attack on the reader's memory.
// Four levels are in use.
constexpr JsonKind kEvidence = {kEvidenceFile, std::size_t{16} << 20, 16};
constexpr int kIndent = 1;  // as in draw.json

EvidenceRole ReadRole(FieldReader& entry) {
  const std::string name = entry.String("role");
  const auto* const found = std::find(kRoles.begin(), kRoles.end(), name);
  if (found == kRoles.end()) entry.Refuse(EvidenceRoleUnknown(name));
  return static_cast<EvidenceRole>(found - kRoles.begin());
}

EvidenceEntry ReadEntry(FieldReader& fields) {
  EvidenceEntry entry;
  entry.role = ReadRole(fields);
  entry.index = static_cast<std::uint64_t>(fields.Number("index", kAnyInteger));
  entry.leaf = fields.Parsed("leaf", Base64Decode);
  fields.EachString("proof", [&entry](const std::string& hex) {
    const absl::StatusOr<Digest> hash = DigestFromHex(hex);
    if (hash.ok()) entry.proof.push_back(*hash);
    return hash.ok();
  });
  fields.Finish();
  return entry;
}

nlohmann::ordered_json EntryJson(const EvidenceEntry& entry) {
  nlohmann::ordered_json proof = nlohmann::ordered_json::array();
  for (const Digest& hash : entry.proof) proof.push_back(hash.ToHex());
  nlohmann::ordered_json json;
  json["role"] = std::string(EvidenceRoleName(entry.role));
  json["index"] = entry.index;
  json["leaf"] = Base64Encode(entry.leaf);
  json["proof"] = std::move(proof);
  return json;
}

}  // namespace

std::string_view EvidenceRoleName(EvidenceRole role) {
  return kRoles[static_cast<std::size_t>(role)];
}

std::string WriteEvidence(const Evidence& evidence) {
  nlohmann::ordered_json entries = nlohmann::ordered_json::array();
  for (const EvidenceEntry& entry : evidence.entries) {
    entries.push_back(EntryJson(entry));
  }
  nlohmann::ordered_json json;
  json["format"] = kEvidenceFormat;
  json["journal_key"] = evidence.journal_key;
  json["checkpoint"] = evidence.checkpoint;
  json["entries"] = std::move(entries);
  // Bytes that are not UTF-8 become U+FFFD, and the text verifies no more.
  return json.dump(kIndent, ' ', /*ensure_ascii=*/false,
                   Json::error_handler_t::replace) +
         "\n";
}

absl::StatusOr<Evidence> ParseEvidence(std::string_view text) {
  ASSIGN_OR_RETURN(const Json json, ParseStrictJson(kEvidence, text));
  ReadLog log(kEvidence);
  FieldReader fields(json, "", log);
  const std::string format = fields.String("format");
  if (format != kEvidenceFormat) log.Refuse(EvidenceFormatUnknown(format));
  Evidence evidence;
  evidence.journal_key = fields.String("journal_key");
  evidence.checkpoint = fields.String("checkpoint");
  fields.EachObject("entries", [&](FieldReader& item) {
    const EvidenceEntry entry = ReadEntry(item);
    if (!evidence.entries.empty() &&
        entry.index <= evidence.entries.back().index) {
      log.Refuse(EvidenceOrderWrong(entry.index));
    }
    evidence.entries.push_back(entry);
  });
  fields.Finish();
  RETURN_IF_ERROR(log.status());
  return evidence;
}

}  // namespace spotcheck::journal
