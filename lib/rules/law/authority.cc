#include "lib/rules/law/authority.h"

#include <algorithm>
#include <array>

#include "lib/base/status_macros.h"
#include "lib/rules/law/errors.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules {
namespace {

struct LevelWord {
  std::string_view word;  // without a final 级
  Level level;
};
constexpr std::array kLevelWords = std::to_array<LevelWord>({
    {"national", Level::kNational},
    {"国家", Level::kNational},
    {"provincial", Level::kProvincial},
    {"省", Level::kProvincial},
    {"自治区", Level::kProvincial},
    {"直辖市", Level::kProvincial},
    {"city", Level::kCity},
    {"市", Level::kCity},
    {"地市", Level::kCity},
    {"设区市", Level::kCity},
    {"自治州", Level::kCity},
    {"county", Level::kCounty},
    {"县", Level::kCounty},
    {"区", Level::kCounty},
    {"区县", Level::kCounty},
    {"县区", Level::kCounty},
    {"县市", Level::kCounty},
});

}  // namespace

absl::StatusOr<Level> ParseLevel(std::string_view text) {
  ASSIGN_OR_RETURN(const std::string name, NormaliseName(text));
  std::string_view word = name;
  constexpr std::string_view kSuffix = "级";
  if (word.ends_with(kSuffix)) word.remove_suffix(kSuffix.size());
  const auto found =
      std::find_if(kLevelWords.begin(), kLevelWords.end(),
                   [word](const LevelWord& w) { return w.word == word; });
  if (found == kLevelWords.end()) {
    return law_errors::UnknownLevel(std::string(text));
  }
  return found->level;
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

}  // namespace spotcheck::rules
