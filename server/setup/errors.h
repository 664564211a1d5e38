#ifndef SPOTCHECK_SERVER_SETUP_ERRORS_H_
#define SPOTCHECK_SERVER_SETUP_ERRORS_H_

// Errors of the commands: files, keys, certificates, rule files, starting.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error.h"

namespace spotcheck::server {

// A call of the system that failed.
struct FileFault {
  std::string path;
  int error = 0;  // errno
};
// NOT_FOUND where the path does not exist, PERMISSION_DENIED where the right is
// missing, else FAILED_PRECONDITION.
absl::Status FileNotReadable(const FileFault& fault);
absl::Status FileNotWritable(const FileFault& fault);
absl::Status FileExists(const std::string& path);  // ALREADY_EXISTS
absl::Status FileTooLarge(const std::string& path, std::int64_t limit);

absl::Status DataFolderInUse(const std::string& path);  // ALREADY_EXISTS
absl::Status NoDataFolder(const std::string& path);     // NOT_FOUND
absl::Status AlreadyServing(const std::string& path);   // FAILED_PRECONDITION
absl::Status AddressTaken(const std::string& address);  // UNAVAILABLE
absl::Status InvalidAddress(const std::string& address);
absl::Status MetricsNotLoopback(const std::string& address);
absl::Status KeyFileMalformed(const std::string& path);          // DATA_LOSS
absl::Status CertificateFileMalformed(const std::string& path);  // DATA_LOSS

absl::Status InvalidPersonName(const std::string& name);
absl::Status ReservedPersonName(const std::string& name);
absl::Status PersonExists(const std::string& name);  // ALREADY_EXISTS
absl::Status UnknownRole(const std::string& role);
absl::Status InvalidHost(const std::string& host);
absl::Status InvalidValidity(std::int64_t days, std::int64_t limit);

absl::Status NoSuchCertificate(const std::string& whom);  // NOT_FOUND
absl::Status RevocationReasonMissing();
absl::Status InvalidOrigin(const std::string& origin);
absl::Status JournalKeyChanged(const std::string& path);  // FAILED_PRECONDITION

// Where in a rule book or a record; line 0 for the whole file.
struct RulePlace {
  std::string file;
  int line = 0;
};
absl::Status RecordMalformed(const RulePlace& place);  // DATA_LOSS
absl::Status NoRuleFiles(const std::string& folder);   // NOT_FOUND
absl::Status RuleFileSyntax(const RulePlace& place, const std::string& fault);
absl::Status RuleFieldInvalid(const RulePlace& place, const std::string& field);
// A number of a rule book outside its range.
struct RuleNumber {
  std::string field;
  std::int64_t value = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
};
absl::Status RuleNumberOutOfRange(const RulePlace& place,
                                  const RuleNumber& number);
absl::Status RulePartMissing(std::string_view part);
absl::Status RulePartRepeated(const RulePlace& place, std::string_view part);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_ERRORS_H_
