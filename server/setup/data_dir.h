#ifndef SPOTCHECK_SERVER_SETUP_DATA_DIR_H_
#define SPOTCHECK_SERVER_SETUP_DATA_DIR_H_

// One office's data folder: where everything in it stands.
//   spotcheck.db            the database
//   journal.vkey            the journal's verifier key, to be published; its
//                           name is the journal's origin
//   keys/journal.key        seed of the journal's signing key, hex, 0600
//   keys/seal.key           master key of sealed payloads, hex, 0600
//   pki/{ca,server}.{crt,key}
//   pki/{issued,revoked}.jsonl  certificates.h
//   policies/*.txtpb        the rule book, to be edited
//   profiles/NAME.{json,crt,key}, profiles/ca.crt
//   run/{lock,endpoint}     while it serves

#include <string>

#include "absl/status/statusor.h"
#include "lib/store/journal/database.h"

namespace spotcheck::server {

class DataDir {
 public:
  explicit DataDir(std::string path) : path_(std::move(path)) {}
  const std::string& path() const { return path_; }
  std::string In(const std::string& name) const { return path_ + "/" + name; }

  std::string database() const { return In("spotcheck.db"); }
  std::string verifier_key() const { return In("journal.vkey"); }
  std::string journal_key() const { return In("keys/journal.key"); }
  std::string seal_key() const { return In("keys/seal.key"); }
  std::string ca_certificate() const { return In("pki/ca.crt"); }
  std::string ca_key() const { return In("pki/ca.key"); }
  std::string server_certificate() const { return In("pki/server.crt"); }
  std::string server_key() const { return In("pki/server.key"); }
  std::string issued() const { return In("pki/issued.jsonl"); }
  std::string revoked() const { return In("pki/revoked.jsonl"); }
  std::string policies() const { return In("policies"); }
  std::string profiles() const { return In("profiles"); }
  std::string run() const { return In("run"); }
  std::string lock() const { return In("run/lock"); }
  std::string endpoint() const { return In("run/endpoint"); }

 private:
  std::string path_;
};

// An origin has 1–100 of A–Z a–z 0–9 . _ / - and starts with a letter or digit,
// e.g. spotcheck.example.gov.cn/64. The note format would allow more. Error:
// INVALID_ORIGIN.
absl::Status ValidateOrigin(const std::string& origin);

// Error: NO_DATA_FOLDER where `spotcheckd init` has not made the folder.
absl::Status CheckDataDir(const DataDir& dir);
// Errors: those of CheckDataDir; KEY_FILE_MALFORMED.
absl::StatusOr<store::DatabaseKeys> LoadKeys(const DataDir& dir);
// The options to open the database with; the origin is the one that `init` gave
// the journal.
absl::StatusOr<store::DatabaseOptions> DatabaseOptionsOf(const DataDir& dir);
// Error: JOURNAL_KEY_CHANGED where journal.vkey is not the database's own key.
// Another origin or another key would make it another journal.
absl::Status CheckVerifierKey(const DataDir& dir,
                              const store::Database& database);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_DATA_DIR_H_
