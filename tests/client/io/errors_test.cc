#include "client/io/errors.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::client {
namespace {

using ::testing::IsEmpty;

// One call of every function.
std::vector<absl::Status> Examples(const std::string& text) {
  const Localized words{"中文", "English"};
  return {
      FileExistsSayYesError(text),
      FileMalformedError(text, words),
      ProfileNotFoundError(text),
      CertificateExpiredError({"clerk", absl::UnixEpoch()}),
      CertificateNotYetValidError({"clerk", absl::UnixEpoch()}),
      TlsFailedError(text),
      UnknownWordError(text, words),
      UnknownPartError(text, words),
      EvidenceMissingError(),
      PartOfJsonError(),
      WorkbookToTerminalError(),
      UnknownFieldError(text, "usci name"),
      EmptyListError(),
      TooManyItemsError(4),
      RequestIdMalformedError(text),
      LineEndsError(text),
      MissingColumnError(words, {"a", text}),
      RepeatedColumnError(words),
      NotATextFileError(text, words),
      EmptyTableError(text),
      RowTooLongError(4),
      RowTooManyFieldsError(4),
      RowUnclosedQuoteError(),
      RowFieldCountError(5, 4),
      RowFormulaError(words, text),
      RowEncodingError(),
      TypedDigitError(text, words),
      TooLittleEntropyError(12.34, 128),
      WitnessFilesDifferError(),
      WitnessFilePrivateError({text, text + ".pub"}),
      WitnessFilePublicError(text),
      WitnessTaskError({text, "other"}),
      JournalKeyUnknownError(text),
      ServerJournalKeyDiffersError(),
      JournalLeafMissingError(5),
      NotCommittedError(text),
      CommitmentMismatchError(words),
      ReceiptInvalidError(words),
      BundleFileNameError(text),
      BundleFileNotPlainError(text),
      FolderInUseError(text),
      AnswerMalformedError(),
  };
}

TEST(ClientErrors, EveryRowComesWithItsPlacesFilled) {
  EXPECT_THAT(RowsThatNeverCome(ClientErrorRows(), Examples("v")), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ClientErrorRows(), Examples("v")), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::client
