#ifndef SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_
#define SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_

// A witness's contribution from dice or lottery digits that a person typed:
// randomness that no computer made.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::client {

// Guessing 2^128 tries is out of anybody's reach; less is refused.
inline constexpr int kMinEntropyBits = 128;

enum class TypedSource {
  kDice,    // 1–6, log2(6) bits each
  kDigits,  // 0–9, log2(10) bits each
};

struct TypedContribution {
  std::string bytes;  // 32, SHA-256 of lp("spotcheck-typed-entropy/1", source
                      // "dice" or "digits", the digits)
  int digits = 0;
  double bits = 0;  // if each digit was fair and independent
};

// ASCII digits with single spaces or hyphens between them. Full-width digits
// are refused, not converted: two people who typed the same must have typed the
// same bytes. TYPED_DIGIT, TOO_LITTLE_ENTROPY.
absl::StatusOr<TypedContribution> ContributionFromTyped(TypedSource source,
                                                        std::string_view typed);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WITNESS_TYPED_ENTROPY_H_
