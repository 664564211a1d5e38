#include "lib/rules/draw/ticket.h"

#include "lib/base/bytes.h"
#include "lib/rules/draw/errors.h"

namespace spotcheck::rules {
namespace {

constexpr int kDigestBytes = 32;

std::uint64_t Remainder(const Digest& number, std::uint64_t divisor) {
  std::uint64_t rest = 0;
  for (const std::uint8_t byte : number.bytes) {
    rest = (rest * 256 + byte) % divisor;
  }
  return rest;
}

// Gives 2^256 mod divisor.
std::uint64_t RemainderOfRange(std::uint64_t divisor) {
  std::uint64_t rest = 1 % divisor;
  for (int i = 0; i < kDigestBytes; ++i) rest = rest * 256 % divisor;
  return rest;
}

// Gives 2^256 - 1 - number, or 2^64 - 1 where that is larger still.
std::uint64_t DistanceToTop(const Digest& number) {
  std::uint64_t distance = 0;
  for (const std::uint8_t byte : number.bytes) {
    if (distance >> 56 != 0) return ~std::uint64_t{0};
    distance = distance * 256 + static_cast<std::uint8_t>(~byte);
  }
  return distance;
}

}  // namespace

std::optional<std::uint64_t> AcceptUniform(const Digest& ticket,
                                           std::uint64_t divisor) {
  // x < ⌊2^256 / D⌋·D holds exactly where 2^256 - 1 - x >= 2^256 mod D.
  if (DistanceToTop(ticket) < RemainderOfRange(divisor)) return std::nullopt;
  return Remainder(ticket, divisor);
}

Tickets::Tickets(HashSuite suite, const Digest& prk)
    : suite_(suite), prk_(prk), key_(suite, prk.view()) {}

Digest Tickets::Of(std::initializer_list<std::string_view> labels) const {
  message_.clear();
  for (const std::string_view label : labels) AppendLp(label, message_);
  message_.push_back('\x01');
  return key_.Sign(message_);
}

absl::StatusOr<std::uint64_t> Tickets::Uniform(
    std::uint64_t divisor,
    std::initializer_list<std::string_view> labels) const {
  if (divisor == 0 || divisor > kMaxUniform) {
    return draw_errors::UniformRange(divisor);
  }
  for (std::uint64_t attempt = 0;; ++attempt) {
    message_.clear();
    for (const std::string_view label : labels) AppendLp(label, message_);
    AppendLp(std::to_string(attempt), message_);
    message_.push_back('\x01');
    const auto number = AcceptUniform(key_.Sign(message_), divisor);
    if (number.has_value()) return *number;
  }
}

}  // namespace spotcheck::rules
