#ifndef SPOTCHECK_SERVER_SETUP_FILES_H_
#define SPOTCHECK_SERVER_SETUP_FILES_H_

// Small files of the data folder. A file is read whole, up to a bound, and is
// written whole or not at all. Errors: FILE_NOT_READABLE, FILE_TOO_LARGE,
// FILE_EXISTS, FILE_NOT_WRITABLE.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace spotcheck::server {

// The largest file that is read; keys, certificates and rule files have a few
// kilobytes.
inline constexpr std::int64_t kMaxSmallFile = std::int64_t{1} << 20;

enum class Access : std::uint8_t { kPublic, kPrivate };  // modes 0644 and 0600

struct FileText {
  std::string path;
  std::string_view text;
  Access access = Access::kPublic;
};

absl::StatusOr<std::string> ReadFile(const std::string& path);
// Error: FILE_EXISTS where the file exists already.
absl::Status CreateFile(const FileText& file);
// Adds the text in one write and makes it durable. Makes the file where it is
// missing.
absl::Status AppendToFile(const FileText& file);
// Writes a temporary file and renames it, so that a reader sees the old file or
// the new one.
absl::Status ReplaceFile(const FileText& file);

// Makes the folder with mode 0700, but not its parents. An existing folder
// stays as it is.
absl::Status MakeFolder(const std::string& path);
// Answers the names of the folder's plain files that have this extension,
// ascending.
absl::StatusOr<std::vector<std::string>> FilesIn(const std::string& folder,
                                                 const char* extension);
// A folder that does not exist is kAbsent; one without an entry is kEmpty.
enum class FolderState : std::uint8_t { kAbsent, kEmpty, kInUse };
FolderState StateOfFolder(const std::string& path);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SETUP_FILES_H_
