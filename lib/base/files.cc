#include "lib/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "lib/base/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck {
namespace {

namespace fs = std::filesystem;

// Owns a file descriptor and closes it.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

absl::Status WriteAll(const Descriptor& to, const FileText& file) {
  std::string_view rest = file.text;
  while (!rest.empty()) {
    const ssize_t written = ::write(to.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return FileNotWritableError({file.path, errno});
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(to.get()) != 0) return FileNotWritableError({file.path, errno});
  return absl::OkStatus();
}

mode_t ModeOf(Access access) {
  switch (access) {
    case Access::kPublic:
      return 0644;
    case Access::kPrivate:
      return 0600;
  }
  return 0600;
}

// Gives the file at `from` the name `to` where nothing has that name. A file
// system that cannot rename in this way (NFS) can make a second name.
bool RenameToFree(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(),
                  RENAME_NOREPLACE) == 0) {
    return true;
  }
  if (errno != EINVAL && errno != ENOSYS) return false;
  if (::link(from.c_str(), to.c_str()) != 0) return false;
  ::unlink(from.c_str());
  return true;
}

// The file of the same text that has not its name yet.
FileText Unnamed(const FileText& file) {
  return {file.path + ".part-" + std::to_string(::getpid()), file.text,
          file.access};
}

// Errors name the path that the caller knows.
absl::Status WriteUnnamed(const FileText& part, const std::string& path) {
  ::unlink(part.path.c_str());
  const Descriptor to(::open(part.path.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                             ModeOf(part.access)));
  if (to.get() < 0) return FileNotWritableError({path, errno});
  const absl::Status written = WriteAll(to, {path, part.text, part.access});
  if (!written.ok()) ::unlink(part.path.c_str());
  return written;
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::int64_t limit) {
  const Descriptor from(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (from.get() < 0) return FileNotReadableError({path, errno});
  std::string text;
  char buffer[std::size_t{1} << 16];
  while (true) {
    const ssize_t got = ::read(from.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return FileNotReadableError({path, errno});
    if (got == 0) return text;
    text.append(buffer, static_cast<std::size_t>(got));
    if (static_cast<std::int64_t>(text.size()) > limit) {
      return FileTooLargeError(path, limit);
    }
  }
}

absl::Status CreateFile(const FileText& file) {
  if (FileExists(file.path)) return FileExistsError(file.path);
  const FileText part = Unnamed(file);
  RETURN_IF_ERROR(WriteUnnamed(part, file.path));
  if (RenameToFree(part.path, file.path)) return absl::OkStatus();
  const int fault = errno;
  ::unlink(part.path.c_str());
  if (fault == EEXIST) return FileExistsError(file.path);
  return FileNotWritableError({file.path, fault});
}

absl::Status ReplaceFile(const FileText& file) {
  const FileText part = Unnamed(file);
  RETURN_IF_ERROR(WriteUnnamed(part, file.path));
  if (::rename(part.path.c_str(), file.path.c_str()) == 0) {
    return absl::OkStatus();
  }
  const int fault = errno;
  ::unlink(part.path.c_str());
  return FileNotWritableError({file.path, fault});
}

absl::Status AppendToFile(const FileText& file) {
  const Descriptor to(::open(file.path.c_str(),
                             O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                             ModeOf(file.access)));
  if (to.get() < 0) return FileNotWritableError({file.path, errno});
  return WriteAll(to, file);
}

bool FileExists(const std::string& path) {
  std::error_code fault;
  return fs::exists(path, fault);
}

absl::Status MakeFolder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0) return absl::OkStatus();
  const int fault = errno;
  std::error_code ignored;
  if (fault == EEXIST && fs::is_directory(path, ignored)) {
    return absl::OkStatus();
  }
  return FileNotWritableError({path, fault});
}

absl::StatusOr<std::vector<std::string>> FilesIn(const std::string& folder,
                                                 const char* extension) {
  std::error_code fault;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end;
       at.increment(fault)) {
    if (at->path().extension() != extension) continue;
    names.push_back(at->path().filename().string());
  }
  if (fault) return FileNotReadableError({folder, fault.value()});
  std::sort(names.begin(), names.end());
  return names;
}

FolderState StateOfFolder(const std::string& path) {
  std::error_code fault;
  if (!fs::exists(path, fault)) return FolderState::kAbsent;
  const bool empty = fs::is_directory(path, fault) && fs::is_empty(path, fault);
  return empty && !fault ? FolderState::kEmpty : FolderState::kInUse;
}

}  // namespace spotcheck
