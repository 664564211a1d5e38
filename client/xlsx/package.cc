#include "client/xlsx/package.h"

#include <zip.h>

#include <utility>

#include "client/xlsx/errors.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;  // bytes a read

absl::Status DamagedPart(const std::string& path, const std::string& part) {
  return WorkbookBrokenError(
      path, {"其中的 " + part + " 已损坏或加了密码",
             "its part " + part + " is damaged or has a password"});
}

}  // namespace

void PartReader::Closer::operator()(zip_file* file) const { zip_fclose(file); }
void Package::Closer::operator()(zip* archive) const { zip_discard(archive); }

absl::StatusOr<std::string_view> PartReader::Next() {
  buffer_.resize(kPiece);
  const zip_int64_t got =
      zip_fread(file_.get(), buffer_.data(), buffer_.size());
  if (got < 0) return DamagedPart(path_, part_);
  read_ += got;
  if (read_ > limit_) return WorkbookTooLargeError({path_, part_}, limit_);
  return std::string_view(buffer_).substr(0, static_cast<std::size_t>(got));
}

absl::StatusOr<Package> Package::Open(const std::string& path) {
  Package package;
  package.path_ = path;
  int fault = 0;
  package.archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &fault));
  if (package.archive_ == nullptr) {
    return WorkbookBrokenError(
        path, {"不是完整的 zip 文件", "it is no complete zip archive"});
  }
  if (zip_get_num_entries(package.archive_.get(), 0) > kMaxParts) {
    return WorkbookBrokenError(
        path, {"其中的文件太多", "it has too many files within"});
  }
  return package;
}

bool Package::Has(const std::string& part) const {
  return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

absl::StatusOr<PartReader> Package::Read(const std::string& part,
                                         std::int64_t limit) const {
  const zip_int64_t at =
      zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
  if (at < 0) {
    return WorkbookBrokenError(
        path_, {"缺少其中的 " + part, "its part " + part + " is missing"});
  }
  const auto index = static_cast<zip_uint64_t>(at);
  zip_stat_t info;
  zip_stat_init(&info);
  if (zip_stat_index(archive_.get(), index, 0, &info) == 0 &&
      (info.valid & ZIP_STAT_SIZE) != 0 &&
      info.size > static_cast<zip_uint64_t>(limit)) {
    return WorkbookTooLargeError({path_, part}, limit);
  }
  PartReader reader;
  reader.path_ = path_;
  reader.part_ = part;
  reader.limit_ = limit;
  reader.file_.reset(zip_fopen_index(archive_.get(), index, 0));
  if (reader.file_ == nullptr) return DamagedPart(path_, part);
  return reader;
}

}  // namespace spotcheck::client
