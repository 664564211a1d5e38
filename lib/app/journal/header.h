#ifndef SPOTCHECK_LIB_APP_JOURNAL_HEADER_H_
#define SPOTCHECK_LIB_APP_JOURNAL_HEADER_H_

// What kind of event a leaf holds and when it was stored, without decoding its
// data: a feed shows leaves of thousands of rows as they are.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::app {

struct LeafHeader {
  std::string type;
  std::string time;  // RFC 3339 UTC
};
// Reads no further than the two members. `leaf` may be cut off behind them.
// DATA_LOSS (LEAF_WITHOUT_HEADER) where it has none.
absl::StatusOr<LeafHeader> ReadLeafHeader(std::string_view leaf);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_JOURNAL_HEADER_H_
