#ifndef SPOTCHECK_TESTS_CLIENT_SCRATCH_H_
#define SPOTCHECK_TESTS_CLIENT_SCRATCH_H_

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace spotcheck::client {

// A folder of its own for one test, gone afterwards.
class Scratch {
 public:
  Scratch() {
    std::string name =
        (std::filesystem::temp_directory_path() / "spotcheckXXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Scratch() { std::filesystem::remove_all(folder_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string Path(const std::string& name) const {
    return (folder_ / name).string();
  }
  // Writes the file and gives its path.
  std::string Write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories(
        std::filesystem::path(Path(name)).parent_path());
    std::ofstream(Path(name), std::ios::binary) << text;
    return Path(name);
  }
  std::string Read(const std::string& name) const {
    std::ifstream file(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_TESTS_CLIENT_SCRATCH_H_
