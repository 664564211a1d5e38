#include "server/setup/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "lib/base/status_macros.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
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
    if (written < 0) return FileNotWritable({file.path, errno});
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(to.get()) != 0) return FileNotWritable({file.path, errno});
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

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  const Descriptor from(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (from.get() < 0) return FileNotReadable({path, errno});
  std::string text;
  char buffer[16384];
  while (true) {
    const ssize_t got = ::read(from.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return FileNotReadable({path, errno});
    if (got == 0) return text;
    text.append(buffer, static_cast<std::size_t>(got));
    if (static_cast<std::int64_t>(text.size()) > kMaxSmallFile) {
      return FileTooLarge(path, kMaxSmallFile);
    }
  }
}

absl::Status CreateFile(const FileText& file) {
  const Descriptor to(::open(file.path.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                             ModeOf(file.access)));
  if (to.get() < 0 && errno == EEXIST) return FileExists(file.path);
  if (to.get() < 0) return FileNotWritable({file.path, errno});
  return WriteAll(to, file);
}

absl::Status AppendToFile(const FileText& file) {
  const Descriptor to(::open(file.path.c_str(),
                             O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                             ModeOf(file.access)));
  if (to.get() < 0) return FileNotWritable({file.path, errno});
  return WriteAll(to, file);
}

absl::Status ReplaceFile(const FileText& file) {
  const std::string temporary =
      file.path + ".new-" + std::to_string(::getpid());
  ::unlink(temporary.c_str());
  RETURN_IF_ERROR(CreateFile({temporary, file.text, file.access}));
  if (::rename(temporary.c_str(), file.path.c_str()) != 0) {
    return FileNotWritable({file.path, errno});
  }
  return absl::OkStatus();
}

absl::Status MakeFolder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0) return absl::OkStatus();
  const int fault = errno;
  std::error_code ignored;
  if (fault == EEXIST && fs::is_directory(path, ignored)) {
    return absl::OkStatus();
  }
  return FileNotWritable({path, fault});
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
  if (fault) return FileNotReadable({folder, fault.value()});
  std::sort(names.begin(), names.end());
  return names;
}

FolderState StateOfFolder(const std::string& path) {
  std::error_code fault;
  if (!fs::exists(path, fault)) return FolderState::kAbsent;
  const bool empty = fs::is_directory(path, fault) && fs::is_empty(path, fault);
  return empty && !fault ? FolderState::kEmpty : FolderState::kInUse;
}

}  // namespace spotcheck::server
