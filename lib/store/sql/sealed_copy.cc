#include "lib/store/sql/sealed_copy.h"

#include <filesystem>
#include <system_error>

namespace spotcheck::sql {

namespace fs = std::filesystem;

bool IsWholeByItself(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  if (fs::exists(path + "-shm", error)) return false;
  const auto log = fs::file_size(path + "-wal", error);
  return static_cast<bool>(error) || log == 0;
}

std::string ImmutableUri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    switch (c) {
      case '%':
        uri += "%25";
        break;
      case '?':
        uri += "%3f";
        break;
      case '#':
        uri += "%23";
        break;
      default:
        uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace spotcheck::sql
