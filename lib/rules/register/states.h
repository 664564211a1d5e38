#ifndef SPOTCHECK_LIB_RULES_REGISTER_STATES_H_
#define SPOTCHECK_LIB_RULES_REGISTER_STATES_H_

// The words of a register for the state 状态 of what it holds, each read as a
// whole: 注销 is gone, while 拟注销 and 撤销注销登记 are in business. A word of
// no table says nothing: it counts as in business, and whoever imports it is
// told. The tables stand in states.cc.

#include <cstdint>
#include <string_view>

namespace spotcheck::rules {

// The registers whose rows have a state.
enum class StateOf : std::uint8_t { kEnterprise, kLab, kInspector };

enum class Standing : std::uint8_t {
  kInBusiness,  // 存续, 正常, 在岗 …; an empty text too
  kGone,        // draws pass it over
  kUnknown,     // counts as in business
};

// The text is compared NFKC, case folded, without white space and commas; 已
// before a word of those that are gone changes nothing. Text that is no UTF-8
// is unknown.
Standing ReadState(StateOf kind, std::string_view state);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_REGISTER_STATES_H_
