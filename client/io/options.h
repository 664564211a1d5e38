#ifndef SPOTCHECK_CLIENT_IO_OPTIONS_H_
#define SPOTCHECK_CLIENT_IO_OPTIONS_H_

// Every command takes these options, before or after its name.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

enum class Format { kTable, kJson, kJsonLines, kCsv, kXlsx };
// CSV is for programs, or for a spreadsheet: with a byte order mark, and with
// no cell that it would run (io/harmless.h).
enum class CsvStyle { kPlain, kSpreadsheet };
enum class Mutation { kApply, kValidateOnly };

struct GlobalOptions {
  std::string data;     // the server's data folder, empty: none
  std::string profile;  // empty: $SPOTCHECK_PROFILE, else admin
  Format format = Format::kTable;
  CsvStyle csv = CsvStyle::kPlain;
  std::string part;  // of an answer with several; empty: as the form has it
  Language language = Language::kEn;
  Mutation mutation = Mutation::kApply;
  bool yes = false;
  std::string request_id;                       // empty: a fresh one
  absl::Duration timeout = absl::Seconds(300);  // of one call
  // Only commands that list something read these two.
  std::vector<std::string> fields;  // of each row; empty: as the form has it
  std::int64_t limit = 0;           // rows at most; 0: all
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_OPTIONS_H_
