#ifndef SPOTCHECK_LIB_RULES_REGISTER_LIST_H_
#define SPOTCHECK_LIB_RULES_REGISTER_LIST_H_

// Cells that hold several values.

#include <string>
#include <string_view>
#include <vector>

namespace spotcheck::rules {

// Divides a cell at 、 ， , ; ； / | and line breaks. The parts come without
// white space at their ends, and without empty ones.
std::vector<std::string> SplitList(std::string_view cell);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_REGISTER_LIST_H_
