#ifndef SPOTCHECK_LIB_JOURNAL_ERRORS_H_
#define SPOTCHECK_LIB_JOURNAL_ERRORS_H_

// The errors of this room; the table in errors.cc holds their sentences. All
// are INVALID_ARGUMENT: a text or proof is not what it claims to be.

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error.h"
#include "lib/base/error_row.h"

namespace spotcheck::journal {

class NoteVerifier;
enum class EvidenceRole : std::uint8_t;

// Gives the table to the room's test.
std::span<const ErrorRow> ErrorRows();

// Merkle tree.
absl::Status LeafIndexOutsideTree(std::uint64_t index, std::uint64_t size);
absl::Status TreeSizesUnordered(std::uint64_t size1, std::uint64_t size2);
absl::Status InclusionProofWrong(std::uint64_t index, std::uint64_t size);
absl::Status ConsistencyProofWrong(std::uint64_t size1, std::uint64_t size2);

// Signed notes.
absl::Status NoteTextInvalid();
absl::Status NoteLayoutWrong();
absl::Status NoteSignatureMalformed(std::string_view line);
absl::Status NoteSignaturesTooMany(int limit);
absl::Status NoteKeyNameInvalid(std::string_view name);
absl::Status VerifierKeyMalformed(std::string_view text);
absl::Status VerifierKeyIdWrong(std::string_view text);
absl::Status NoteSignatureWrong(std::string_view name);
absl::Status NoteSignatureMissing(std::string_view name);

// Checkpoints.
enum class CheckpointPart { kLines, kOrigin, kSize, kRoot, kExtension };
absl::Status CheckpointMalformed(CheckpointPart part);
absl::Status CheckpointOriginWrong(std::string_view origin,
                                   const NoteVerifier& verifier);

// Leaves and evidence.
absl::Status LeafVersionUnknown(std::int64_t version);
absl::Status LeafTypeUnknown(std::string_view type);
absl::Status LeafTypeWrong(std::string_view type, EvidenceRole role);
absl::Status EvidenceFormatUnknown(std::string_view format);
absl::Status EvidenceRoleUnknown(std::string_view role);
absl::Status EvidenceOrderWrong(std::uint64_t index);
// The evidence names another journal key than the one its reader has pinned.
absl::Status JournalKeyDiffers(const NoteVerifier& embedded);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_ERRORS_H_
