#ifndef SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_
#define SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_

// Does the journal bear out a draw? Compares evidence.json with the values of
// draw.json: signature, inclusion, order, equality, chain, day and deadline.
// Pure; what evidence cannot show stands in README.md.

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

// What draw.json says and the leaves have to say too.
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
  // When the agreed round is published; unset where the chain is not known.
  std::optional<absl::Time> beacon_round = std::nullopt;
  Digest result_root;
  Digest transcript;
};

struct EvidenceCheck {
  std::string name;  // lower_snake, stable
  bool ok = false;
  Localized detail;  // what holds, or the first thing that does not
};

struct EvidenceReport {
  std::vector<EvidenceCheck> checks;
  // Whether the journal's key came from the reader and not from the file.
  bool key_pinned = false;
  bool ok() const;
};

// The checks, in the order of README.md. One that the later ones build on ends
// the report when it fails. With `pinned` the file's key must be that one;
// without it the report shows only that whoever holds the file's key signed.
EvidenceReport VerifyEvidence(const Evidence& evidence,
                              const EvidenceClaims& claims,
                              const std::optional<NoteVerifier>& pinned);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_EVIDENCE_CHECK_H_
