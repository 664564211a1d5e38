#ifndef SPOTCHECK_LIB_BASE_ERROR_H_
#define SPOTCHECK_LIB_BASE_ERROR_H_

// An error is an absl::Status that a person and a program can both act on. Its
// message is English; its payload holds an UPPER_SNAKE reason, the facts as
// metadata (field, value, limit, or rule, record, legal basis) and the message
// in Chinese. The server turns the payload into google.rpc.ErrorInfo and two
// LocalizedMessage details. Each error of the system is a named function
// somewhere in its room that calls MakeError; nothing else builds one.

#include <map>
#include <string>

#include "absl/status/status.h"

namespace spotcheck {

// One sentence in both languages. Neither may be empty.
struct Localized {
  std::string zh;
  std::string en;
  friend bool operator==(const Localized&, const Localized&) = default;
};

using ErrorMetadata = std::map<std::string, std::string>;

struct ErrorInfo {
  std::string reason;
  Localized message;
  ErrorMetadata metadata;
};

// `code` must not be OK. Metadata values are cut at kMaxErrorValue bytes on a
// UTF-8 boundary, so that an error never carries a megabyte of bad input back.
inline constexpr int kMaxErrorValue = 200;
absl::Status MakeError(absl::StatusCode code, std::string reason,
                       Localized message, ErrorMetadata metadata = {});

// Gives the parts of an error. For a status that MakeError did not make, the
// reason is the code's name and both messages are the status's message.
ErrorInfo GetErrorInfo(const absl::Status& status);

// Gives GetErrorInfo(status).reason, or "" where the status is OK.
std::string ErrorReason(const absl::Status& status);

// Prepares a value for quoting: cuts it to whole characters of at most
// kMaxErrorValue bytes, adds "…" where it cut, turns invalid UTF-8 into U+FFFD.
std::string Quotable(const std::string& value);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERROR_H_
