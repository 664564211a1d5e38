#include "lib/base/sealer.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>

#include "lib/base/bytes.h"
#include "lib/base/errors.h"
#include "lib/base/openssl.h"

namespace spotcheck {
namespace {

constexpr std::size_t kMasterKeySize = 32;
constexpr std::size_t kNonceSize = 12;  // GCM hashes a nonce of another size
constexpr std::size_t kTagSize = 16;
// OpenSSL counts in int; longer texts go in steps of this many bytes.
constexpr std::size_t kMaxStep = std::size_t{1} << 30;

// The key is made per call, since several threads must not share an HmacKey.
std::string Mac(std::string_view key, std::string_view message) {
  return std::string(HmacKey(HashSuite::kSha256, key).Sign(message).view());
}

using Cipher = OpensslPtr<EVP_CIPHER_CTX>;
using UpdateFunction = int (*)(EVP_CIPHER_CTX*, unsigned char*, int*,
                               const unsigned char*, int);

// Runs `in` through `update` to `out`, which is null for additional data.
void Feed(UpdateFunction update, EVP_CIPHER_CTX* cipher, std::string_view in,
          std::uint8_t* out) {
  while (!in.empty()) {
    const std::size_t step = std::min(in.size(), kMaxStep);
    int written = 0;
    CheckOpenssl(
        update(cipher, out, &written, AsUint8(in), static_cast<int>(step)));
    if (out != nullptr) out += step;
    in.remove_prefix(step);
  }
}

}  // namespace

Sealer::Sealer(std::string_view master_key)
    : seal_key_(Mac(master_key, "seal")),
      nonce_key_(Mac(master_key, "nonce")),
      tag_key_(Mac(master_key, "tag")) {
  CheckOpenssl(master_key.size() == kMasterKeySize ? 1 : 0);
}

std::string Sealer::Seal(std::string_view context,
                         std::string_view plain) const {
  // Two texts share a nonce only if 96 bits of the keyed hash agree.
  // Sha256(plain) stands for the text, so that a large text is not copied.
  const std::string nonce = Mac(nonce_key_, Lp({context, Sha256(plain).view()}))
                                .substr(0, kNonceSize);
  const Cipher cipher(CheckMade(EVP_CIPHER_CTX_new()));
  CheckOpenssl(EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(),
                                   AsUint8(seal_key_), AsUint8(nonce),
                                   nullptr));
  Feed(EVP_EncryptUpdate, cipher.get(), context, nullptr);
  std::string sealed = nonce;
  sealed.resize(kNonceSize + plain.size() + kTagSize);
  std::uint8_t* const text = AsUint8(sealed.data()) + kNonceSize;
  Feed(EVP_EncryptUpdate, cipher.get(), plain, text);
  std::uint8_t* const tag = text + plain.size();
  int written = 0;
  CheckOpenssl(EVP_EncryptFinal_ex(cipher.get(), tag, &written));
  CheckOpenssl(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG,
                                   static_cast<int>(kTagSize), tag));
  return sealed;
}

absl::StatusOr<std::string> Sealer::Open(std::string_view context,
                                         std::string_view sealed) const {
  if (sealed.size() < kNonceSize + kTagSize) return SealBrokenError();
  const std::size_t size = sealed.size() - kNonceSize - kTagSize;
  std::string tag(sealed.substr(kNonceSize + size));
  const Cipher cipher(CheckMade(EVP_CIPHER_CTX_new()));
  CheckOpenssl(EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(),
                                   AsUint8(seal_key_), AsUint8(sealed),
                                   nullptr));
  Feed(EVP_DecryptUpdate, cipher.get(), context, nullptr);
  std::string plain(size, '\0');
  Feed(EVP_DecryptUpdate, cipher.get(), sealed.substr(kNonceSize, size),
       AsUint8(plain.data()));
  CheckOpenssl(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG,
                                   static_cast<int>(kTagSize), tag.data()));
  int written = 0;
  std::uint8_t unused[kTagSize];
  const ErrorQueueGuard guard;
  if (EVP_DecryptFinal_ex(cipher.get(), unused, &written) != 1) {
    return SealBrokenError();
  }
  return plain;
}

Digest Sealer::Tag(std::string_view label, std::string_view value) const {
  return HmacKey(HashSuite::kSha256, tag_key_).Sign(Lp({label, value}));
}

}  // namespace spotcheck
