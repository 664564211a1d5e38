#ifndef SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_
#define SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_

// Who orders a check, and who stands above whom: level and region prefix of
// GB/T 2260 (DOMAIN 2). Errors: UNKNOWN_LEVEL, LEVEL_NEEDS_REGION.

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

// national, provincial, city, county, and the Chinese names of those levels
// with or without 级 (国家级, 自治区级, 直辖市级, 地市级, 区县级 …), trimmed,
// NFKC.
absl::StatusOr<Level> ParseLevel(std::string_view text);

// The digits of a region of this level: 0, 2, 4, 6.
int LevelDigits(Level level);

// The body behind a task: the task's region cut to the level's digits. A level
// finer than the region (county in "64") names no body and is refused.
absl::StatusOr<Authority> AuthorityOfTask(std::string_view name, Level level,
                                          const Region& region);

// The body behind an imported check, which carries no region: the one of its
// level over the enterprise's region.
Authority AuthorityOver(std::string_view name, Level level, const Usci& usci);

// Equal name, level and region.
bool SameAuthority(const Authority& a, const Authority& b);
// Whether `superior` 上级 has a higher level and a region that holds the
// other's.
bool IsSuperior(const Authority& superior, const Authority& subordinate);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_AUTHORITY_H_
