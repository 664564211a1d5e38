#ifndef SPOTCHECK_LIB_CLI_NEAR_H_
#define SPOTCHECK_LIB_CLI_NEAR_H_

#include <string>
#include <string_view>
#include <vector>

namespace spotcheck {

// Finds the known words that a wrong one probably meant, the nearest first and
// at most three. A word is near where at most every third character is a slip
// of the fingers (left out, added, another one, two exchanged), or where the
// typed one is its beginning of at least three characters. Case of A to Z does
// not count.
std::vector<std::string> NearWords(std::string_view typed,
                                   const std::vector<std::string>& known);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_CLI_NEAR_H_
