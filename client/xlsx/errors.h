#ifndef SPOTCHECK_CLIENT_XLSX_ERRORS_H_
#define SPOTCHECK_CLIENT_XLSX_ERRORS_H_

// The errors of workbooks; the table in errors.cc has their reasons, codes and
// sentences.

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "lib/base/error.h"
#include "lib/base/error_row.h"

namespace spotcheck::client {

// The table, for its test.
std::span<const ErrorRow> XlsxErrorRows();

// A part of a workbook: a file within the file.
struct WorkbookPart {
  std::string file;
  std::string part;
};

// WORKBOOK_BROKEN: `why` says what is wrong with the file.
absl::Status WorkbookBrokenError(const std::string& file, const Localized& why);
absl::Status WorkbookTooLargeError(const WorkbookPart& part,
                                   std::int64_t limit);
absl::Status WorkbookNotWritableError(const std::string& why);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_ERRORS_H_
