#ifndef SPOTCHECK_LIB_BASE_CERTIFICATE_H_
#define SPOTCHECK_LIB_BASE_CERTIFICATE_H_

#include <optional>
#include <string>

#include "absl/time/time.h"

namespace spotcheck {

struct CertificateValidity {
  absl::Time from;
  absl::Time until;
};

// Reads the time for which the first certificate of a PEM text is valid.
// Returns nothing where the text is no certificate.
std::optional<CertificateValidity> ValidityOf(const std::string& pem);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_CERTIFICATE_H_
