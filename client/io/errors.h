#ifndef SPOTCHECK_CLIENT_IO_ERRORS_H_
#define SPOTCHECK_CLIENT_IO_ERRORS_H_

// The errors that the client makes by itself, and the one that stands for what
// the server said; the table in errors.cc has their reasons, codes and
// sentences. Codes decide the exit code (lib/base/exit_code.h).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/error.h"
#include "lib/base/error_row.h"

namespace spotcheck::client {

// The table, for its test.
std::span<const ErrorRow> ClientErrorRows();

// Files.
// FILE_EXISTS, where --yes would replace it; lib/base/errors.h has the others.
absl::Status FileExistsSayYesError(const std::string& path);
// `wanted` names the kind of file or the field that is missing or unreadable.
absl::Status FileMalformedError(std::string_view path, const Localized& wanted);
absl::Status ProfileNotFoundError(std::string_view path);
// The certificate of a profile and the time at which it ended, or begins.
struct CertificateLimit {
  std::string profile;
  absl::Time at;
};
absl::Status CertificateExpiredError(const CertificateLimit& limit);
absl::Status CertificateNotYetValidError(const CertificateLimit& limit);
// gRPC's text of a failed TLS handshake.
absl::Status TlsFailedError(std::string_view text);

// Values.
absl::Status UnknownWordError(std::string_view word, const Localized& wanted);
// `known` names the parts of the answer.
absl::Status UnknownPartError(std::string_view part, const Localized& known);
// WORKBOOK_TO_TERMINAL: a workbook is bytes that no terminal shows.
absl::Status WorkbookToTerminalError();
// PART_OF_JSON: --part cannot be combined with the output form json.
absl::Status PartOfJsonError();
// `known` names the fields of a list's rows.
absl::Status UnknownFieldError(const std::string& field,
                               const std::string& known);
absl::Status EvidenceMissingError();
absl::Status EmptyListError();  // NOTHING_ASKED
absl::Status TooManyItemsError(std::int64_t limit);
absl::Status RequestIdMalformedError(std::string_view value);

// Imports. Lines that end with a carriage return alone would all be one header.
absl::Status LineEndsError(const std::string& file);
// `header` is what the file has instead.
absl::Status MissingColumnError(const Localized& column,
                                const std::vector<std::string>& header);
absl::Status RepeatedColumnError(const Localized& column);
absl::Status NotATextFileError(std::string_view path, const Localized& what);
absl::Status EmptyTableError(std::string_view path);  // EMPTY_FILE

// Rows that are refused before they are sent.
absl::Status RowTooLongError(std::int64_t limit);
absl::Status RowTooManyFieldsError(std::int64_t limit);
absl::Status RowUnclosedQuoteError();
absl::Status RowFieldCountError(std::int64_t fields, std::int64_t expected);
// A required cell is an error such as #N/A that a formula gave.
absl::Status RowFormulaError(const Localized& column, std::string_view value);
absl::Status RowEncodingError();

// Witnesses.
absl::Status TypedDigitError(std::string_view typed, const Localized& allowed);
absl::Status TooLittleEntropyError(double bits, std::int64_t needed);
absl::Status WitnessFilesDifferError();  // WITNESS_FILE_INCONSISTENT
// The file that a witness gave to the operator holds the secret.
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
absl::Status WitnessTaskError(const TaskMismatch& tasks);

// A witness must not accept these answers of a server.
absl::Status JournalKeyUnknownError(std::string_view path);
absl::Status ServerJournalKeyDiffersError();
absl::Status JournalLeafMissingError(std::int64_t index);
absl::Status NotCommittedError(std::string_view state);
absl::Status CommitmentMismatchError(const Localized& what);
// The reveal was sent; its receipt does not prove it.
absl::Status ReceiptInvalidError(const Localized& what);

// Bundles.
absl::Status BundleFileNotPlainError(std::string_view name);
absl::Status BundleFileNameError(std::string_view name);
absl::Status FolderInUseError(std::string_view path);

// The server's answer has text that is not UTF-8.
absl::Status AnswerMalformedError();
// The server refused; the error is in its own words.
absl::Status ServerError(absl::StatusCode code, ErrorInfo info);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_ERRORS_H_
