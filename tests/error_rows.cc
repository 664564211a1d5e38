#include "tests/error_rows.h"

#include <cstddef>
#include <string_view>

#include "lib/base/error.h"

namespace spotcheck {
namespace {

using error_table_internal::FindPlace;

// True where `text` is `sentence` with something in each of its places.
bool IsFilled(std::string_view sentence, std::string_view text) {
  const auto at = FindPlace(sentence);
  if (!text.starts_with(at.before)) return false;
  text.remove_prefix(at.before.size());
  if (at.place.empty()) return text.empty();
  for (std::size_t size = 0; size <= text.size(); ++size) {
    if (IsFilled(at.after, text.substr(size))) return true;
  }
  return false;
}

bool IsOf(const ErrorRow& row, const absl::Status& error) {
  const ErrorInfo info = GetErrorInfo(error);
  return info.reason == row.reason() && error.code() == row.code &&
         IsFilled(row.zh, info.message.zh) && IsFilled(row.en, info.message.en);
}

}  // namespace

std::vector<std::string> RowsThatNeverCome(
    std::span<const ErrorRow> rows, const std::vector<absl::Status>& errors) {
  std::vector<std::string> never;
  for (const ErrorRow& row : rows) {
    bool comes = false;
    for (const absl::Status& error : errors) comes = comes || IsOf(row, error);
    if (!comes) never.emplace_back(row.key);
  }
  return never;
}

std::vector<std::string> ErrorsWithoutRow(
    std::span<const ErrorRow> rows, const std::vector<absl::Status>& errors) {
  std::vector<std::string> wrong;
  for (const absl::Status& error : errors) {
    const ErrorInfo info = GetErrorInfo(error);
    bool has_row = false;
    for (const ErrorRow& row : rows) has_row = has_row || IsOf(row, error);
    const std::string both = info.message.zh + " | " + info.message.en;
    if (!has_row || both.find('{') != std::string::npos) {
      wrong.push_back(info.reason + ": " + both);
    }
  }
  return wrong;
}

}  // namespace spotcheck
