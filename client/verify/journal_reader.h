#ifndef SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_
#define SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_

// The journal as a sceptic reads it: nothing counts that is not under a
// checkpoint signed by the key known beforehand.

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

// A verifier key string, or the name of a file whose first line is one; where
// `given` is empty, the one that came with the profile.
absl::StatusOr<journal::NoteVerifier> KnownJournalKey(
    const Environment& environment, const std::string& given);

// A leaf with the proof that it stands at its index under the checkpoint.
struct ProvenLeaf {
  std::string bytes;
  v1::InclusionProof proof;
  v1::Checkpoint checkpoint;
};

// The checkpoint as the key signed it: SERVER_JOURNAL_KEY_DIFFERS, or what the
// note lacks.
absl::StatusOr<journal::Checkpoint> OpenCheckpoint(
    const v1::Checkpoint& checkpoint, const journal::NoteVerifier& key);

// OK where the proof shows that these bytes are the leaf at its index in the
// tree of the checkpoint.
absl::Status CheckProven(const ProvenLeaf& leaf,
                         const journal::NoteVerifier& key);

// The leaf at the index, proven against the newest checkpoint.
absl::StatusOr<ProvenLeaf> ReadProvenLeaf(const Session& session,
                                          std::int64_t index,
                                          const journal::NoteVerifier& key);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_JOURNAL_READER_H_
