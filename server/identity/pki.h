#ifndef SPOTCHECK_SERVER_IDENTITY_PKI_H_
#define SPOTCHECK_SERVER_IDENTITY_PKI_H_

// The office's own certificates: X.509 v3, EC P-256, SHA-256. One certificate
// authority issues the server's certificate and one for each person; the
// subject of a person's certificate holds the name (CN) and the role (OU). Keys
// and certificates are PEM texts.

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// The name and role that a person's certificate states.
struct Identity {
  std::string name;
  Role role = Role::kWitness;
};

struct KeyPair {
  std::string certificate;
  std::string key;  // PKCS #8, not encrypted
};

// A name has 1–64 characters of [A-Za-z0-9._-] and no leading dot, because
// files are named by it.
absl::Status ValidatePersonName(const std::string& name);

inline constexpr int kAuthorityDays = 3650;
inline constexpr int kPersonDays = 730;

class CertificateAuthority {
 public:
  static CertificateAuthority Create(absl::Time now);
  // Error: DATA_LOSS where one of the texts cannot be read, or key and
  // certificate do not belong together.
  static absl::StatusOr<CertificateAuthority> Load(const KeyPair& own);
  ~CertificateAuthority();
  CertificateAuthority(CertificateAuthority&&) noexcept;
  CertificateAuthority& operator=(CertificateAuthority&&) noexcept;

  KeyPair own() const;
  // The certificate names localhost, 127.0.0.1, ::1 and `hosts` (INVALID_HOST).
  // It expires together with the authority's own.
  absl::StatusOr<KeyPair> IssueServer(const std::vector<std::string>& hosts,
                                      absl::Time now) const;
  // Errors: INVALID_PERSON_NAME, INVALID_VALIDITY.
  absl::StatusOr<KeyPair> IssuePerson(const Identity& identity, absl::Time now,
                                      int days) const;

 private:
  struct Parts;
  explicit CertificateAuthority(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// The length of a serial in a person's certificate.
inline constexpr std::size_t kSerialDigits = 32;
struct CertificateFacts {
  Identity identity;
  std::string serial;  // kSerialDigits lower-case hex digits
  absl::Time issued;   // a few minutes before it was made: clocks may lag
  absl::Time expires;
};
// Reads a certificate that TLS has verified already. Error: NO_IDENTITY
// (UNAUTHENTICATED) where it names no person or no role.
absl::StatusOr<CertificateFacts> FactsOf(const std::string& certificate);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PKI_H_
