#ifndef SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_
#define SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_

// Makes a witness's contribution from dice or lottery digits that a person
// typed, so that its randomness comes from no computer.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::client {

// Nobody can make 2^128 guesses. Fewer bits are refused.
inline constexpr int kMinEntropyBits = 128;

enum class TypedSource {
  kDice,    // 1–6, log2(6) bits each
  kDigits,  // 0–9, log2(10) bits each
};

struct TypedContribution {
  // 32 bytes: SHA-256 of lp("spotcheck-typed-entropy/1", "dice" or "digits",
  // text)
  std::string bytes;
  int digits = 0;
  double bits = 0;  // holds if each digit was fair and independent
};

// The text has ASCII digits with single spaces or hyphens between them.
// Full-width digits are refused and not converted, so that two people who typed
// the same have typed the same bytes. Errors: TYPED_DIGIT, TOO_LITTLE_ENTROPY.
absl::StatusOr<TypedContribution> ContributionFromTyped(TypedSource source,
                                                        std::string_view typed);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_
