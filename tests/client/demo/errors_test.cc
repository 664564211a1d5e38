#include "client/demo/errors.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::client {
namespace {

std::vector<absl::Status> Examples(const std::string& text) {
  return {DemoSizeOutOfRangeError(0), DemoWriteFailedError(text)};
}
//TESTS
}  // namespace
}  // namespace spotcheck::client
