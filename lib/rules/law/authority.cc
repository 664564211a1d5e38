#include "lib/rules/law/authority.h"

#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/errors.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules {

absl::StatusOr<Level> ParseLevel(std::string_view text) {
  ASSIGN_OR_RETURN(const std::string name, NormaliseName(text));
  std::string_view word = name;
  constexpr std::string_view kSuffix = "级";
  if (word.ends_with(kSuffix)) word.remove_suffix(kSuffix.size());
  auto level = FromSynonym<Level>(word);
  if (!level.has_value()) level = FromTyped<Level>(name);
  if (!level.has_value()) return law_errors::UnknownLevel(std::string(text));
  return *level;
}

int LevelDigits(Level level) {
  switch (level) {
    case Level::kNational:
      return 0;
    case Level::kProvincial:
      return 2;
    case Level::kCity:
      return 4;
    case Level::kCounty:
      return 6;
  }
  return 0;
}

absl::StatusOr<Authority> AuthorityOfTask(std::string_view name, Level level,
                                          const Region& region) {
  const int digits = LevelDigits(level);
  if (static_cast<int>(region.str().size()) < digits) {
    return law_errors::LevelNeedsRegion(digits, region);
  }
  return Authority{std::string(name), level,
                   Region::Prefix(region.str(), digits)};
}

Authority AuthorityOver(std::string_view name, Level level, const Usci& usci) {
  return {std::string(name), level,
          Region::Prefix(usci.region(), LevelDigits(level))};
}

bool SameAuthority(const Authority& a, const Authority& b) { return a == b; }

bool IsSuperior(const Authority& superior, const Authority& subordinate) {
  return superior.level < subordinate.level &&
         superior.region.Contains(subordinate.region.str());
}

bool CoversAuthority(const Authority& granted, const Authority& other) {
  if (IsSuperior(granted, other)) return true;
  if (granted.level != other.level || granted.region != other.region) {
    return false;
  }
  const auto name = NormaliseName(granted.name);
  const auto other_name = NormaliseName(other.name);
  return name.ok() && other_name.ok() && *name == *other_name;
}

}  // namespace spotcheck::rules
