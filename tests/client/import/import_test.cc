#include "client/import/import.h"

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(CodeOfImportTest, RefusedRowsAreBadInputWhereAllAreOrNoneMayBe) {
  const struct {
    std::int64_t rows;
    std::int64_t refused;
    Tolerance tolerance;
    ExitCode code;
  } kCases[] = {
      {0, 0, Tolerance::kSome, ExitCode::kDone},
      {0, 0, Tolerance::kNone, ExitCode::kDone},
      {5, 0, Tolerance::kNone, ExitCode::kDone},
      {5, 1, Tolerance::kSome, ExitCode::kDone},
      {5, 4, Tolerance::kSome, ExitCode::kDone},
      {5, 5, Tolerance::kSome, ExitCode::kBadInput},
      {1, 1, Tolerance::kSome, ExitCode::kBadInput},
      {5, 1, Tolerance::kNone, ExitCode::kBadInput},
      {5, 5, Tolerance::kNone, ExitCode::kBadInput},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(CodeOfImport(one.rows, one.refused, one.tolerance), one.code)
        << one.refused << " of " << one.rows;
  }
}

}  // namespace
}  // namespace spotcheck::client
