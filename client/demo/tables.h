#ifndef SPOTCHECK_CLIENT_DEMO_TABLES_H_
#define SPOTCHECK_CLIENT_DEMO_TABLES_H_

// The tables that invented rows are put together from: counties as in GB/T
// 2260, the nine kinds of consumer products 消费品 of the 2016–2020 quality
// plan, and standards that exist.

#include <array>
#include <cstddef>

#include "absl/strings/string_view.h"

namespace spotcheck::client {

struct DemoCounty {
  absl::string_view code;  // six digits
  absl::string_view city;  // 银川市
  absl::string_view name;  // 兴庆区
};
inline constexpr std::size_t kDemoCounties = 22;
extern const std::array<DemoCounty, kDemoCounties> kDemoCountyTable;

struct DemoProduct {
  absl::string_view name;
  absl::string_view standard;
  std::array<absl::string_view, 4> models;
};
inline constexpr std::size_t kDemoProductsPerCategory = 5;
struct DemoCategory {
  absl::string_view name;
  absl::string_view trade;  // becomes part of an enterprise's name
  std::size_t per_hundred;  // the share of enterprises with this main category
  std::array<DemoProduct, kDemoProductsPerCategory> products;
};
inline constexpr std::size_t kDemoCategories = 9;
extern const std::array<DemoCategory, kDemoCategories> kDemoCategoryTable;

// Two characters of a firm's name or trademark.
extern const std::array<absl::string_view, 32> kDemoNameHeads;
extern const std::array<absl::string_view, 32> kDemoNameTails;
extern const std::array<absl::string_view, 16> kDemoStreets;
extern const std::array<absl::string_view, 24> kDemoSurnames;
extern const std::array<absl::string_view, 24> kDemoGivenNames;

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_TABLES_H_
