#include "client/import/rejected.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "client/io/csv.h"
#include "client/io/harmless.h"
#include "lib/base/errors.h"

namespace spotcheck::client {
namespace {

// Without the mark Excel takes UTF-8 for the system's own encoding.
constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
constexpr const char* kReasonColumns[] = {"行号", "原因代码", "原因", "Reason"};

}  // namespace

RejectedFile::RejectedFile(const std::string& import_path,
                           std::vector<std::string> header)
    : path_(import_path + ".rejected.csv"), header_(std::move(header)) {
  std::error_code ignored;  // what cannot be removed cannot be written either
  std::filesystem::remove(path_, ignored);
}

absl::Status RejectedFile::Add(const RejectedRow& row) {
  if (rows_++ == 0) {
    file_.open(path_, std::ios::binary | std::ios::trunc);
    std::vector<std::string> titles = header_;
    titles.insert(titles.end(), std::begin(kReasonColumns),
                  std::end(kReasonColumns));
    for (std::string& title : titles) title = Harmless(title);
    file_ << kByteOrderMark << FormatCsvRecord(titles);
  }
  std::vector<std::string> cells = row.cells;
  cells.resize(header_.size());
  cells.push_back(std::to_string(row.line));
  cells.push_back(row.reason);
  cells.push_back(row.message.zh);
  cells.push_back(row.message.en);
  for (std::string& cell : cells) cell = Harmless(cell);
  file_ << FormatCsvRecord(cells);
  return file_ ? absl::OkStatus() : FileNotWritableError({path_, errno});
}

absl::Status RejectedFile::Finish() {
  if (rows_ == 0) return absl::OkStatus();
  file_.close();
  return file_ ? absl::OkStatus() : FileNotWritableError({path_, errno});
}

}  // namespace spotcheck::client
