#ifndef SPOTCHECK_CLIENT_IMPORT_REJECTED_H_
#define SPOTCHECK_CLIENT_IMPORT_REJECTED_H_

// F.rejected.csv: the refused rows of an import as they stood, with line number
// and reason in both languages; mended, it can be imported in place of F. Its
// cells are harmless to a spreadsheet (io/harmless.h).

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "lib/base/error.h"

namespace spotcheck::client {

struct RejectedRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  std::string reason;  // UPPER_SNAKE
  Localized message;
};

class RejectedFile {
 public:
  // Removes what an earlier import of the same file left.
  RejectedFile(const std::string& import_path, std::vector<std::string> header);

  // The file comes into being with the first row. FILE_NOT_WRITABLE.
  absl::Status Add(const RejectedRow& row);
  // Closes the file; FILE_NOT_WRITABLE where not all could be written.
  absl::Status Finish();

  // Empty where no row was refused.
  std::string path() const { return rows_ == 0 ? std::string() : path_; }

 private:
  std::string path_;
  std::vector<std::string> header_;
  std::ofstream file_;
  std::int64_t rows_ = 0;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_REJECTED_H_
