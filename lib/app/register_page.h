#ifndef SPOTCHECK_LIB_APP_REGISTER_PAGE_H_
#define SPOTCHECK_LIB_APP_REGISTER_PAGE_H_

// Page sizes and tokens of every list. A token is the base64 of 8 bytes of
// SHA-256(question) and the last key: it serves only the question it came from,
// and holds nothing that the page before did not show. Errors:
// INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::app {

inline constexpr int kDefaultPageSize = 100;
// A page of the largest rows stays below gRPC's 4 MB only up to about here.
inline constexpr int kMaxPageSize = 1000;

// 0 is kDefaultPageSize.
absl::StatusOr<int> ParsePageSize(int page_size);

// What is asked for: the list and its filters, in one text.
struct PageQuestion {
  std::string text;
};
std::string MakePageToken(const PageQuestion& question,
                          std::string_view last_key);
// The last key; "" for the empty token.
absl::StatusOr<std::string> ParsePageToken(const PageQuestion& question,
                                           std::string_view token);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_PAGE_H_
