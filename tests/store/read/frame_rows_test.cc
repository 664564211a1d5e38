#include "lib/store/read/frame_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using testing::SampleEnterprise;
using testing::SampleProduct;
using testing::SampleUsci;
using testing::TestDatabase;

// More than two pages of enterprises, each with three lines.
constexpr int kEnterprises = 9'001;

void Fill(TestDatabase& db) {
  EnterprisesImported enterprises;
  ProductsImported products;
  for (int n = 0; n < kEnterprises; ++n) {
    enterprises.rows.push_back(SampleEnterprise(n));
  }
  for (int n = 0; n < 3 * kEnterprises; ++n) {
    products.rows.push_back(SampleProduct(n));
  }
  ASSERT_OK(db.Append({{enterprises, {}}, {products, {}}}));
}

absl::Status Visit(const View& view, const CodeRange& range,
                   std::vector<std::string>& seen) {
  return ForEachFrameEnterprise(
      view, Region(), range, [&](FrameEnterprise& enterprise) {
        EXPECT_EQ(enterprise.lines.size(), 3U);
        seen.push_back(enterprise.enterprise.usci.str());
        return absl::OkStatus();
      });
}

TEST(FrameReader, PartsOfARegionHoldEveryEnterpriseOnceInOrder) {
  TestDatabase db;
  Fill(db);
  std::vector<std::string> whole;
  for (int n = 0; n < kEnterprises; ++n) whole.push_back(SampleUsci(n).str());
  std::sort(whole.begin(), whole.end());
  for (const std::size_t parts : {1U, 2U, 3U, 4U, 9U}) {
    SCOPED_TRACE(parts);
    EXPECT_OK(db->Read([&](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(const std::vector<CodeRange> ranges,
                       SplitRegion(view, Region(), parts));
      // A part of less than a page is not worth a thread.
      EXPECT_EQ(ranges.size(), parts == 9 ? 1U : parts);
      std::vector<std::string> seen;
      FrameSize all;
      for (const CodeRange& range : ranges) {
        ASSIGN_OR_RETURN(const FrameSize size, SizeOf(view, Region(), range));
        EXPECT_GE(size.enterprises + 4,
                  kEnterprises / static_cast<std::int64_t>(ranges.size()));
        all.enterprises += size.enterprises;
        all.lines += size.lines;
        RETURN_IF_ERROR(Visit(view, range, seen));
      }
      EXPECT_EQ(seen, whole);
      EXPECT_EQ(all.enterprises, kEnterprises);
      EXPECT_EQ(all.lines, 3 * kEnterprises);
      return absl::OkStatus();
    }));
  }
}

}  // namespace
}  // namespace spotcheck::store
