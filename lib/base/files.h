#ifndef SPOTCHECK_LIB_BASE_FILES_H_
#define SPOTCHECK_LIB_BASE_FILES_H_

// Small files: they are read whole with a bound, and written whole or not at
// all. Errors: FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_EXISTS,
// FILE_NOT_WRITABLE (errors.h).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace spotcheck {

// Keys, certificates, profiles, proofs and rule files are a few kilobytes.
inline constexpr std::int64_t kMaxSmallFile = std::int64_t{1} << 20;

// Reads a file or a pipe to its end.
absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::int64_t limit = kMaxSmallFile);

enum class Access : std::uint8_t { kPublic, kPrivate };  // mode 0644, 0600

struct FileText {
  std::string path;
  std::string_view text;
  Access access = Access::kPublic;
};
// Both write a temporary file beside the path, flush it to the disk and give it
// its name: nobody ever sees half of the text. CreateFile refuses a path that
// exists, ReplaceFile takes its place.
absl::Status CreateFile(const FileText& file);
absl::Status ReplaceFile(const FileText& file);
// Adds the text at the end and flushes it to the disk; makes the file where it
// is not there.
absl::Status AppendToFile(const FileText& file);

bool FileExists(const std::string& path);

// Makes a folder of mode 0700 but not its parents; a folder that is there stays
// as it is.
absl::Status MakeFolder(const std::string& path);
// The names of the folder's files with this extension, ascending.
absl::StatusOr<std::vector<std::string>> FilesIn(const std::string& folder,
                                                 const char* extension);
// An empty folder is kEmpty; anything else that exists is kInUse.
enum class FolderState : std::uint8_t { kAbsent, kEmpty, kInUse };
FolderState StateOfFolder(const std::string& path);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_FILES_H_
