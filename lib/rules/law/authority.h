#ifndef SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_
#define SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_

// An authority orders checks. Its level and its region prefix of GB/T 2260 say
// who stands above whom (DOMAIN 2). Errors: UNKNOWN_LEVEL, LEVEL_NEEDS_REGION.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

struct Authority {
  std::string name;  // compared exactly
  Level level = Level::kProvincial;
  Region region;  // as many digits as the level has
  friend bool operator==(const Authority&, const Authority&) = default;
};

// Reads national, provincial, city, county, and the Chinese names of those
// levels with or without 级 (国家级, 自治区级, 直辖市级, 区县级 …), in NFKC.
absl::StatusOr<Level> ParseLevel(std::string_view text);

// Gives the number of digits of a region of this level: 0, 2, 4 or 6.
int LevelDigits(Level level);

// Gives the authority behind a task, with the region cut to the level's digits.
// A level finer than the region (county in "64") is refused.
absl::StatusOr<Authority> AuthorityOfTask(std::string_view name, Level level,
                                          const Region& region);

// Gives the authority behind an imported check. The check carries no region:
// its authority is the one of its level over the enterprise's region.
Authority AuthorityOver(std::string_view name, Level level, const Usci& usci);

// True if name, level and region are equal.
bool SameAuthority(const Authority& a, const Authority& b);
// True if `superior` 上级 has a higher level and its region holds the other.
bool IsSuperior(const Authority& superior, const Authority& subordinate);

// True if a grant of the authority `granted` lets its holder speak for `other`.
// It does so for the same body, whose name counts in its normal form, and for
// bodies beneath it (a lower level, a region within).
bool CoversAuthority(const Authority& granted, const Authority& other);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_
