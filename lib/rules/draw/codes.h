#ifndef SPOTCHECK_LIB_RULES_DRAW_CODES_H_
#define SPOTCHECK_LIB_RULES_DRAW_CODES_H_

// Closed lists that answers about draws use. draw/words.h has their words.

#include <cstdint>

namespace spotcheck::rules {

// A bar keeps one of these from an enterprise.
enum class Assigned : std::uint8_t { kLab, kInspector };
// The pool that was too small for the draw.
enum class Pool : std::uint8_t { kLabs, kInspectors };
// A row of the statistics counts the attempts of one of these.
enum class Counted : std::uint8_t { kAuthority, kOperator, kWitness };

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_CODES_H_
