#ifndef SPOTCHECK_CLIENT_COMMANDS_RECORD_FILE_H_
#define SPOTCHECK_CLIENT_COMMANDS_RECORD_FILE_H_

// result record --file: the results of one task from a table, one row a line,
// as an import reads it: refused rows go to F.rejected.csv and never stop the
// rest.

#include <string>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "client/import/columns.h"
#include "client/import/import.h"

namespace spotcheck::client {

const ImportTable& ResultTable();

struct RecordedFile {
  ImportJob job;
  std::string task;
  std::string items;  // a second table, with each item's report; "" for none
};
absl::StatusOr<ExitCode> RecordFile(const Environment& environment,
                                    const RecordedFile& in);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_RECORD_FILE_H_
