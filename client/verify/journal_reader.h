#ifndef SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_
#define SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_

// Reads the journal as a sceptic does: a leaf counts only under a checkpoint
// that is signed by the key known beforehand.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/environment.h"
#include "lib/journal/checkpoint.h"
#include "lib/journal/note.h"
#include "spotcheck/v1/journal.pb.h"

namespace spotcheck::client {

// `given` is a verifier key string, or the name of a file whose first line is
// one. Where it is empty, the key that came with the profile is taken.
absl::StatusOr<journal::NoteVerifier> KnownJournalKey(
    const Environment& environment, const std::string& given);

// A leaf with the proof that it stands at its index under the checkpoint.
struct ProvenLeaf {
  std::string bytes;
  v1::InclusionProof proof;
  v1::Checkpoint checkpoint;
};

// Reads the checkpoint and checks its signature. Errors:
// SERVER_JOURNAL_KEY_DIFFERS, and those of a malformed note.
absl::StatusOr<journal::Checkpoint> OpenCheckpoint(
    const v1::Checkpoint& checkpoint, const journal::NoteVerifier& key);

// OK where the proof shows that these bytes are the leaf at its index in the
// checkpoint's tree.
absl::Status CheckProven(const ProvenLeaf& leaf,
                         const journal::NoteVerifier& key);

// Asks the server for the leaf at the index and proves it against the newest
// checkpoint.
absl::StatusOr<ProvenLeaf> ReadProvenLeaf(const Session& session,
                                          std::int64_t index,
                                          const journal::NoteVerifier& key);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_
