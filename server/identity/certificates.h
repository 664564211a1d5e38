#ifndef SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_
#define SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_

// The record of the certificates that were issued to persons and of those that
// were revoked. It is two files of the data folder that only grow, with one
// JSON object a line:
//   pki/issued.jsonl   serial, name, role, issued, expires
//   pki/revoked.jsonl  serial, name, reason, by, at
// A last line without its line feed is still being written and is not read. The
// functions may be called while the server serves.

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/identity/pki.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

// Writes the certificate into the record, before anybody is given it.
absl::Status RecordIssued(const DataDir& dir, const CertificateFacts& issued);

struct Revocation {
  std::string serial;  // 32 lower-case hex digits
  std::string name;    // empty where only the serial is known
  std::string reason;
  std::string by;  // the person who recorded it
  absl::Time at;
};

struct KnownCertificate {
  CertificateFacts facts;
  std::vector<Revocation> revoked;  // holds one revocation or none
};
// Answers the certificates sorted by name and day of issue. It also finds the
// certificates of profiles that are older than the record. Error:
// RECORD_MALFORMED.
absl::StatusOr<std::vector<KnownCertificate>> KnownCertificates(
    const DataDir& dir);

struct RevokeRequest {
  std::string whom;  // a name, for all its certificates, or a serial
  std::string reason;
  std::string by;
};
// Answers the certificates that this call revoked. Their profile files are
// removed, so that the name can be issued again. Errors: NO_SUCH_CERTIFICATE
// where no certificate of that name is left to revoke;
// REVOCATION_REASON_MISSING.
absl::StatusOr<std::vector<Revocation>> RevokeCertificates(
    const DataDir& dir, const RevokeRequest& request, absl::Time now);

// The list of revocations as the server keeps it. At every question it looks
// whether the file has changed, and reads it again if so. Thread-safe.
class RevocationList {
 public:
  // Error: RECORD_MALFORMED. A missing file is an empty list.
  static absl::StatusOr<std::unique_ptr<RevocationList>> Open(
      const DataDir& dir);
  virtual ~RevocationList() = default;

  // Errors: CERTIFICATE_REVOKED (UNAUTHENTICATED); REVOCATIONS_NOT_READABLE
  // (UNAVAILABLE) for every caller while the file cannot be read.
  virtual absl::Status Check(const std::string& serial) = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_
