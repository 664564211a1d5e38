#ifndef SPOTCHECK_CLIENT_DEMO_DATA_H_
#define SPOTCHECK_CLIENT_DEMO_DATA_H_

// An invented register to try the system on: producers in the counties of
// Ningxia 宁夏, their products in the nine categories, laboratories, inspectors
// and earlier checks of every level. Codes carry right check characters; any
// likeness to a real enterprise is accident.
//
// The same options give the same bytes on every machine. Rows are made one at a
// time, so memory does not grow with their number.

#include <cstdint>
#include <string>

#include "absl/status/status.h"

namespace spotcheck::client {

// More enterprises than this would not be a demonstration any more: China has
// fewer of all kinds. The organisation codes reach further.
inline constexpr std::int64_t kMaxDemoEnterprises = 10'000'000;

// The last day on which a demonstration check was sampled; the checks reach
// three years back from it.
inline constexpr char kDemoLastSampled[] = "2026-10-31";

struct DemoDataOptions {
  std::int64_t enterprises = 2'000;
  std::uint64_t seed = 1;
  std::string directory;  // made where it is missing
};

// Writes enterprises.csv, products.csv (on average three lines for an
// enterprise), labs.csv, inspectors.csv and earlier_checks.csv (about one row
// for four enterprises): UTF-8, a header row, line feeds. Replaces files of
// those names in the directory. Errors: DEMO_SIZE_OUT_OF_RANGE,
// DEMO_WRITE_FAILED.
absl::Status WriteDemoData(const DemoDataOptions& options);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_DATA_H_
