#include "client/environment.h"

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <iostream>

#include "client/io/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kUuidSize = 36;
constexpr std::size_t kHyphens[] = {8, 13, 18, 23};

bool IsHyphenPosition(std::size_t at) {
  for (const std::size_t hyphen : kHyphens) {
    if (at == hyphen) return true;
  }
  return false;
}

}  // namespace

absl::StatusOr<Session> Environment::Connect() const {
  ASSIGN_OR_RETURN(const Profile profile, LoadProfile(options));
  RETURN_IF_ERROR(CheckValidity(profile, clock_.Now()));
  return Session::Open(profile, options.timeout);
}

absl::StatusOr<v1::MutationOptions> Environment::NewMutation() const {
  v1::MutationOptions mutation;
  mutation.set_request_id(options.request_id);
  if (options.request_id.empty()) {
    mutation.set_request_id(NewUuid(entropy_));
  } else if (!IsUuid(options.request_id)) {
    return RequestIdMalformedError(options.request_id);
  }
  mutation.set_validate_only(options.mutation == Mutation::kValidateOnly);
  return mutation;
}

void Environment::Say(const Phrase& phrase) const {
  std::cerr << In(options.language, phrase) << '\n';
}

void Environment::Say(const Localized& sentence) const {
  Say(Phrase{sentence.zh, sentence.en});
}

bool IsUuid(std::string_view text) {
  if (text.size() != kUuidSize) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (IsHyphenPosition(i) ? c != '-' : std::isxdigit(c) == 0) return false;
  }
  return true;
}

std::string DerivedRequestId(const std::string& base, std::int64_t number) {
  // Makes a UUID of version 8, "custom" (RFC 9562), from the first 16 bytes of
  // a hash.
  const Digest digest =
      Sha256(Lp({"spotcheck-request/1", base, std::to_string(number)}));
  std::string bytes(digest.view().substr(0, 16));
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x80);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  std::string uuid = HexEncode(bytes);
  for (const std::size_t hyphen : kHyphens) uuid.insert(hyphen, "-");
  return uuid;
}

}  // namespace spotcheck::client
