#ifndef SPOTCHECK_CLIENT_IO_FILES_H_
#define SPOTCHECK_CLIENT_IO_FILES_H_

// The files that commands read and write, by what they are for;
// lib/base/files.h reads and writes them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/files.h"

namespace spotcheck::client {

// The first line without its end and without white space around it.
absl::StatusOr<std::string> ReadFirstLine(const std::string& path);

enum class Existing : std::uint8_t { kRefuse, kReplace };
struct WriteMode {
  Access access = Access::kPublic;
  Existing existing = Existing::kRefuse;
};

// FILE_EXISTS, which names --yes; FILE_NOT_WRITABLE.
absl::Status WriteFile(const std::string& path, WriteMode mode,
                       std::string_view text);

// Keeps evidence: no file that says something else is replaced. The text goes
// to `path`, or where that is taken to the first free of W.2.json, W.3.json, …;
// a file that holds the text already stays. Returns the name of the file that
// holds it.
absl::StatusOr<std::string> KeepFile(const std::string& path,
                                     std::string_view text);

// A relative path counts from `folder`; an absolute one stays as it is.
std::string Beside(const std::filesystem::path& folder,
                   const std::string& path);
// K.json → K.pub.json, the file that may be handed on.
std::string PublicName(const std::string& path);
// W.json → W.receipt.json.
std::string ReceiptName(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_FILES_H_
