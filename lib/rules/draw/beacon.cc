#include "lib/rules/draw/beacon.h"

#include <array>

#include "lib/rules/draw/text.h"

namespace spotcheck::rules {
namespace {

struct Chain {
  std::string_view hash;
  std::int64_t genesis;  // seconds since 1970, the time of round 1
  std::int64_t period;   // seconds
};

// The League of Entropy's public chains (drand.love, chain information).
constexpr std::array<Chain, 2> kChains = {{
    {"8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
     1595431050, 30},
    {"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
     1692803367, 3},
}};
constexpr std::string_view kPrefix = "drand:";

}  // namespace

std::optional<absl::Time> BeaconRoundTime(std::string_view spec) {
  if (!IsBeaconSpec(spec)) return std::nullopt;
  const std::size_t colon = spec.rfind(':');
  const std::string_view hash =
      spec.substr(kPrefix.size(), colon - kPrefix.size());
  const std::string_view digits = spec.substr(colon + 1);
  std::int64_t round = 0;
  for (const char digit : digits) round = round * 10 + (digit - '0');
  for (const Chain& chain : kChains) {
    if (chain.hash == hash) {
      return absl::FromUnixSeconds(chain.genesis) +
             (round - 1) * absl::Seconds(chain.period);
    }
  }
  return std::nullopt;
}

}  // namespace spotcheck::rules
