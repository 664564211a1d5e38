#ifndef SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_
#define SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_

// Reading the record files of certificates.h.

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
// The complete lines; none where there is no file.
absl::StatusOr<std::vector<RecordLine>> ReadRecord(const std::string& path);

// By serial; of a serial that stands twice the first line.
absl::StatusOr<std::map<std::string, Revocation>> ReadRevocations(
    const DataDir& dir);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_REVOCATION_FILE_H_
