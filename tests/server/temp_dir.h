#ifndef SPOTCHECK_TESTS_SERVER_TEMP_DIR_H_
#define SPOTCHECK_TESTS_SERVER_TEMP_DIR_H_

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "gtest/gtest.h"

namespace spotcheck::server {

// A new folder that is removed when the test ends.
class TempDir {
 public:
  TempDir() : path_(::testing::TempDir() + "spotcheck-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) ADD_FAILURE() << path_;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::string In(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_TEMP_DIR_H_
