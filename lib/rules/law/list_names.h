#ifndef SPOTCHECK_LIB_RULES_LAW_LIST_NAMES_H_
#define SPOTCHECK_LIB_RULES_LAW_LIST_NAMES_H_

// Names the lists of enterprises in both languages. A list is data of
// deploy/policies; one that does not stand here is called by its code.

#include <array>
#include <string_view>

#include "lib/base/words.h"

namespace spotcheck::rules {

struct ListName {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

inline constexpr std::array<ListName, 1> kListNames = {{
    {"QUALITY_BLACKLIST", "质量黑名单", "quality blacklist"},
}};

// Finds the list with this code; null where none has it.
constexpr const ListName* FindListName(std::string_view code) {
  for (const ListName& list : kListNames) {
    if (list.code == code) return &list;
  }
  return nullptr;
}

// Gives the code of the list that a person calls `typed`, or else `typed`.
constexpr std::string_view ListCode(std::string_view typed) {
  for (const ListName& list : kListNames) {
    if (list.zh == typed || SameLetters(list.en, typed)) return list.code;
  }
  return typed;
}

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_LIST_NAMES_H_
