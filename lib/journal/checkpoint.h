#ifndef SPOTCHECK_LIB_JOURNAL_CHECKPOINT_H_
#define SPOTCHECK_LIB_JOURNAL_CHECKPOINT_H_

// A checkpoint, as in C2SP tlog-checkpoint, is a signed note whose text is
//   origin
//   size of the tree, decimal
//   base64 of the root, 32 bytes
//   extension lines, none or more
// A log must never sign two checkpoints of which one does not extend the other.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"
#include "lib/base/signing.h"
#include "lib/journal/note.h"

namespace spotcheck::journal {

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;  // number of leaves
  Digest root = {};
  std::vector<std::string> extensions = {};
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// Writes the note's text. Refuses an empty origin or extension line, a control
// character in one, and a root other than EmptyRoot() for an empty tree.
absl::StatusOr<std::string> FormatCheckpoint(const Checkpoint& checkpoint);
absl::StatusOr<Checkpoint> ParseCheckpoint(std::string_view text);

// Makes the signed note. The origin is the name under which the key signs.
absl::StatusOr<std::string> SignCheckpoint(std::string_view origin,
                                           std::uint64_t size,
                                           const Digest& root,
                                           const SigningKey& key);
// Gives the checkpoint if `verifier` signed it under its origin.
absl::StatusOr<Checkpoint> OpenCheckpoint(std::string_view note,
                                          const NoteVerifier& verifier);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_CHECKPOINT_H_
