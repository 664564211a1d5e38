#ifndef SPOTCHECK_LIB_RULES_DRAW_TICKET_H_
#define SPOTCHECK_LIB_RULES_DRAW_TICKET_H_

// The one source of chance in a draw (protocol step 5): a ticket is an HMAC of
// its labels under the seed, so it depends on nothing that was drawn before it.
// A number as a label is its decimal text.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"

namespace spotcheck::rules {

// Reads a ticket as a big-endian number and gives its remainder modulo
// `divisor`; nothing for the top of the range, where the remainders would not
// be equally likely. `divisor` lies in 1…kMaxUniform.
std::optional<std::uint64_t> AcceptUniform(const Digest& ticket,
                                           std::uint64_t divisor);

// The largest divisor. Remainders are taken byte by byte in 64 bits. The
// protocol's own divisors, weights times units, stay below 2^30.
inline constexpr std::uint64_t kMaxUniform = std::uint64_t{1} << 55;

// Makes tickets under one seed. Not thread-safe: each thread takes a fork.
class Tickets {
 public:
  Tickets(HashSuite suite, const Digest& prk);
  // Makes another object that gives the same tickets.
  Tickets Fork() const { return Tickets(suite_, prk_); }

  Digest Of(std::initializer_list<std::string_view> labels) const;
  // Gives an exactly uniform number below `divisor`; DRAW_UNIFORM_RANGE where
  // the divisor is outside 1…kMaxUniform.
  absl::StatusOr<std::uint64_t> Uniform(
      std::uint64_t divisor,
      std::initializer_list<std::string_view> labels) const;

 private:
  HashSuite suite_;
  Digest prk_;
  HmacKey key_;
  mutable std::string message_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TICKET_H_
