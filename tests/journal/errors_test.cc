#include "lib/journal/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "lib/journal/evidence.h"
#include "lib/journal/note.h"
#include "tests/error_rows.h"

namespace spotcheck::journal {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";
NoteVerifier Verifier() {
  return NoteVerifier::Parse(
             "example.com/foo+530d903a+"
             "AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
      .value();
}

std::vector<absl::Status> EveryError() {
  return {
      LeafIndexOutsideTree(7, 5),
      TreeSizesUnordered(7, 5),
      InclusionProofWrong(7, 5),
      ConsistencyProofWrong(7, 5),
      NoteTextInvalid(),
      NoteLayoutWrong(),
      NoteSignatureMalformed(kText),
      NoteSignaturesTooMany(64),
      NoteKeyNameInvalid(kText),
      VerifierKeyMalformed(kText),
      VerifierKeyIdWrong(kText),
      NoteSignatureWrong(kText),
      NoteSignatureMissing(kText),
      CheckpointMalformed(CheckpointPart::kLines),
      CheckpointMalformed(CheckpointPart::kOrigin),
      CheckpointMalformed(CheckpointPart::kSize),
      CheckpointMalformed(CheckpointPart::kRoot),
      CheckpointMalformed(CheckpointPart::kExtension),
      CheckpointOriginWrong(kText, Verifier()),
      LeafVersionUnknown(9),
      LeafTypeUnknown(kText),
      LeafTypeWrong(kText, EvidenceRole::kRun),
      EvidenceFormatUnknown(kText),
      EvidenceRoleUnknown(kText),
      EvidenceOrderWrong(7),
      JournalKeyDiffers(Verifier()),
  };
}

TEST(JournalErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::journal
