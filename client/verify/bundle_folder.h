#ifndef SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_
#define SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_

// A bundle as a folder of files with fixed names: a name from elsewhere never
// becomes a path.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/io/files.h"
#include "lib/rules/bundle/write.h"

namespace spotcheck::client {

// Every file of the folder, whatever its name: the verifier refuses unknown
// ones. FILE_NOT_READABLE, FILE_TOO_LARGE; a folder within counts as a file
// that cannot be read.
absl::StatusOr<rules::BundleFiles> ReadBundleFolder(const std::string& path);

class BundleWriter {
 public:
  // Makes the folder. It must be empty; with kReplace, files of an earlier
  // export are removed from it. FOLDER_IN_USE, FILE_NOT_WRITABLE.
  static absl::StatusOr<BundleWriter> Create(const std::string& path,
                                             Existing existing);

  // The next bytes of a file; the chunks of one file follow each other.
  // BUNDLE_FILE_NAME for an unknown name or one that was ended before.
  absl::Status Add(const std::string& name, std::string_view bytes);
  absl::Status Finish();

  // Bytes by file.
  const std::map<std::string, std::int64_t>& files() const { return files_; }

 private:
  explicit BundleWriter(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::string name_;  // of the open file
  std::ofstream file_;
  std::map<std::string, std::int64_t> files_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_
