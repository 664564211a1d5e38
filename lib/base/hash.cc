// SHA-256 goes through OpenSSL's low-level SHA256_* calls, although they are
// deprecated: for the short messages of a draw they are 3 to 5 times as fast as
// EVP, which allocates and locks, and a keyed state is a plain value to copy.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "lib/base/hash.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <variant>

#include "lib/base/bytes.h"
#include "lib/base/errors.h"
#include "lib/base/hash_words.h"
#include "lib/base/openssl.h"

namespace spotcheck {
namespace {

constexpr std::size_t kBlockSize = 64;  // bytes, of both suites
constexpr std::uint8_t kInnerPad = 0x36;
constexpr std::uint8_t kOuterPad = 0x5C;

using EvpContext = OpensslPtr<EVP_MD_CTX>;

// SM3 is fetched once, since EVP_sm3() would look the provider up at every use.
const EVP_MD* Sm3() {
  static const EVP_MD* const kSm3 =
      CheckMade(EVP_MD_fetch(nullptr, "SM3", nullptr));
  return kSm3;
}

SHA256_CTX StartSha256() {
  SHA256_CTX context;
  CheckOpenssl(SHA256_Init(&context));
  return context;
}

EvpContext StartSm3() {
  EvpContext context(CheckMade(EVP_MD_CTX_new()));
  CheckOpenssl(EVP_DigestInit_ex2(context.get(), Sm3(), nullptr));
  return context;
}

void Add(SHA256_CTX& context, std::string_view bytes) {
  CheckOpenssl(SHA256_Update(&context, bytes.data(), bytes.size()));
}

void Add(EvpContext& context, std::string_view bytes) {
  CheckOpenssl(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()));
}

Digest End(SHA256_CTX& context) {
  Digest digest;
  CheckOpenssl(SHA256_Final(digest.bytes.data(), &context));
  return digest;
}

Digest End(EvpContext& context) {
  Digest digest;
  CheckOpenssl(EVP_DigestFinal_ex(context.get(), digest.bytes.data(), nullptr));
  return digest;
}

// Gives the key as one block of HMAC (RFC 2104), xored with `pad`.
std::string KeyBlock(HashSuite suite, std::string_view key, std::uint8_t pad) {
  std::string block = key.size() <= kBlockSize
                          ? std::string(key)
                          : std::string(Hash(suite, key).view());
  block.resize(kBlockSize, '\0');
  for (char& c : block) {
    c = static_cast<char>(static_cast<std::uint8_t>(c) ^ pad);
  }
  return block;
}

struct Sha256Keyed {
  SHA256_CTX inner = StartSha256();
  SHA256_CTX outer = StartSha256();

  Digest Sign(std::string_view message) const {
    SHA256_CTX context = inner;
    Add(context, message);
    const Digest first = End(context);
    context = outer;
    Add(context, first.view());
    return End(context);
  }
};

struct Sm3Keyed {
  EvpContext inner = StartSm3();
  EvpContext outer = StartSm3();
  EvpContext scratch = StartSm3();  // allocated once, overwritten by copies

  Digest Sign(std::string_view message) {
    CheckOpenssl(EVP_MD_CTX_copy_ex(scratch.get(), inner.get()));
    Add(scratch, message);
    const Digest first = End(scratch);
    CheckOpenssl(EVP_MD_CTX_copy_ex(scratch.get(), outer.get()));
    Add(scratch, first.view());
    return End(scratch);
  }
};

}  // namespace

std::string Digest::ToHex() const { return HexEncode(view()); }

std::string ShortId(const Digest& digest) {
  constexpr std::size_t kCharacters = 14;  // 70 bits
  constexpr int kBitsEach = 5;
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (std::size_t i = 0; text.size() < kCharacters; ++i) {
    buffer = ((buffer << 8) | digest.bytes[i]) & 0xFFFU;
    bits += 8;
    for (; bits >= kBitsEach && text.size() < kCharacters; bits -= kBitsEach) {
      text += kAlphabet[(buffer >> (bits - kBitsEach)) & 31U];
    }
  }
  return text;
}

absl::StatusOr<Digest> DigestFromBytes(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.bytes.size()) {
    return InvalidDigestError(bytes.size());
  }
  std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

absl::StatusOr<Digest> DigestFromHex(std::string_view hex) {
  const absl::StatusOr<std::string> bytes = HexDecode(hex);
  if (!bytes.ok()) return bytes.status();
  return DigestFromBytes(*bytes);
}

std::string_view HashSuiteName(HashSuite suite) { return CodeOf(suite); }

absl::StatusOr<HashSuite> ParseHashSuite(std::string_view name) {
  const std::optional<HashSuite> suite = FromCode<HashSuite>(name);
  if (!suite.has_value()) return UnknownHashSuiteError(name);
  return *suite;
}

struct Hasher::State {
  std::variant<SHA256_CTX, EvpContext> context;
};

Hasher::Hasher(HashSuite suite) : state_(std::make_unique<State>()) {
  switch (suite) {
    case HashSuite::kSha256:
      state_->context = StartSha256();
      break;
    case HashSuite::kSm3:
      state_->context = StartSm3();
      break;
  }
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

Hasher& Hasher::Update(std::string_view bytes) {
  assert(state_ != nullptr);
  std::visit([bytes](auto& context) { Add(context, bytes); }, state_->context);
  return *this;
}

Digest Hasher::Final() {
  assert(state_ != nullptr);
  const std::unique_ptr<State> state = std::move(state_);
  return std::visit([](auto& context) { return End(context); }, state->context);
}

Digest Hash(HashSuite suite, std::string_view bytes) {
  const auto hash = [bytes](auto context) {
    Add(context, bytes);
    return End(context);
  };
  switch (suite) {
    case HashSuite::kSha256:
      return hash(StartSha256());
    case HashSuite::kSm3:
      return hash(StartSm3());
  }
  return {};
}

struct HmacKey::State {
  std::variant<Sha256Keyed, Sm3Keyed> keyed;
};

HmacKey::HmacKey(HashSuite suite, std::string_view key)
    : state_(std::make_unique<State>()) {
  switch (suite) {
    case HashSuite::kSha256:
      break;  // the variant's first alternative
    case HashSuite::kSm3:
      state_->keyed.emplace<Sm3Keyed>();
      break;
  }
  std::visit(
      [&](auto& keyed) {
        Add(keyed.inner, KeyBlock(suite, key, kInnerPad));
        Add(keyed.outer, KeyBlock(suite, key, kOuterPad));
      },
      state_->keyed);
}
HmacKey::~HmacKey() = default;
HmacKey::HmacKey(HmacKey&&) noexcept = default;
HmacKey& HmacKey::operator=(HmacKey&&) noexcept = default;

Digest HmacKey::Sign(std::string_view message) const {
  return std::visit([message](auto& keyed) { return keyed.Sign(message); },
                    state_->keyed);
}

}  // namespace spotcheck
