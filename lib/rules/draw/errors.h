#ifndef SPOTCHECK_LIB_RULES_DRAW_ERRORS_H_
#define SPOTCHECK_LIB_RULES_DRAW_ERRORS_H_

// The errors of the draw itself; the table in errors.cc holds their sentences.
// bundle/errors.h has the errors of a bundle's files.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules::draw_errors {

// Gives the table to the room's test.
std::span<const ErrorRow> ErrorRows();

// A field or file and the value found in it.
struct Found {
  std::string_view where;
  std::string value;
};

// The plan has a number outside 1…limit.
absl::Status NumberOutOfRange(std::string_view field, std::int64_t value,
                              std::int64_t limit);
absl::Status TextMalformed(const Found& found);
absl::Status ListEmpty(std::string_view field);
absl::Status ListRepeats(const Found& found);

// Rows of the frozen files.
absl::Status RowOrder(std::string_view file, std::int64_t line);
absl::Status IdOrder(const Found& found);
absl::Status BarRepeated(std::string_view file, const Usci& usci);
absl::Status UnknownEnterprise(std::string_view file, const Usci& usci);
absl::Status UnknownCategory(const Usci& usci, const LineId& line);
absl::Status EvidenceMalformed(std::string_view file, const Usci& usci);
absl::Status CodeNeedsLaterAttempt(const Usci& usci, std::string_view code);
absl::Status StratumWithoutWeight(const Usci& usci, const Stratum& stratum);
absl::Status EligibleWithoutLine(const Usci& usci);
absl::Status NoEligibleLineHasOne(const Usci& usci);
absl::Status OtherStratumIsDrawn(const Usci& usci, const Stratum& stratum);
absl::Status EligibleWithoutLab(const Usci& usci, const LineId& line);
absl::Status NoLabHasOne(const Usci& usci, const LineId& line);
absl::Status TooFewInspectors(const Usci& usci, std::int64_t unbarred,
                              std::int64_t needed);

// `excluded` counts the rows of the frame that cannot be drawn, by code.
absl::Status SampleTooLarge(
    std::int64_t sample_size, std::int64_t eligible,
    const std::map<std::string, std::int64_t>& excluded);

// Attempts, witnesses and the seed.
absl::Status PreviousMissing(std::int64_t attempt);
absl::Status NoWitness();
absl::Status WitnessesAlike(std::string_view field, std::int64_t first,
                            std::int64_t second);
absl::Status WitnessKeyUnfit(std::int64_t index);
absl::Status SecretSize(std::string_view field, std::int64_t size);
absl::Status BeaconSpecMalformed(const std::string& spec);
absl::Status BeaconFieldsMismatch(const std::string& spec);
absl::Status BeaconValueMismatch();

// The Merkle path does not fit leaf `index` of a tree of `size` leaves.
absl::Status PathMalformed(std::int64_t index, std::int64_t size);

// NotSelected (NOT_FOUND): the selection does not have the enterprise.
// ProofMismatch: the proof leads to another root than `result_root`.
absl::Status NotSelected(const Usci& usci);
absl::Status ProofMismatch(const Digest& result_root);

// The divisor is outside 1…kMaxUniform.
absl::Status UniformRange(std::uint64_t divisor);

// An item of the matching has fewer candidates than it has slots.
absl::Status TooFewCandidates(std::int64_t item, std::int64_t candidates,
                              std::int64_t slots);

}  // namespace spotcheck::rules::draw_errors

#endif  // SPOTCHECK_LIB_RULES_DRAW_ERRORS_H_
