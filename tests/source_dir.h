#ifndef SPOTCHECK_TESTS_SOURCE_DIR_H_
#define SPOTCHECK_TESTS_SOURCE_DIR_H_

// For tests that read files of the project. One source knows the path, so that
// a compiler cache serves every other test in any checkout.

#include <string>

namespace spotcheck {

// The root of the checkout that the test was built from, without a slash at the
// end.
std::string SourceDir();

}  // namespace spotcheck

#endif  // SPOTCHECK_TESTS_SOURCE_DIR_H_
