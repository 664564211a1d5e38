#ifndef SPOTCHECK_SERVER_IDENTITY_ERRORS_H_
#define SPOTCHECK_SERVER_IDENTITY_ERRORS_H_

// Errors of the edge: who calls, and what a request's fields hold. What a field
// means in its context is refused by lib/app, in its own words.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// A field of a request, as the proto file spells it, and its value.
struct Field {
  std::string name;
  std::string_view value;
};

absl::Status NoIdentity();  // UNAUTHENTICATED
absl::Status CertificateRevoked(const std::string& serial, absl::Time at);
absl::Status RevocationsNotReadable(const std::string& path);  // UNAVAILABLE
// PERMISSION_DENIED: the role, and those that may.
absl::Status RoleNotAllowed(std::string_view rpc, Role role, RoleSet allowed);
absl::Status CallDeadlinePassed(std::string_view rpc);  // DEADLINE_EXCEEDED
absl::Status CallCancelled(std::string_view rpc);       // CANCELLED
// RESOURCE_EXHAUSTED: so many wait for a turn to read long.
absl::Status TooManyLongReads(std::string_view rpc, std::int64_t waiting);
// FAILED_PRECONDITION: this role sees the whole of a draw once it is opened.
absl::Status DrawNotOpened(std::string_view task, Role role);

// INVALID_ARGUMENT from here on.
absl::Status MalformedRequest(std::string_view message);
absl::Status InvalidResourceName(const Field& field, std::string_view pattern);
absl::Status InvalidId(const Field& field, std::string_view grammar);
absl::Status UnknownValue(const Field& field, std::string_view known);
absl::Status InvalidHexSize(const std::string& field, std::string_view sizes);
struct NumberRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
absl::Status NumberNotInRange(const std::string& field, std::int64_t value,
                              const NumberRange& range);
struct Count {
  std::int64_t given = 0;
  std::int64_t limit = 0;
};
absl::Status TooManyElements(const std::string& field, const Count& count);
// Of a field that has no rule of its own.
absl::Status FieldTooLarge(const std::string& field, const Count& bytes);
absl::Status InvalidRequestId(std::string_view value);
absl::Status OneOfTwoFields(const std::string& first, const char* second);

// The same error, naming the field it came from.
absl::Status InField(const std::string& field, const absl::Status& status);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_ERRORS_H_
