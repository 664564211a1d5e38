#ifndef SPOTCHECK_LIB_STORE_EVENTS_WORDS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_WORDS_H_

// A closed list of words read back: what the functions that spell an enumerator
// share. Private to this room.

#include <string_view>

#include "absl/status/statusor.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

// As the table spells it.
struct ColumnName {
  std::string_view text;
};

// The value of the list that is spelled so; DATA_LOSS for any other word.
template <typename List, typename ToText>
auto ParseWord(const List& list, std::string_view text, ToText to_text,
               ColumnName column) -> absl::StatusOr<typename List::value_type> {
  for (const auto value : list) {
    if (to_text(value) == text) return value;
  }
  return ColumnMalformedError(column.text);
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_WORDS_H_
