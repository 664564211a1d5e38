#include "client/io/files.h"

#include <filesystem>

#include "client/io/errors.h"
#include "lib/base/errors.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

// Nobody gives so many different receipts for one contribution.
constexpr int kMaxKept = 1000;

}  // namespace

absl::StatusOr<std::string> ReadFirstLine(const std::string& path) {
  ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  return std::string(
      TrimWhiteSpace(std::string_view(text).substr(0, text.find('\n'))));
}

absl::Status WriteFile(const std::string& path, WriteMode mode,
                       std::string_view text) {
  const FileText file = {path, text, mode.access};
  if (mode.existing == Existing::kReplace) return ReplaceFile(file);
  const absl::Status created = CreateFile(file);
  return absl::IsAlreadyExists(created) ? FileExistsSayYesError(path) : created;
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
  return FileExistsSayYesError(path);
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
