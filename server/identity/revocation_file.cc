#include "server/identity/revocation_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "nlohmann/json.hpp"
#include "server/identity/errors.h"

namespace spotcheck::server {
namespace {

using Json = nlohmann::json;
using Revocations = std::map<std::string, Revocation>;

std::string TextOf(const Json& json, const char* field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>()
                                                   : std::string();
}

absl::StatusOr<Revocation> ParseRevocation(const RecordLine& line) {
  const Json json = Json::parse(line.text, nullptr, false);
  if (!json.is_object()) return RecordMalformed(line.place);
  const auto at = ParseUtc(TextOf(json, "at"));
  Revocation revocation{TextOf(json, "serial"), TextOf(json, "name"),
                        TextOf(json, "reason"), TextOf(json, "by"),
                        at.value_or(absl::InfinitePast())};
  if (revocation.serial.empty() || !at.ok()) {
    return RecordMalformed(line.place);
  }
  return revocation;
}

// The stamp tells whether a file has changed, without reading it.
struct Stamp {
  std::int64_t inode = 0;
  std::int64_t size = -1;  // -1: the file is missing
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};
// Answers nullopt where the file system cannot tell.
std::optional<Stamp> StampOf(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) {
    return Stamp{static_cast<std::int64_t>(info.st_ino), info.st_size,
                 info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
  }
  if (errno == ENOENT) return Stamp();
  return std::nullopt;
}

class FileRevocationList final : public RevocationList {
 public:
  explicit FileRevocationList(DataDir dir) : dir_(std::move(dir)) {}

  absl::Status Reload() {
    const std::optional<Stamp> stamp = StampOf(dir_.revoked());
    if (!stamp.has_value()) return RevocationsNotReadable(dir_.revoked());
    if (loaded_ == stamp) return absl::OkStatus();
    // The stamp was taken before the file is read. If the file changes
    // meanwhile, the stamp is old and the next question reads it again.
    ASSIGN_OR_RETURN(Revocations read, ReadRevocations(dir_));
    // Lines are only ever added to a record. A file that lost a revocation has
    // been tampered with and is refused.
    for (const auto& [serial, revocation] : revoked_) {
      if (!read.contains(serial)) return RevocationsNotReadable(dir_.revoked());
    }
    revoked_ = std::move(read);
    loaded_ = stamp;
    return absl::OkStatus();
  }

  absl::Status Check(const std::string& serial) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!Reload().ok()) return RevocationsNotReadable(dir_.revoked());
    const auto found = revoked_.find(serial);
    if (found == revoked_.end()) return absl::OkStatus();
    return CertificateRevoked(serial, found->second.at);
  }

 private:
  const DataDir dir_;
  std::mutex mutex_;
  std::optional<Stamp> loaded_;
  Revocations revoked_;
};

}  // namespace

absl::StatusOr<std::vector<RecordLine>> ReadRecord(const std::string& path) {
  std::vector<RecordLine> lines;
  auto text = ReadFile(path);
  if (absl::IsNotFound(text.status())) return lines;
  RETURN_IF_ERROR(text.status());
  int number = 0;
  std::size_t at = 0;
  for (std::size_t end = text->find('\n'); end != std::string::npos;
       end = text->find('\n', at)) {
    lines.push_back({text->substr(at, end - at), {path, ++number}});
    at = end + 1;
  }
  return lines;
}

absl::StatusOr<Revocations> ReadRevocations(const DataDir& dir) {
  Revocations revoked;
  ASSIGN_OR_RETURN(const auto lines, ReadRecord(dir.revoked()));
  for (const RecordLine& line : lines) {
    ASSIGN_OR_RETURN(Revocation revocation, ParseRevocation(line));
    revoked.emplace(revocation.serial, std::move(revocation));
  }
  return revoked;
}

absl::StatusOr<std::unique_ptr<RevocationList>> RevocationList::Open(
    const DataDir& dir) {
  auto list = std::make_unique<FileRevocationList>(dir);
  RETURN_IF_ERROR(list->Reload());
  return std::unique_ptr<RevocationList>(std::move(list));
}

}  // namespace spotcheck::server
