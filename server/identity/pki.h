#ifndef SPOTCHECK_SERVER_IDENTITY_PKI_H_
#define SPOTCHECK_SERVER_IDENTITY_PKI_H_

// The office's own certificates: X.509 v3, EC P-256, SHA-256. One authority
// issues the server's certificate and one for each person; a person's subject
// holds the name (CN) and the role (OU). Values are PEM.

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// Who a certificate says that its holder is.
struct Identity {
  std::string name;
  Role role = Role::kWitness;
};

struct KeyPair {
  std::string certificate;
  std::string key;  // PKCS #8, not encrypted
};

// 1–64 of [A-Za-z0-9._-], no leading dot: it names files too.
absl::Status ValidatePersonName(const std::string& name);

inline constexpr int kAuthorityDays = 3650;
inline constexpr int kPersonDays = 730;

class CertificateAuthority {
 public:
  static CertificateAuthority Create(absl::Time now);
  // DATA_LOSS where one of the texts is none, or they do not belong together.
  static absl::StatusOr<CertificateAuthority> Load(const KeyPair& own);
  ~CertificateAuthority();
  CertificateAuthority(CertificateAuthority&&) noexcept;
  CertificateAuthority& operator=(CertificateAuthority&&) noexcept;

  KeyPair own() const;
  // For localhost, 127.0.0.1, ::1 and more host names or addresses
  // (INVALID_HOST). Lives as long as the authority.
  absl::StatusOr<KeyPair> IssueServer(const std::vector<std::string>& hosts,
                                      absl::Time now) const;
  // INVALID_PERSON_NAME, INVALID_VALIDITY.
  absl::StatusOr<KeyPair> IssuePerson(const Identity& identity, absl::Time now,
                                      int days) const;

 private:
  struct Parts;
  explicit CertificateAuthority(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// What a person's certificate says.
inline constexpr std::size_t kSerialDigits = 32;
struct CertificateFacts {
  Identity identity;
  std::string serial;  // kSerialDigits lower-case hex digits
  absl::Time issued;   // a few minutes before: clocks may lag
  absl::Time expires;
};
// Of a certificate that TLS has verified already: UNAUTHENTICATED
// (NO_IDENTITY) where it names no person and role.
absl::StatusOr<CertificateFacts> FactsOf(const std::string& certificate);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PKI_H_
