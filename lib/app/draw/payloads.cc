#include "lib/app/draw/payloads.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::app {
namespace {

using Json = nlohmann::json;

struct NamedText {
  const char* payload;
  std::string_view text;
};
absl::StatusOr<Json> Parse(const NamedText& read) {
  Json json = Json::parse(read.text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return store::PayloadMalformedError(read.payload);
  return json;
}

// Members that are absent or of another type read as zero or empty. The
// payload's hash has already shown that these are the bytes that were written.
std::int64_t Number(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_integer()
             ? found->get<std::int64_t>()
             : 0;
}
std::string Text(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : std::string();
}
std::vector<std::string> Texts(const Json& object, const char* name) {
  std::vector<std::string> texts;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return texts;
  for (const Json& text : *found) {
    if (text.is_string()) texts.push_back(text.get<std::string>());
  }
  return texts;
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
  return Json(map).dump();
}

absl::StatusOr<std::map<std::string, std::string>> DecodePseudonyms(
    std::string_view text) {
  ASSIGN_OR_RETURN(const Json json, Parse({"pseudonyms", text}));
  std::map<std::string, std::string> map;
  for (const auto& [pseudonym, badge] : json.items()) {
    if (badge.is_string()) map[pseudonym] = badge.get<std::string>();
  }
  return map;
}

std::string EncodeStrata(const std::vector<StratumPreview>& strata) {
  Json json = Json::array();
  for (const StratumPreview& stratum : strata) {
    json.push_back({{"stratum", stratum.stratum.str()},
                    {"in_scope", stratum.in_scope},
                    {"eligible", stratum.eligible},
                    {"excluded", stratum.excluded},
                    {"weight", stratum.weight}});
  }
  return json.dump();
}

absl::StatusOr<std::vector<StratumPreview>> DecodeStrata(
    std::string_view text) {
  ASSIGN_OR_RETURN(const Json json, Parse({"strata", text}));
  std::vector<StratumPreview> strata;
  for (const Json& entry : json) {
    StratumPreview stratum;
    stratum.stratum = Stratum(Text(entry, "stratum"));
    stratum.in_scope = Number(entry, "in_scope");
    stratum.eligible = Number(entry, "eligible");
    stratum.weight = Number(entry, "weight");
    const auto excluded = entry.find("excluded");
    if (excluded != entry.end()) {
      for (const auto& [code, n] : excluded->items()) {
        if (n.is_number_integer()) {
          stratum.excluded[code] = n.get<std::int64_t>();
        }
      }
    }
    strata.push_back(std::move(stratum));
  }
  return strata;
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
  Json bottlenecks = Json::array();
  for (const Bottleneck& bottleneck : outcome.bottlenecks) {
    bottlenecks.push_back({{"kind", bottleneck.kind},
                           {"bins", bottleneck.bins},
                           {"capacity", bottleneck.capacity},
                           {"demand", bottleneck.demand},
                           {"items", bottleneck.items}});
  }
  return Json{{"lab_overflow", outcome.lab_overflow},
              {"inspector_overflow", outcome.inspector_overflow},
              {"bottlenecks", std::move(bottlenecks)}}
      .dump();
}

absl::StatusOr<RunOutcome> DecodeOutcome(std::string_view text) {
  ASSIGN_OR_RETURN(const Json json, Parse({"outcome", text}));
  RunOutcome outcome;
  outcome.lab_overflow = Number(json, "lab_overflow");
  outcome.inspector_overflow = Number(json, "inspector_overflow");
  const auto bottlenecks = json.find("bottlenecks");
  if (bottlenecks == json.end()) return outcome;
  for (const Json& entry : *bottlenecks) {
    outcome.bottlenecks.push_back(
        {Text(entry, "kind"), Texts(entry, "bins"), Number(entry, "capacity"),
         Number(entry, "demand"), Texts(entry, "items")});
  }
  return outcome;
}

}  // namespace spotcheck::app
