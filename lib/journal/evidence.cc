#include "lib/journal/evidence.h"

#include <array>
#include <utility>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"
#include "lib/journal/strict_json.h"

namespace spotcheck::journal {
namespace {

constexpr std::array kRoles = {
    EvidenceRole::kWitnessRegistered,
    EvidenceRole::kTaskCreated,
    EvidenceRole::kPreviousCommitted,
    EvidenceRole::kCommitted,
    EvidenceRole::kRevealed,
    EvidenceRole::kBeacon,
    EvidenceRole::kRun,
    EvidenceRole::kOpened,
};

constexpr int kIndent = 1;  // as in draw.json

absl::StatusOr<EvidenceRole> ParseRole(std::string_view name) {
  for (const EvidenceRole role : kRoles) {
    if (EvidenceRoleName(role) == name) return role;
  }
  return EvidenceRoleUnknown(name);
}

absl::StatusOr<Proof> ReadProof(const Json& entry) {
  ASSIGN_OR_RETURN(const Json* array, ArrayMember(entry, "proof"));
  Proof proof;
  for (const Json& item : *array) {
    const std::string* hex = item.get_ptr<const Json::string_t*>();
    const absl::StatusOr<Digest> hash = DigestFromHex(hex ? *hex : "");
    if (!hash.ok()) {
      return JsonMemberMalformed(
          "proof", {"64 位小写十六进制的数组",
                    "an array of texts of 64 lower-case hex digits"});
    }
    proof.push_back(*hash);
  }
  return proof;
}

absl::StatusOr<EvidenceEntry> ReadEntry(const Json& json) {
  RETURN_IF_ERROR(RequireMembers(json, {"role", "index", "leaf", "proof"}));
  EvidenceEntry entry;
  ASSIGN_OR_RETURN(std::string role, TextMember(json, "role"));
  ASSIGN_OR_RETURN(entry.role, ParseRole(role));
  ASSIGN_OR_RETURN(entry.index, IntegerMember(json, "index"));
  ASSIGN_OR_RETURN(entry.leaf, Base64Member(json, "leaf"));
  ASSIGN_OR_RETURN(entry.proof, ReadProof(json));
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
  switch (role) {
    case EvidenceRole::kWitnessRegistered:
      return "WITNESS_REGISTERED";
    case EvidenceRole::kTaskCreated:
      return "TASK_CREATED";
    case EvidenceRole::kPreviousCommitted:
      return "PREVIOUS_COMMITTED";
    case EvidenceRole::kCommitted:
      return "COMMITTED";
    case EvidenceRole::kRevealed:
      return "REVEALED";
    case EvidenceRole::kBeacon:
      return "BEACON";
    case EvidenceRole::kRun:
      return "RUN";
    case EvidenceRole::kOpened:
      return "OPENED";
  }
  return "UNKNOWN";
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
  // Bytes that are not UTF-8 become U+FFFD instead of an exception; no such
  // text verifies.
  return json.dump(kIndent, ' ', /*ensure_ascii=*/false,
                   Json::error_handler_t::replace) +
         "\n";
}

absl::StatusOr<Evidence> ParseEvidence(std::string_view text) {
  ASSIGN_OR_RETURN(const Json json, ParseJsonObject(text));
  RETURN_IF_ERROR(
      RequireMembers(json, {"format", "journal_key", "checkpoint", "entries"}));
  ASSIGN_OR_RETURN(std::string format, TextMember(json, "format"));
  if (format != kEvidenceFormat) return EvidenceFormatUnknown(format);
  Evidence evidence;
  ASSIGN_OR_RETURN(evidence.journal_key, TextMember(json, "journal_key"));
  ASSIGN_OR_RETURN(evidence.checkpoint, TextMember(json, "checkpoint"));
  ASSIGN_OR_RETURN(const Json* entries, ArrayMember(json, "entries"));
  for (const Json& item : *entries) {
    ASSIGN_OR_RETURN(EvidenceEntry entry, ReadEntry(item));
    if (!evidence.entries.empty() &&
        entry.index <= evidence.entries.back().index) {
      return EvidenceOrderWrong(entry.index);
    }
    evidence.entries.push_back(std::move(entry));
  }
  return evidence;
}

}  // namespace spotcheck::journal
