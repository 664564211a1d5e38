#include "lib/base/certificate.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

#include "lib/base/openssl.h"

namespace spotcheck {
namespace {

struct CertificateDeleter {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
struct BioDeleter {
  void operator()(BIO* bio) const { BIO_free(bio); }
};

std::optional<absl::Time> TimeOf(const ASN1_TIME* stamp) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(stamp, &parts) != 1) return std::nullopt;
  return absl::FromTM(parts, absl::UTCTimeZone());
}

}  // namespace

std::optional<CertificateValidity> ValidityOf(const std::string& pem) {
  const ErrorQueueGuard guard;
  const std::unique_ptr<BIO, BioDeleter> bio(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (bio == nullptr) return std::nullopt;
  const std::unique_ptr<X509, CertificateDeleter> certificate(
      PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
  if (certificate == nullptr) return std::nullopt;
  const auto from = TimeOf(X509_get0_notBefore(certificate.get()));
  const auto until = TimeOf(X509_get0_notAfter(certificate.get()));
  if (!from.has_value() || !until.has_value()) return std::nullopt;
  return CertificateValidity{*from, *until};
}

}  // namespace spotcheck
