#include "lib/base/signing.h"

#include <openssl/bn.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>

#include "lib/base/bytes.h"
#include "lib/base/errors.h"
#include "lib/base/openssl.h"
#include "lib/base/status_macros.h"

namespace spotcheck {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kSignatureSize = 64;

// RFC 8032, section 5.1, gives p = 2^255 - 19 and the curve's d.
constexpr char kPrime[] =
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";
constexpr char kCurveD[] =
    "52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3";

// The eight points whose order divides 8 have these y coordinates, in hex, most
// significant byte first, with either sign of x. (The other encodings of 0 and
// 1, p and p + 1, are refused as y >= p.)
constexpr const char* kSmallOrderY[] = {
    "00",
    "01",
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
    "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
    "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7",
};

using Number = OpensslPtr<BIGNUM>;

Number NumberFromHex(const char* hex) {
  BIGNUM* number = nullptr;
  CheckOpenssl(BN_hex2bn(&number, hex) > 0 ? 1 : 0);
  return Number(number);
}

// Reads the y coordinate of an encoded point, without the sign of x.
Number DecodeY(std::string_view raw) {
  std::string bytes(raw);
  bytes.back() = static_cast<char>(bytes.back() & 0x7F);
  return Number(CheckMade(
      BN_lebin2bn(AsUint8(bytes), static_cast<int>(bytes.size()), nullptr)));
}

// True if some x satisfies -x^2 + y^2 = 1 + d x^2 y^2, that is, if (y^2 - 1) /
// (d y^2 + 1) is a square. The divisor is never 0, and a quotient is a square
// exactly where the product is.
bool IsOnCurve(const BIGNUM* y) {
  const OpensslPtr<BN_CTX> scratch(CheckMade(BN_CTX_new()));
  const Number p = NumberFromHex(kPrime);
  const Number d = NumberFromHex(kCurveD);
  const Number u(CheckMade(BN_new()));
  const Number v(CheckMade(BN_new()));
  if (BN_cmp(y, p.get()) >= 0) return false;  // not the canonical encoding
  CheckOpenssl(BN_mod_sqr(u.get(), y, p.get(), scratch.get()));
  CheckOpenssl(BN_mod_mul(v.get(), u.get(), d.get(), p.get(), scratch.get()));
  CheckOpenssl(
      BN_mod_add(v.get(), v.get(), BN_value_one(), p.get(), scratch.get()));
  CheckOpenssl(
      BN_mod_sub(u.get(), u.get(), BN_value_one(), p.get(), scratch.get()));
  CheckOpenssl(BN_mod_mul(u.get(), u.get(), v.get(), p.get(), scratch.get()));
  const int symbol = BN_kronecker(u.get(), p.get(), scratch.get());
  CheckOpenssl(symbol >= -1 ? 1 : 0);
  return symbol >= 0;
}

bool IsSmallOrder(const BIGNUM* y) {
  return std::any_of(std::begin(kSmallOrderY), std::end(kSmallOrderY),
                     [y](const char* hex) {
                       return BN_cmp(NumberFromHex(hex).get(), y) == 0;
                     });
}

OpensslPtr<EVP_PKEY> PrivateKey(const std::string& seed) {
  return OpensslPtr<EVP_PKEY>(CheckMade(EVP_PKEY_new_raw_private_key(
      EVP_PKEY_ED25519, nullptr, AsUint8(seed), seed.size())));
}

}  // namespace

absl::StatusOr<VerifyKey> VerifyKey::FromBytes(std::string_view raw) {
  if (raw.size() != kKeySize) {
    return InvalidVerifyKeyError(VerifyKeyFault::kSize);
  }
  const Number y = DecodeY(raw);
  if (!IsOnCurve(y.get())) {
    return InvalidVerifyKeyError(VerifyKeyFault::kNotAPoint);
  }
  if (IsSmallOrder(y.get())) {
    return InvalidVerifyKeyError(VerifyKeyFault::kSmallOrder);
  }
  VerifyKey key;
  key.bytes_ = raw;
  return key;
}

absl::StatusOr<VerifyKey> VerifyKey::FromHex(std::string_view hex) {
  ASSIGN_OR_RETURN(const std::string raw, HexDecode(hex));
  return FromBytes(raw);
}

std::string VerifyKey::ToHex() const { return HexEncode(bytes_); }

bool VerifyKey::Verify(std::string_view message,
                       std::string_view signature) const {
  if (signature.size() != kSignatureSize) return false;
  const ErrorQueueGuard guard;
  const OpensslPtr<EVP_PKEY> key(EVP_PKEY_new_raw_public_key(
      EVP_PKEY_ED25519, nullptr, AsUint8(bytes_), bytes_.size()));
  if (key == nullptr) return false;  // a default-constructed key
  const OpensslPtr<EVP_MD_CTX> context(CheckMade(EVP_MD_CTX_new()));
  CheckOpenssl(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr,
                                    key.get()));
  return EVP_DigestVerify(context.get(), AsUint8(signature), signature.size(),
                          AsUint8(message), message.size()) == 1;
}

SigningKey SigningKey::Generate(Entropy& entropy) {
  SigningKey key;
  key.seed_ = entropy.Bytes(kKeySize);
  return key;
}

absl::StatusOr<SigningKey> SigningKey::FromSeed(std::string_view seed) {
  if (seed.size() != kKeySize) return InvalidSeedError(seed.size());
  SigningKey key;
  key.seed_ = seed;
  return key;
}

VerifyKey SigningKey::verify_key() const {
  VerifyKey key;
  key.bytes_.resize(kKeySize);
  std::size_t size = kKeySize;
  CheckOpenssl(EVP_PKEY_get_raw_public_key(PrivateKey(seed_).get(),
                                           AsUint8(key.bytes_.data()), &size));
  return key;
}

std::string SigningKey::Sign(std::string_view message) const {
  const OpensslPtr<EVP_PKEY> key = PrivateKey(seed_);
  const OpensslPtr<EVP_MD_CTX> context(CheckMade(EVP_MD_CTX_new()));
  CheckOpenssl(
      EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()));
  std::string signature(kSignatureSize, '\0');
  std::size_t size = signature.size();
  CheckOpenssl(EVP_DigestSign(context.get(), AsUint8(signature.data()), &size,
                              AsUint8(message), message.size()));
  return signature;
}

}  // namespace spotcheck
