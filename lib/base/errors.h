#ifndef SPOTCHECK_LIB_BASE_ERRORS_H_
#define SPOTCHECK_LIB_BASE_ERRORS_H_

// The errors of this room; the table in errors.cc holds their sentences. Those
// about values are INVALID_ARGUMENT except SealBrokenError, which is DATA_LOSS.
// The reason is the function's name in UPPER_SNAKE without ERROR;
// InvalidSeedError has INVALID_SIGNING_SEED. An error about bytes gives their
// size only, since they may be a key or a secret.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck {

// Gives the table to the room's test.
std::span<const ErrorRow> ErrorRows();

absl::Status InvalidHexError(std::size_t size);
absl::Status InvalidBase64Error(std::size_t size);
absl::Status InvalidUtf8Error(std::size_t size);
absl::Status InvalidDateError(std::string_view value);
absl::Status InvalidTimeError(std::string_view value);
absl::Status InvalidDigestError(std::size_t size);
absl::Status UnknownHashSuiteError(std::string_view name);
absl::Status InvalidRegionError(std::string_view value);

enum class UsciFault {
  kCharacter,
  kLength,
  kPrefixLength,
  kRegistrationNumber,  // 15 digits, from before there were codes
  kNumber,              // a spreadsheet cut its digits
};
// Both have the reason INVALID_USCI. Where only the check character is wrong,
// the metadata gives the right one as expected_check_character.
absl::Status InvalidUsciError(std::string_view value, UsciFault fault);
absl::Status WrongUsciCheckError(std::string_view value, char expected);
// INVALID_USCI: `value` is what is left without the characters that nobody
// sees, of which `hidden` is the first; `why` refuses it all the same.
absl::Status HiddenInUsciError(std::string_view value, char32_t hidden,
                               const absl::Status& why);

enum class VerifyKeyFault { kSize, kNotAPoint, kSmallOrder };
absl::Status InvalidVerifyKeyError(VerifyKeyFault fault);
absl::Status InvalidSeedError(std::size_t size);
absl::Status SealBrokenError();

// The errors of a JSON text; `file` names the text.
absl::Status JsonTooLargeError(std::string_view file, std::size_t size,
                               std::size_t limit);
absl::Status JsonMalformedError(std::string_view file, std::int64_t line);
absl::Status JsonTooDeepError(std::string_view file, std::size_t limit);
// `field` is the path of a member, such as selection[3].lines[0].lab_id.
struct JsonPlace {
  std::string_view file;
  std::string_view field;
};
absl::Status JsonMemberRepeatedError(const JsonPlace& place);
absl::Status JsonMemberUnknownError(const JsonPlace& place);
absl::Status JsonMemberMissingError(const JsonPlace& place);
enum class JsonType : std::uint8_t { kObject, kArray, kString, kNumber };
absl::Status JsonMemberTypeError(const JsonPlace& place, JsonType expected);
absl::Status JsonMemberValueError(const JsonPlace& place,
                                  std::string_view value);

// A call of the system that failed.
struct FileFault {
  std::string path;
  int error = 0;  // errno
};
// NOT_FOUND where the path does not exist, PERMISSION_DENIED where the right is
// missing, INVALID_ARGUMENT for a folder, else FAILED_PRECONDITION.
absl::Status FileNotReadableError(const FileFault& fault);
absl::Status FileNotWritableError(const FileFault& fault);
absl::Status FileExistsError(const std::string& path);
absl::Status FileTooLargeError(const std::string& path, std::int64_t limit);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERRORS_H_
