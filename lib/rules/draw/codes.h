#ifndef SPOTCHECK_LIB_RULES_DRAW_CODES_H_
#define SPOTCHECK_LIB_RULES_DRAW_CODES_H_

// The kinds by which answers about draws name what they speak of.

#include <cstdint>

namespace spotcheck::rules {

// Who was barred from an enterprise.
enum class Assigned : std::uint8_t { kLab, kInspector };
// Which pool was too small for the draw.
enum class Pool : std::uint8_t { kLabs, kInspectors };
// Whose attempts a row of the statistics counts.
enum class Counted : std::uint8_t { kAuthority, kOperator, kWitness };

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_CODES_H_
