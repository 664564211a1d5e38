#ifndef SPOTCHECK_CLIENT_XLSX_PACKAGE_H_
#define SPOTCHECK_CLIENT_XLSX_PACKAGE_H_

// A workbook as a zip archive of parts (ECMA-376 part 2), read piece by piece:
// an archive that unpacks to far more than it is costs neither memory nor time.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct zip;
struct zip_file;

namespace spotcheck::client {

// A workbook has a few dozen parts, with a picture a row some thousands.
inline constexpr std::int64_t kMaxParts = 10'000;
// A sheet of 1,048,576 rows, which is the most there can be, with the columns
// of a register has some 500 MB.
inline constexpr std::int64_t kMaxSheetPart = std::int64_t{1} << 30;
// The texts of such a sheet; they are held in memory.
inline constexpr std::int64_t kMaxStringsPart = std::int64_t{256} << 20;
// The list of sheets and the styles have some kilobytes.
inline constexpr std::int64_t kMaxSmallPart = std::int64_t{16} << 20;

// The bytes of one part.
class PartReader {
 public:
  PartReader(PartReader&&) = default;
  PartReader& operator=(PartReader&&) = default;

  // The next bytes, valid until the next call; none at the end.
  // WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
  absl::StatusOr<std::string_view> Next();

 private:
  friend class Package;
  struct Closer {
    void operator()(zip_file* file) const;
  };
  PartReader() = default;

  std::string path_;
  std::string part_;
  std::int64_t limit_ = 0;
  std::int64_t read_ = 0;
  std::unique_ptr<zip_file, Closer> file_;
  std::string buffer_;
};

// Not thread-safe; outlives its readers.
class Package {
 public:
  // WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
  static absl::StatusOr<Package> Open(const std::string& path);

  bool Has(const std::string& part) const;
  // The part must be there and unpack to at most `limit` bytes.
  absl::StatusOr<PartReader> Read(const std::string& part,
                                  std::int64_t limit) const;

  const std::string& path() const { return path_; }

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  Package() = default;

  std::string path_;
  std::unique_ptr<zip, Closer> archive_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_PACKAGE_H_
