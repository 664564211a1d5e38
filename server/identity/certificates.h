#ifndef SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_
#define SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_

// Which certificates were issued to persons, and which of them were taken back.
// Two files of the data folder, a JSON object a line, that only grow:
//   pki/issued.jsonl   serial, name, role, issued, expires
//   pki/revoked.jsonl  serial, name, reason, by, at
// A last line without its end is one that is being written, and not there yet.
// Functions work while the server serves.

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "server/identity/pki.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

// Notes what was issued, before anybody has it.
absl::Status RecordIssued(const DataDir& dir, const CertificateFacts& issued);

struct Revocation {
  std::string serial;  // 32 lower-case hex digits
  std::string name;    // empty where only the serial is known
  std::string reason;
  std::string by;  // who recorded it
  absl::Time at;
};

struct KnownCertificate {
  CertificateFacts facts;
  std::vector<Revocation> revoked;  // at most one
};
// By name and day of issue. Profiles' certificates that were issued before
// there was a record are among them. RECORD_MALFORMED.
absl::StatusOr<std::vector<KnownCertificate>> KnownCertificates(
    const DataDir& dir);

struct RevokeRequest {
  std::string whom;  // a name: all its certificates; or a serial
  std::string reason;
  std::string by;
};
// What was revoked now; profile files of a revoked certificate are removed, so
// that the name can be issued again. NO_SUCH_CERTIFICATE where nothing of that
// name is left to revoke; REVOCATION_REASON_MISSING.
absl::StatusOr<std::vector<Revocation>> RevokeCertificates(
    const DataDir& dir, const RevokeRequest& request, absl::Time now);

// The list as the server keeps it. Looks at the file at every question and
// reads it again as soon as it is another one. Thread-safe.
class RevocationList {
 public:
  // RECORD_MALFORMED; no file is an empty list.
  static absl::StatusOr<std::unique_ptr<RevocationList>> Open(
      const DataDir& dir);
  virtual ~RevocationList() = default;

  // UNAUTHENTICATED (CERTIFICATE_REVOKED); UNAVAILABLE
  // (REVOCATIONS_NOT_READABLE) for everybody while the file cannot be read.
  virtual absl::Status Check(const std::string& serial) = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_CERTIFICATES_H_
