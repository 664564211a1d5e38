#include "lib/app/draw/payloads.h"

#include <optional>
#include <tuple>
#include <utility>

#include "lib/rules/draw/words.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/text_forms.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store::codec {

// Journals hold these members in alphabetical order.
template <>
struct Shape<app::StratumPreview> {
  using R = app::StratumPreview;
  static constexpr auto kMembers = std::tuple(
      Member{"eligible", &R::eligible}, Member{"excluded", &R::excluded},
      Member{"in_scope", &R::in_scope}, Member{"stratum", &R::stratum},
      Member{"weight", &R::weight});
};
template <>
struct Shape<app::Bottleneck> {
  using R = app::Bottleneck;
  static constexpr auto kMembers =
      std::tuple(Member{"bins", &R::bins}, Member{"capacity", &R::capacity},
                 Member{"demand", &R::demand}, Member{"items", &R::items},
                 Member{"kind", &R::kind});
};
template <>
struct Shape<app::RunOutcome> {
  using R = app::RunOutcome;
  static constexpr auto kMembers =
      std::tuple(Member{"bottlenecks", &R::bottlenecks},
                 Member{"inspector_overflow", &R::inspector_overflow},
                 Member{"lab_overflow", &R::lab_overflow});
};

}  // namespace spotcheck::store::codec

namespace spotcheck::app {
namespace {

struct NamedText {
  const char* payload;
  std::string_view text;
};
template <typename T>
absl::StatusOr<T> Decode(const NamedText& read) {
  std::optional<T> decoded = store::codec::Decode<T>(read.text);
  if (!decoded.has_value()) return store::PayloadMalformedError(read.payload);
  return *std::move(decoded);
}

// A bottleneck names at most this many of the items that compete for capacity;
// their number is always given.
constexpr std::size_t kNamedItems = 20;

std::string ItemName(const std::pair<Usci, LineId>& item) {
  return item.first.str() + " " + item.second.str();
}
std::string ItemName(const Usci& item) { return item.str(); }

template <typename Found>
Bottleneck Describe(rules::Pool pool, const Found& found) {
  Bottleneck bottleneck;
  bottleneck.kind = std::string(CodeOf(pool));
  for (const auto& bin : found.bins) bottleneck.bins.push_back(bin.str());
  bottleneck.capacity = found.capacity;
  bottleneck.demand = found.demand;
  for (const auto& item : found.items) {
    if (bottleneck.items.size() == kNamedItems) break;
    bottleneck.items.push_back(ItemName(item));
  }
  return bottleneck;
}

}  // namespace

std::string EncodePseudonyms(const std::map<std::string, std::string>& map) {
  return store::codec::Encode(map);
}

absl::StatusOr<std::map<std::string, std::string>> DecodePseudonyms(
    std::string_view text) {
  return Decode<std::map<std::string, std::string>>({"pseudonyms", text});
}

std::string EncodeStrata(const std::vector<StratumPreview>& strata) {
  return store::codec::Encode(strata);
}

absl::StatusOr<std::vector<StratumPreview>> DecodeStrata(
    std::string_view text) {
  return Decode<std::vector<StratumPreview>>({"strata", text});
}

RunOutcome OutcomeOf(const rules::DrawResult& result) {
  RunOutcome outcome;
  outcome.lab_overflow = result.lab_overflow;
  outcome.inspector_overflow = result.inspector_overflow;
  if (result.lab_bottleneck.has_value()) {
    outcome.bottlenecks.push_back(
        Describe(rules::Pool::kLabs, *result.lab_bottleneck));
  }
  if (result.inspector_bottleneck.has_value()) {
    outcome.bottlenecks.push_back(
        Describe(rules::Pool::kInspectors, *result.inspector_bottleneck));
  }
  return outcome;
}

std::string EncodeOutcome(const RunOutcome& outcome) {
  return store::codec::Encode(outcome);
}

absl::StatusOr<RunOutcome> DecodeOutcome(std::string_view text) {
  return Decode<RunOutcome>({"outcome", text});
}

}  // namespace spotcheck::app
