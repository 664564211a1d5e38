#ifndef SPOTCHECK_LIB_APP_DRAW_PAYLOADS_H_
#define SPOTCHECK_LIB_APP_DRAW_PAYLOADS_H_

// Small JSON payloads of draw events that only this room writes and reads.
// Decoding fails with PAYLOAD_MALFORMED.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/draw/types.h"
#include "lib/rules/draw/result.h"

namespace spotcheck::app {

// Payloads of the commitment: the badge behind each pseudonym, and the counts
// of each stratum.
std::string EncodePseudonyms(const std::map<std::string, std::string>& map);
absl::StatusOr<std::map<std::string, std::string>> DecodePseudonyms(
    std::string_view text);
std::string EncodeStrata(const std::vector<StratumPreview>& strata);
absl::StatusOr<std::vector<StratumPreview>> DecodeStrata(std::string_view text);

// Payload "outcome" of the run: how far the capacities of laboratories and
// inspectors were raised, and why.
struct RunOutcome {
  std::int64_t lab_overflow = 0;
  std::int64_t inspector_overflow = 0;
  std::vector<Bottleneck> bottlenecks;
};
RunOutcome OutcomeOf(const rules::DrawResult& result);
std::string EncodeOutcome(const RunOutcome& outcome);
absl::StatusOr<RunOutcome> DecodeOutcome(std::string_view text);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_PAYLOADS_H_
