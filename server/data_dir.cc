#include "server/data_dir.h"

#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "server/errors_setup.h"
#include "server/files.h"

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

store::DatabaseOptions DatabaseOptionsOf(const DataDir& dir) {
  store::DatabaseOptions options;
  options.path = dir.database();
  return options;
}

}  // namespace spotcheck::server
