#ifndef SPOTCHECK_LIB_BASE_ERROR_TABLE_H_
#define SPOTCHECK_LIB_BASE_ERROR_TABLE_H_

// Errors as data. Each room's errors.cc begins with a table of rows: reason,
// code, sentence in Chinese, sentence in English. A named function of the room
// finds its row and gives the values of the sentences' places:
//
//   constexpr ErrorRow kErrors[] = {
//       {"TASK_UNKNOWN", kNotFound, "没有任务 {task}", "no task {task}"}};
//   consteval const ErrorRow& Row(std::string_view key) {
//     return FindRow(kErrors, key);
//   }
//   absl::Status TaskUnknown(const TaskId& task) {
//     return MakeError(Row("TASK_UNKNOWN"), {{"task", task}});
//   }
//
// The compiler refuses a row whose two sentences have different places and a
// key that the table does not have. The room's test refuses a place that the
// function does not give and a row that no function gives
// (tests/error_rows.h).

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/error_row.h"

namespace spotcheck {

// The value of one place: the words that both sentences have there, and the
// text that becomes metadata under the place's name.
class ErrorValue {
 public:
  // A text is quoted by Quotable in the sentences and is metadata as it is.
  ErrorValue(std::string_view text);
  ErrorValue(const std::string& text);
  ErrorValue(const char* text);
  ErrorValue(absl::Time time);
  ErrorValue(const CivilDate& day);
  // Words that differ by language stand in the sentences only.
  ErrorValue(Localized words);
  template <std::integral Number>
  ErrorValue(Number number)
      : ErrorValue(std::string_view(std::to_string(number))) {}
  template <typename Id>
  requires requires(const Id& id) {
    { id.str() } -> std::convertible_to<std::string_view>;
  }
  ErrorValue(const Id& id) : ErrorValue(std::string_view(id.str())) {}

  // Makes a text that the sentences hold in full, however long it is: a path
  // that was cut would name no file.
  static ErrorValue Whole(std::string text);
  // Puts `words` into the sentences and `code` into the metadata.
  static ErrorValue Coded(std::string code, Localized words);
  // Gives the same value without metadata.
  static ErrorValue SentenceOnly(ErrorValue value);

  const Localized& words() const { return words_; }
  const std::optional<std::string>& metadata() const { return metadata_; }

 private:
  Localized words_;
  std::optional<std::string> metadata_;
};

// Gives the place `name` its value; a name without a place is metadata only.
struct ErrorPlace {
  std::string_view name;
  ErrorValue value;
};

// A place that is not given stays in the sentences as "{name}".
absl::Status MakeError(const ErrorRow& row,
                       std::initializer_list<ErrorPlace> places = {});

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_ERROR_TABLE_H_
