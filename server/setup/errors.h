#ifndef SPOTCHECK_SERVER_SETUP_ERRORS_H_
#define SPOTCHECK_SERVER_SETUP_ERRORS_H_

// The errors of the data folder and of the start; the table in errors.cc has
// their reasons, codes and sentences.

#include <span>
#include <string>

#include "absl/status/status.h"
#include "lib/base/error_row.h"

namespace spotcheck::server {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> SetupErrorRows();

absl::Status DataFolderInUse(const std::string& path);
absl::Status NoDataFolder(const std::string& path);
absl::Status AlreadyServing(const std::string& path);
absl::Status AddressTaken(const std::string& address);
absl::Status KeyFileMalformed(const std::string& path);
absl::Status InvalidOrigin(const std::string& origin);
absl::Status JournalKeyChanged(const std::string& path);

// A line of a rule file or of a record; line 0 stands for the whole file.
struct RulePlace {
  std::string file;
  int line = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_ERRORS_H_
