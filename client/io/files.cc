#include "client/io/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "client/io/errors.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

// Nobody gives so many different receipts for one contribution.
constexpr int kMaxKept = 1000;

bool WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(file) == 0;
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::int64_t limit) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return FileNotReadableError(path);
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return FileNotReadableError(path);
  // By chunks: what is read may be a pipe, whose size nobody knows.
  std::string text;
  std::string chunk(std::size_t{1} << 16, '\0');
  while (file) {
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    text.append(chunk, 0, static_cast<std::size_t>(file.gcount()));
    if (static_cast<std::int64_t>(text.size()) > limit) {
      return FileTooLargeError(path, limit);
    }
  }
  if (file.bad()) return FileNotReadableError(path);
  return text;
}

absl::StatusOr<std::string> ReadFirstLine(const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  return std::string(
      TrimWhiteSpace(std::string_view(text).substr(0, text.find('\n'))));
}

bool FileExists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

absl::Status WriteFile(const std::string& path, WriteMode mode,
                       std::string_view text) {
  if (mode.existing == Existing::kRefuse && FileExists(path)) {
    return FileExistsError(path);
  }
  const std::string temporary = path + ".part";
  unlink(temporary.c_str());
  const mode_t bits = mode.access == Access::kPrivate ? 0600 : 0644;
  const int file =
      open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, bits);
  if (file < 0) return FileNotWritableError(path);
  const bool written = WriteAll(file, text);
  if (close(file) != 0 || !written) {
    unlink(temporary.c_str());
    return FileNotWritableError(path);
  }
  // link() refuses to replace, rename() does not.
  const bool placed = mode.existing == Existing::kRefuse
                          ? link(temporary.c_str(), path.c_str()) == 0
                          : rename(temporary.c_str(), path.c_str()) == 0;
  const bool exists = !placed && errno == EEXIST;
  if (mode.existing == Existing::kRefuse || !placed) unlink(temporary.c_str());
  if (exists) return FileExistsError(path);
  return placed ? absl::OkStatus() : FileNotWritableError(path);
}

absl::StatusOr<std::string> KeepFile(const std::string& path,
                                     std::string_view text) {
  std::string name = path;
  for (int copy = 2; copy <= kMaxKept; ++copy) {
    if (!FileExists(name)) {
      const absl::Status written = WriteFile(name, {}, text);
      if (written.ok()) return name;
      if (!absl::IsAlreadyExists(written)) return written;
    }
    const auto standing = ReadFile(name);
    if (standing.ok() && *standing == text) return name;
    const std::filesystem::path whole(path);
    name = std::filesystem::path(path)
               .replace_extension("." + std::to_string(copy) +
                                  whole.extension().string())
               .string();
  }
  return FileExistsError(path);
}

std::string Beside(const std::filesystem::path& folder,
                   const std::string& path) {
  const std::filesystem::path target(path);
  if (target.is_absolute()) return path;
  return (folder / target).string();
}

std::string PublicName(const std::string& path) {
  return std::filesystem::path(path).replace_extension(".pub.json").string();
}

std::string ReceiptName(const std::string& path) {
  return std::filesystem::path(path)
      .replace_extension(".receipt.json")
      .string();
}

}  // namespace spotcheck::client
