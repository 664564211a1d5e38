#include "client/verify/bundle_folder.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>

#include "client/io/errors.h"
#include "lib/base/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

namespace fs = std::filesystem;

// The largest file lists a whole country's product lines: some 100 bytes for
// each of 3,000,000.
constexpr std::int64_t kMaxBundleFile = std::int64_t{1} << 30;

// An export holds public.json until the bundle is opened.
constexpr const char* kNames[] = {rules::kFrameFile,    rules::kLinesFile,
                                  rules::kLabsFile,     rules::kDrawFile,
                                  rules::kEvidenceFile, rules::kInspectorsFile,
                                  "public.json"};

bool IsBundleName(const std::string& name) {
  return std::find(std::begin(kNames), std::end(kNames), name) !=
         std::end(kNames);
}

// An export from before the opening holds public files alone, without
// draw.json. The export after the opening takes its place. So does one after an
// export that was broken off.
bool IsUnopenedExport(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!IsBundleName(name) || name == rules::kDrawFile) return false;
  }
  return !error;
}

}  // namespace

absl::StatusOr<rules::BundleFiles> ReadBundleFolder(const std::string& path) {
  std::error_code error;
  rules::BundleFiles files;
  fs::directory_iterator entries(path, error);
  if (error) return FileNotReadableError({path, error.value()});
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    // Only files that belong to a bundle are read. The verifier refuses the
    // others by their names alone.
    std::string& text = files[name];
    if (!IsBundleName(name)) continue;
    if (!fs::is_regular_file(entry.symlink_status(error))) {
      return BundleFileNotPlainError(name);
    }
    ASSIGN_OR_RETURN(text, ReadFile(entry.path().string(), kMaxBundleFile));
  }
  return files;
}

absl::StatusOr<BundleWriter> BundleWriter::Create(const std::string& path,
                                                  Existing existing) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error || !fs::is_directory(path, error)) {
    return FileNotWritableError({path, error ? error.value() : ENOTDIR});
  }
  if (existing == Existing::kReplace || IsUnopenedExport(path)) {
    for (const char* name : kNames) fs::remove(fs::path(path) / name, error);
  }
  if (!fs::is_empty(path, error) || error) return FolderInUseError(path);
  return BundleWriter(path);
}

absl::Status BundleWriter::Add(const std::string& name,
                               std::string_view bytes) {
  if (name != name_ || files_.empty()) {
    RETURN_IF_ERROR(Finish());
    if (!IsBundleName(name) || files_.count(name) > 0) {
      return BundleFileNameError(name);
    }
    name_ = name;
    file_.open(folder_ / name, std::ios::binary | std::ios::trunc);
    files_[name] = 0;
  }
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file_) return FileNotWritableError({(folder_ / name).string(), errno});
  files_[name] += static_cast<std::int64_t>(bytes.size());
  return absl::OkStatus();
}

absl::Status BundleWriter::Finish() {
  if (!file_.is_open()) return absl::OkStatus();
  file_.close();
  return file_ ? absl::OkStatus()
               : FileNotWritableError({(folder_ / name_).string(), errno});
}

}  // namespace spotcheck::client
