#ifndef SPOTCHECK_CLIENT_IO_ERRORS_H_
#define SPOTCHECK_CLIENT_IO_ERRORS_H_

// Every error this room makes by itself, and the one that stands for what the
// server said. Codes decide the exit code (lib/base/exit_code.h).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "lib/base/error.h"

namespace spotcheck::client {

// Files. NOT_FOUND: FILE_NOT_READABLE; INVALID_ARGUMENT: FILE_TOO_LARGE,
// FILE_MALFORMED; ALREADY_EXISTS: FILE_EXISTS; FAILED_PRECONDITION:
// FILE_NOT_WRITABLE.
absl::Status FileNotReadableError(std::string_view path);
absl::Status FileNotWritableError(std::string_view path);
absl::Status FileExistsError(std::string_view path);
absl::Status FileTooLargeError(std::string_view path, std::int64_t limit);
// `wanted` names the kind of file or the field that is missing or unreadable.
absl::Status FileMalformedError(std::string_view path, const Localized& wanted);

// Profiles. NOT_FOUND: PROFILE_NOT_FOUND.
absl::Status ProfileNotFoundError(std::string_view path);

// Values. INVALID_ARGUMENT.
absl::Status UnknownWordError(std::string_view word, const Localized& wanted);
// UNKNOWN_PART; `known` are those of the answer.
absl::Status UnknownPartError(std::string_view part, const Localized& known);
absl::Status EvidenceMissingError();                 // EVIDENCE_MISSING
absl::Status EmptyListError();                       // NOTHING_ASKED
absl::Status TooManyItemsError(std::int64_t limit);  // TOO_MANY_ITEMS
absl::Status RequestIdMalformedError(std::string_view value);

// Imports. INVALID_ARGUMENT: MISSING_COLUMN, REPEATED_COLUMN, EMPTY_FILE.
// Lines that end with a carriage return alone would all be one header.
absl::Status LineEndsError(const std::string& file);
// `header` is what the file has instead.
absl::Status MissingColumnError(const Localized& column,
                                const std::vector<std::string>& header);
absl::Status RepeatedColumnError(const Localized& column);
// NOT_A_TEXT_FILE
absl::Status NotATextFileError(std::string_view path, const Localized& what);
absl::Status EmptyTableError(std::string_view path);

// Rows refused before they are sent; the code is INVALID_ARGUMENT.
absl::Status RowTooLongError(std::int64_t limit);        // ROW_TOO_LONG
absl::Status RowTooManyFieldsError(std::int64_t limit);  // ROW_TOO_MANY_FIELDS
absl::Status RowUnclosedQuoteError();                    // ROW_UNCLOSED_QUOTE
absl::Status RowFieldCountError(std::int64_t fields, std::int64_t expected);
absl::Status RowEncodingError();  // ROW_ENCODING

// Witnesses. INVALID_ARGUMENT unless said otherwise.
absl::Status TypedDigitError(std::string_view typed, const Localized& allowed);
absl::Status TooLittleEntropyError(double bits, std::int64_t needed);
absl::Status WitnessFilesDifferError();  // WITNESS_FILE_INCONSISTENT
// What a witness gave to the operator holds the secret. WITNESS_FILE_PRIVATE.
struct PrivateFile {
  std::string path;
  std::string public_path;
};
absl::Status WitnessFilePrivateError(const PrivateFile& file);
absl::Status WitnessFilePublicError(std::string_view path);
struct TaskMismatch {
  std::string in_file;
  std::string asked;
};
absl::Status WitnessTaskError(const TaskMismatch& tasks);  // WITNESS_TASK

// What a witness must not accept from a server. FAILED_PRECONDITION.
absl::Status JournalKeyUnknownError(std::string_view path);
absl::Status ServerJournalKeyDiffersError();  // SERVER_JOURNAL_KEY_DIFFERS
absl::Status JournalLeafMissingError(std::int64_t index);  // NOT_FOUND
absl::Status NotCommittedError(std::string_view state);
absl::Status CommitmentMismatchError(const Localized& what);
// The reveal was sent; its receipt does not prove it. RECEIPT_INVALID.
absl::Status ReceiptInvalidError(const Localized& what);

// Bundles. FAILED_PRECONDITION: BUNDLE_FILE_NAME; ALREADY_EXISTS:
// FOLDER_IN_USE.
absl::Status BundleFileNameError(std::string_view name);
absl::Status FolderInUseError(std::string_view path);

// The server's answer has text that is not UTF-8. INTERNAL.
absl::Status AnswerMalformedError();
// What the server answered, in its own words.
absl::Status ServerError(absl::StatusCode code, ErrorInfo info);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_ERRORS_H_
