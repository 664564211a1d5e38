#ifndef SPOTCHECK_SERVER_IDENTITY_ERRORS_H_
#define SPOTCHECK_SERVER_IDENTITY_ERRORS_H_

// The errors of callers, certificates and persons; the table in errors.cc has
// their reasons, codes and sentences.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/error_row.h"
#include "server/identity/roles.h"
#include "server/setup/errors.h"

namespace spotcheck::server {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> IdentityErrorRows();

// Errors that refuse a call.
absl::Status NoIdentity();
absl::Status CertificateRevoked(const std::string& serial, absl::Time at);
absl::Status RevocationsNotReadable(const std::string& path);
// Names the caller's role and the roles that may call.
absl::Status RoleNotAllowed(std::string_view rpc, Role role, RoleSet allowed);

// Errors of certificates that cannot be read, issued or revoked.
absl::Status CertificateFileMalformed(const std::string& path);
absl::Status InvalidPersonName(const std::string& name);
absl::Status ReservedPersonName(const std::string& name);
absl::Status PersonExists(const std::string& name);
absl::Status UnknownRole(const std::string& role);
absl::Status InvalidHost(const std::string& host);
absl::Status InvalidAddress(const std::string& address);
absl::Status InvalidValidity(std::int64_t days, std::int64_t limit);
absl::Status NoSuchCertificate(const std::string& whom);
absl::Status RevocationReasonMissing();
// A line of the record of certificates cannot be read.
absl::Status RecordMalformed(const RulePlace& place);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_ERRORS_H_
