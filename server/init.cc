#include "server/init.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "lib/base/bytes.h"
#include "lib/base/errors.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "server/identity/pki.h"
#include "server/identity/profiles.h"
#include "server/rulebook/default_policies.h"
#include "server/setup/data_dir.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
namespace {

namespace fs = std::filesystem;

// A folder under construction. Its destructor removes it unless it was moved to
// its place.
class Scaffold {
 public:
  explicit Scaffold(std::string path) : path_(std::move(path)) {}
  ~Scaffold() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;
  const std::string& path() const { return path_; }

  absl::Status MoveTo(const std::string& place) {
    if (::rename(path_.c_str(), place.c_str()) == 0) return absl::OkStatus();
    const int fault = errno;
    if (fault == ENOTEMPTY || fault == EEXIST) return DataFolderInUse(place);
    return FileNotWritableError({place, fault});
  }

 private:
  std::string path_;
};

absl::Status WriteKeys(const DataDir& dir, Entropy& entropy) {
  constexpr std::size_t kKeySize = 32;
  RETURN_IF_ERROR(MakeFolder(dir.In("keys")));
  const SigningKey journal = SigningKey::Generate(entropy);
  RETURN_IF_ERROR(CreateFile(
      {dir.journal_key(), HexEncode(journal.seed()) + "\n", Access::kPrivate}));
  return CreateFile({dir.seal_key(), HexEncode(entropy.Bytes(kKeySize)) + "\n",
                     Access::kPrivate});
}

absl::Status WriteCertificates(const DataDir& dir, const InitOptions& options,
                               absl::Time now) {
  RETURN_IF_ERROR(MakeFolder(dir.In("pki")));
  const CertificateAuthority authority = CertificateAuthority::Create(now);
  const KeyPair own = authority.own();
  ASSIGN_OR_RETURN(const KeyPair server,
                   authority.IssueServer(options.hosts, now));
  RETURN_IF_ERROR(
      CreateFile({dir.ca_certificate(), own.certificate, Access::kPublic}));
  RETURN_IF_ERROR(CreateFile({dir.ca_key(), own.key, Access::kPrivate}));
  RETURN_IF_ERROR(CreateFile(
      {dir.server_certificate(), server.certificate, Access::kPublic}));
  return CreateFile({dir.server_key(), server.key, Access::kPrivate});
}

absl::Status WritePolicies(const DataDir& dir) {
  RETURN_IF_ERROR(MakeFolder(dir.policies()));
  for (const PolicyFile& file : DefaultPolicies()) {
    RETURN_IF_ERROR(CreateFile({dir.policies() + "/" + std::string(file.name),
                                file.text, Access::kPublic}));
  }
  return absl::OkStatus();
}

struct Machinery {
  Clock& clock;
  Entropy& entropy;
};
struct NewJournal {
  const std::string& origin;
  std::optional<rules::Authority> authority;  // the office's own
};
absl::Status CreateDatabase(const DataDir& dir, const NewJournal& journal,
                            const Machinery& with) {
  ASSIGN_OR_RETURN(const store::DatabaseKeys keys, LoadKeys(dir));
  store::DatabaseOptions options;
  options.path = dir.database();
  options.origin = journal.origin;
  ASSIGN_OR_RETURN(
      const std::unique_ptr<store::Database> database,
      store::Database::Open(options, keys, with.clock, with.entropy));
  RETURN_IF_ERROR(CreateFile(
      {dir.verifier_key(), database->verifier_key() + "\n", Access::kPublic}));
  if (journal.authority.has_value()) {
    RETURN_IF_ERROR(
        JournalGrants(*database, {kAdminCertificate, {*journal.authority}}));
  }
  return database->Checkpoint();
}

std::string WithoutTrailingSlash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

absl::Status InitDataDir(const InitOptions& options, Clock& clock,
                         Entropy& entropy) {
  RETURN_IF_ERROR(ValidateOrigin(options.origin));
  ASSIGN_OR_RETURN(const std::optional<rules::Authority> authority,
                   ParseAuthority(options.authority));
  const std::string place = WithoutTrailingSlash(options.data);
  if (StateOfFolder(place) == FolderState::kInUse) {
    return DataFolderInUse(place);
  }
  Scaffold scaffold(place + ".init-" + HexEncode(entropy.Bytes(4)));
  RETURN_IF_ERROR(MakeFolder(scaffold.path()));
  const DataDir dir(scaffold.path());
  RETURN_IF_ERROR(WriteKeys(dir, entropy));
  RETURN_IF_ERROR(WriteCertificates(dir, options, clock.Now()));
  RETURN_IF_ERROR(WritePolicies(dir));
  RETURN_IF_ERROR(
      CreateDatabase(dir, {options.origin, authority}, {clock, entropy}));
  RETURN_IF_ERROR(IssueProfile(
      dir, {{kAdminCertificate, Role::kAdmin}, options.endpoint, kPersonDays},
      clock.Now()));
  return scaffold.MoveTo(place);
}

}  // namespace spotcheck::server
