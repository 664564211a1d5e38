#ifndef SPOTCHECK_SERVER_SETUP_FILES_H_
#define SPOTCHECK_SERVER_SETUP_FILES_H_

// Small files of the data folder: read whole with a bound, written whole or not
// at all. Errors: FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_EXISTS,
// FILE_NOT_WRITABLE.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace spotcheck::server {

// Keys, certificates and rule files are a few kilobytes.
inline constexpr std::int64_t kMaxSmallFile = std::int64_t{1} << 20;

enum class Access : std::uint8_t { kPublic, kPrivate };  // mode 0644, 0600

struct FileText {
  std::string path;
  std::string_view text;
  Access access = Access::kPublic;
};

absl::StatusOr<std::string> ReadFile(const std::string& path);
// Refuses an existing file.
absl::Status CreateFile(const FileText& file);
// Adds the text, made durable, in one write; the file is made where it is not.
absl::Status AppendToFile(const FileText& file);
// Through a temporary file and a rename.
absl::Status ReplaceFile(const FileText& file);

// Mode 0700, parents not made; an existing folder stays as it is.
absl::Status MakeFolder(const std::string& path);
// Names of the folder's plain files with this extension, ascending.
absl::StatusOr<std::vector<std::string>> FilesIn(const std::string& folder,
                                                 const char* extension);
// Whether it exists and has no entry; absent: kAbsent.
enum class FolderState : std::uint8_t { kAbsent, kEmpty, kInUse };
FolderState StateOfFolder(const std::string& path);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_FILES_H_
