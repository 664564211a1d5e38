#include "server/setup/data_dir.h"

#include "lib/base/bytes.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
namespace {

constexpr std::size_t kKeySize = 32;

absl::StatusOr<std::string> LoadKey(const std::string& path) {
  ASSIGN_OR_RETURN(std::string text, ReadFile(path));
  if (!text.empty() && text.back() == '\n') text.pop_back();
  auto key = HexDecode(text);
  if (!key.ok() || key->size() != kKeySize) return KeyFileMalformed(path);
  return key;
}

}  // namespace

absl::Status CheckDataDir(const DataDir& dir) {
  if (StateOfFolder(dir.In("keys")) != FolderState::kInUse) {
    return NoDataFolder(dir.path());
  }
  return absl::OkStatus();
}

absl::StatusOr<store::DatabaseKeys> LoadKeys(const DataDir& dir) {
  RETURN_IF_ERROR(CheckDataDir(dir));
  ASSIGN_OR_RETURN(const std::string seed, LoadKey(dir.journal_key()));
  ASSIGN_OR_RETURN(std::string master, LoadKey(dir.seal_key()));
  ASSIGN_OR_RETURN(SigningKey journal, SigningKey::FromSeed(seed));
  return store::DatabaseKeys{std::move(journal), std::move(master)};
}

absl::StatusOr<store::DatabaseOptions> DatabaseOptionsOf(const DataDir& dir) {
  ASSIGN_OR_RETURN(const std::string key, ReadFile(dir.verifier_key()));
  store::DatabaseOptions options;
  options.path = dir.database();
  options.origin = key.substr(0, key.find('+'));
  if (!ValidateOrigin(options.origin).ok()) {
    return JournalKeyChanged(dir.verifier_key());
  }
  return options;
}

absl::Status CheckVerifierKey(const DataDir& dir,
                              const store::Database& database) {
  ASSIGN_OR_RETURN(const std::string key, ReadFile(dir.verifier_key()));
  if (key == database.verifier_key() + "\n") return absl::OkStatus();
  return JournalKeyChanged(dir.verifier_key());
}

absl::Status ValidateOrigin(const std::string& origin) {
  // room for a host name and a short path
  constexpr std::size_t kMaxOrigin = 100;
  constexpr char kAllowed[] =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-";
  const bool fits = !origin.empty() && origin.size() <= kMaxOrigin &&
                    origin.find_first_not_of(kAllowed) == std::string::npos;
  const char first = fits ? origin.front() : '.';
  if (first == '.' || first == '/' || first == '-' || first == '_') {
    return InvalidOrigin(origin);
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::server
