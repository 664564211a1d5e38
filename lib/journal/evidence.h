#ifndef SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_
#define SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_

// evidence.json is the file of a draw's bundle that shows the order of events
// in the journal: leaves, their inclusion proofs, and one signed checkpoint.
// README.md gives the format spotcheck-evidence/1 byte by byte.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/journal/merkle.h"

namespace spotcheck::journal {

inline constexpr char kEvidenceFile[] = "evidence.json";
inline constexpr char kEvidenceFormat[] = "spotcheck-evidence/1";

// Names the event that an entry proves.
enum class EvidenceRole : std::uint8_t {
  kWitnessRegistered,
  kTaskCreated,
  kPreviousCommitted,  // the authority's preceding attempt, of any task
  kCommitted,
  kRevealed,
  kBeacon,
  kRun,
  kOpened,
};

// Gives the name in UPPER_SNAKE, as the file spells it.
std::string_view EvidenceRoleName(EvidenceRole role);

struct EvidenceEntry {
  EvidenceRole role = EvidenceRole::kCommitted;
  std::uint64_t index = 0;  // the leaf's in the journal, from 0
  std::string leaf;         // its stored bytes
  Proof proof;              // leads to the checkpoint's root
  friend bool operator==(const EvidenceEntry&, const EvidenceEntry&) = default;
};

struct Evidence {
  std::string journal_key;             // as NoteVerifier::ToString writes it
  std::string checkpoint;              // a signed note
  std::vector<EvidenceEntry> entries;  // ascending strictly by index
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Writes the canonical text. Journal key and checkpoint must be UTF-8.
std::string WriteEvidence(const Evidence& evidence);

// Accepts any layout of these values; VerifyEvidence judges what they say.
absl::StatusOr<Evidence> ParseEvidence(std::string_view text);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_EVIDENCE_H_
