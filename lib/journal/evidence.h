#ifndef SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_
#define SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_

// evidence.json, the file of a draw's bundle that shows the order of events in
// the journal: leaves, their inclusion proofs, one signed checkpoint. Format
// spotcheck-evidence/1, byte by byte in README.md.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/journal/merkle.h"

namespace spotcheck::journal {

inline constexpr char kEvidenceFile[] = "evidence.json";
inline constexpr char kEvidenceFormat[] = "spotcheck-evidence/1";

// What an entry stands for in the draw.
enum class EvidenceRole : std::uint8_t {
  kWitnessRegistered,
  kTaskCreated,
  kPreviousCommitted,  // the authority's preceding attempt, of whatever task
  kCommitted,
  kRevealed,
  kBeacon,
  kRun,
  kOpened,
};

// UPPER_SNAKE, as the file spells it.
std::string_view EvidenceRoleName(EvidenceRole role);

struct EvidenceEntry {
  EvidenceRole role = EvidenceRole::kCommitted;
  std::uint64_t index = 0;  // of the leaf in the journal, from 0
  std::string leaf;         // the stored bytes
  Proof proof;              // to the checkpoint's root
  friend bool operator==(const EvidenceEntry&, const EvidenceEntry&) = default;
};

struct Evidence {
  std::string journal_key;             // verifier key string
  std::string checkpoint;              // signed note
  std::vector<EvidenceEntry> entries;  // by index, strictly ascending
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// The canonical text. Journal key and checkpoint are UTF-8 texts.
std::string WriteEvidence(const Evidence& evidence);

// Accepts any layout of the same values and nothing else; what the values say
// is left to VerifyEvidence.
absl::StatusOr<Evidence> ParseEvidence(std::string_view text);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_
