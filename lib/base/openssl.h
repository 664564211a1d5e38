#ifndef SPOTCHECK_LIB_BASE_OPENSSL_H_
#define SPOTCHECK_LIB_BASE_OPENSSL_H_

// This header is for the .cc files of this room only. It has owning pointers to
// OpenSSL objects, and stops the process where a call fails that fails only for
// want of memory or of a provider.

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace spotcheck {

// Stops the process unless `result` is 1: going on without a hash, a cipher or
// randomness would be worse than a restart.
inline void CheckOpenssl(int result) {
  if (result == 1) return;
  std::fputs("fatal: a cryptographic primitive failed\n", stderr);
  std::abort();
}

// Returns `object`; stops the process if OpenSSL could not make it.
template <typename T>
T* CheckMade(T* object) {
  CheckOpenssl(object != nullptr ? 1 : 0);
  return object;
}

// Stands around a call that may fail in ordinary use and takes back what it
// left in the thread's error queue; TLS code would take that for its own error.
class ErrorQueueGuard {
 public:
  ErrorQueueGuard() { ERR_set_mark(); }
  ~ErrorQueueGuard() { ERR_pop_to_mark(); }
  ErrorQueueGuard(const ErrorQueueGuard&) = delete;
  ErrorQueueGuard& operator=(const ErrorQueueGuard&) = delete;
};

struct OpensslDeleter {
  void operator()(EVP_MD_CTX* p) const { EVP_MD_CTX_free(p); }
  void operator()(EVP_CIPHER_CTX* p) const { EVP_CIPHER_CTX_free(p); }
  void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
  void operator()(BIGNUM* p) const { BN_clear_free(p); }
  void operator()(BN_CTX* p) const { BN_CTX_free(p); }
};
template <typename T>
using OpensslPtr = std::unique_ptr<T, OpensslDeleter>;

inline const std::uint8_t* AsUint8(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}
inline std::uint8_t* AsUint8(char* bytes) {
  return reinterpret_cast<std::uint8_t*>(bytes);
}

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_OPENSSL_H_
