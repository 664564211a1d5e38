#ifndef SPOTCHECK_LIB_BASE_ERROR_ROW_H_
#define SPOTCHECK_LIB_BASE_ERROR_ROW_H_

// Defines the row of a table of errors and the compiler's checks of it.
// error_table.h says how rooms use both.

#include <cstddef>
#include <string_view>

#include "absl/status/status.h"

namespace spotcheck {

namespace error_table_internal {

// The compiler names one of these where a row is wrong. They have no body.
void ReasonIsNotUpperSnake();
void ErrorHasTheCodeOk();
void SentenceIsEmpty();
void SentencesHaveDifferentPlaces();
void TableHasNoSuchKeyOrHasItTwice();
void RowsOfOneReasonHaveDifferentCodes();

constexpr bool IsUpperSnake(std::string_view text) {
  for (const char c : text) {
    if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '_') {
      return false;
    }
  }
  return !text.empty() && text.front() >= 'A' && text.back() != '_';
}

// A sentence cut at its first place "{name}": the text before it, the name and
// the text after it. `place` is empty where the sentence has no place.
struct NextPlace {
  std::string_view before;
  std::string_view place;
  std::string_view after;
};
constexpr NextPlace FindPlace(std::string_view text) {
  const std::size_t open = text.find('{');
  const std::size_t close = text.find('}', open);
  if (open == text.npos || close == text.npos || close == open + 1) {
    return {text, {}, {}};
  }
  return {text.substr(0, open), text.substr(open + 1, close - open - 1),
          text.substr(close + 1)};
}

constexpr bool HasPlacesOf(std::string_view text, std::string_view other) {
  for (NextPlace at = FindPlace(other); !at.place.empty();
       at = FindPlace(at.after)) {
    bool found = false;
    for (NextPlace here = FindPlace(text); !here.place.empty();
         here = FindPlace(here.after)) {
      found = found || here.place == at.place;
    }
    if (!found) return false;
  }
  return true;
}

}  // namespace error_table_internal

// A row of a room's table. Where one reason has several sentences, a key is the
// reason, ":" and a word that tells them apart.
struct ErrorRow {
  std::string_view key;
  absl::StatusCode code;
  std::string_view zh;
  std::string_view en;

  constexpr ErrorRow(std::string_view row_key, absl::StatusCode row_code,
                     std::string_view row_zh, std::string_view row_en)
      : key(row_key), code(row_code), zh(row_zh), en(row_en) {
    namespace internal = error_table_internal;
    if (!internal::IsUpperSnake(reason())) internal::ReasonIsNotUpperSnake();
    if (code == absl::StatusCode::kOk) internal::ErrorHasTheCodeOk();
    if (zh.empty() || en.empty()) internal::SentenceIsEmpty();
    if (!internal::HasPlacesOf(zh, en) || !internal::HasPlacesOf(en, zh)) {
      internal::SentencesHaveDifferentPlaces();
    }
  }
  constexpr std::string_view reason() const {
    return key.substr(0, key.find(':'));
  }
};

// Finds the row of `key` while compiling.
template <std::size_t kRows>
consteval const ErrorRow& FindRow(const ErrorRow (&table)[kRows],
                                  std::string_view key) {
  namespace internal = error_table_internal;
  const ErrorRow* found = nullptr;
  std::size_t count = 0;
  for (const ErrorRow& row : table) {
    if (row.key != key) continue;
    found = &row;
    ++count;
  }
  if (count != 1) internal::TableHasNoSuchKeyOrHasItTwice();
  for (const ErrorRow& row : table) {
    if (row.reason() == found->reason() && row.code != found->code) {
      internal::RowsOfOneReasonHaveDifferentCodes();
    }
  }
  return *found;
}

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERROR_ROW_H_
