#ifndef SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_
#define SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_

// A bundle as a folder of files with fixed names. A name that comes from
// elsewhere never becomes a path.

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

// Reads the files of the folder that a bundle may have, and keeps the names of
// all others, because the verifier refuses unknown ones. Errors:
// FILE_NOT_READABLE; FILE_TOO_LARGE; BUNDLE_FILE_NOT_PLAIN for a link, a folder
// or a device under the name of a file, because what stands behind it may be
// another thing for the next reader.
absl::StatusOr<rules::BundleFiles> ReadBundleFolder(const std::string& path);

class BundleWriter {
 public:
  // Makes the folder, which must be empty or hold an export without draw.json,
  // from before the opening: it is replaced. With kReplace any earlier export
  // is. Errors: FOLDER_IN_USE, FILE_NOT_WRITABLE.
  static absl::StatusOr<BundleWriter> Create(const std::string& path,
                                             Existing existing);

  // Writes the next bytes of a file; the chunks of one file follow each other.
  // Error: BUNDLE_FILE_NAME for an unknown name, or for a file that was ended
  // before.
  absl::Status Add(const std::string& name, std::string_view bytes);
  absl::Status Finish();

  // The number of bytes written, by file.
  const std::map<std::string, std::int64_t>& files() const { return files_; }

 private:
  explicit BundleWriter(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::string name_;  // the name of the open file
  std::ofstream file_;
  std::map<std::string, std::int64_t> files_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_BUNDLE_FOLDER_H_
