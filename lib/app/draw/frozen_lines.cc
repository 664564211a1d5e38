#include "lib/app/draw/frozen_lines.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::app {
namespace {

// Takes the first line off a text that ends with a line feed, and answers it
// with its line feed.
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line =
      text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

// The last tab-separated field of a line, which is the line's status.
std::string_view StatusOf(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  const std::size_t tab = line.rfind('\t');
  return tab == std::string_view::npos ? line : line.substr(tab + 1);
}

}  // namespace

absl::StatusOr<std::string_view> FrozenLines::Text() {
  if (!text_.has_value()) {
    ASSIGN_OR_RETURN(std::string text,
                     view_.OpenPayload(attempt_.leaf_index, rules::kLinesFile));
    text_ = std::move(text);
  }
  return *text_;
}

absl::StatusOr<std::vector<rules::LineRow>> FrozenLines::FirstExcluded(
    const rules::Plan& plan, std::size_t limit) {
  ASSIGN_OR_RETURN(std::string_view text, Text());
  const std::string_view eligible = CodeOf(rules::LineStatus::kEligible);
  std::string excluded;
  std::size_t found = 0;
  while (!text.empty() && found < limit) {
    const std::string_view line = TakeLine(text);
    if (StatusOf(line) == eligible) continue;
    excluded.append(line);
    ++found;
  }
  return rules::ReadLinesTsv(excluded, plan);
}

absl::StatusOr<bool> FrozenLines::Reserves(
    const absl::flat_hash_set<std::string>& holds) {
  ASSIGN_OR_RETURN(std::string_view text, Text());
  const std::string reserved = absl::StrCat(
      "EXCLUDED:", std::string(CodeOf(rules::LineStatus::kReserved)), ":");
  while (!text.empty()) {
    const std::string_view status = StatusOf(TakeLine(text));
    if (status.starts_with(reserved) &&
        holds.contains(std::string(status.substr(reserved.size())))) {
      return true;
    }
  }
  return false;
}

absl::StatusOr<bool> FrozenLines::Cites(const CheckId& check) {
  ASSIGN_OR_RETURN(const std::string_view text, Text());
  const std::string evidence = absl::StrCat(":", check.str(), "\n");
  return text.find(evidence) != std::string_view::npos;
}

}  // namespace spotcheck::app
