#ifndef SPOTCHECK_CLIENT_IO_FILES_H_
#define SPOTCHECK_CLIENT_IO_FILES_H_

// Small files: read whole with a bound, written whole or not at all.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace spotcheck::client {

// Profiles, keys, certificates and proofs are a few kilobytes.
inline constexpr std::int64_t kMaxSmallFile = std::int64_t{1} << 20;

// FILE_NOT_READABLE, FILE_TOO_LARGE.
absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::int64_t limit = kMaxSmallFile);
// The first line without its end and without white space around it.
absl::StatusOr<std::string> ReadFirstLine(const std::string& path);
bool FileExists(const std::string& path);

enum class Access { kPublic, kPrivate };  // mode 0644, 0600
enum class Existing { kRefuse, kReplace };
struct WriteMode {
  Access access = Access::kPublic;
  Existing existing = Existing::kRefuse;
};

// Through a temporary file and a rename, so that no half of it is ever seen.
// FILE_EXISTS, FILE_NOT_WRITABLE.
absl::Status WriteFile(const std::string& path, WriteMode mode,
                       std::string_view text);

// Keeps evidence: never over a file that says something else. The text goes to
// `path`, or where that is taken to the first free of W.2.json, W.3.json, …;
// nowhere, where one of them holds it already. The name under which it stands.
absl::StatusOr<std::string> KeepFile(const std::string& path,
                                     std::string_view text);

// `path` beside the file or folder it is relative to; absolute ones stay.
std::string Beside(const std::filesystem::path& folder,
                   const std::string& path);
// K.json → K.pub.json: what may be handed on, beside what may not.
std::string PublicName(const std::string& path);
// W.json → W.receipt.json.
std::string ReceiptName(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_FILES_H_
