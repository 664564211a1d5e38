#ifndef SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_
#define SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_

// VerifyEvidence says whether the journal bears out a draw. It compares
// evidence.json with draw.json: signature, inclusion, order, equality, chain,
// day and deadline. It is pure. README.md says what evidence cannot show.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/hash.h"
#include "lib/journal/evidence.h"
#include "lib/journal/note.h"

namespace spotcheck::journal {

// Byte strings are raw, as in the draw's own types.
struct WitnessClaim {
  std::string name;
  std::string key;           // 32 bytes
  std::string contribution;  // 16–64 bytes
  std::string signature;     // 64 bytes
  Digest commitment;
};

// The values of draw.json that the leaves have to hold too.
struct EvidenceClaims {
  HashSuite suite = HashSuite::kSha256;
  std::string task;  // "tasks/ID"
  std::uint64_t attempt = 1;
  Digest previous;  // zero for the authority's first attempt
  Digest commitment;
  std::string authority;
  std::string level;  // as draw.json spells it
  CivilDate as_of;
  absl::Time deadline;
  std::vector<WitnessClaim> witnesses;  // in the order of draw.json
  std::string beacon_value;             // both empty: no beacon
  std::string beacon_signature;
  // The agreed round's time of publication; unset for an unknown chain.
  std::optional<absl::Time> beacon_round = std::nullopt;
  Digest result_root;
  Digest transcript;
};

struct EvidenceCheck {
  std::string name;  // lower_snake, stable
  bool ok = false;
  Localized detail;  // says what holds, or what is the first fault
};

struct EvidenceReport {
  std::vector<EvidenceCheck> checks;
  // True if the reader gave the journal's key; false if it is the file's own.
  bool key_pinned = false;
  bool ok() const;
};

// Makes the checks in the order of README.md. The report ends with a failed
// check on which later ones build. With `pinned` the file's key must be that
// one; without it the report shows only that the holder of the file's key has
// signed.
EvidenceReport VerifyEvidence(const Evidence& evidence,
                              const EvidenceClaims& claims,
                              const std::optional<NoteVerifier>& pinned);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_
