#ifndef SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_
#define SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_

// Reads the record files that certificates.h describes.

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "server/identity/certificates.h"
#include "server/setup/errors.h"

namespace spotcheck::server {

struct RecordLine {
  std::string text;
  RulePlace place;
};
// Answers the complete lines of the file; none where the file is missing.
absl::StatusOr<std::vector<RecordLine>> ReadRecord(const std::string& path);

// Answers the revocations by serial. Where a serial stands twice, the first
// line counts.
absl::StatusOr<std::map<std::string, Revocation>> ReadRevocations(
    const DataDir& dir);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_
