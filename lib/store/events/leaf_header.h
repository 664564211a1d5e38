#ifndef SPOTCHECK_LIB_STORE_EVENTS_LEAF_HEADER_H_
#define SPOTCHECK_LIB_STORE_EVENTS_LEAF_HEADER_H_

// Reads a leaf's kind of event and time without decoding its data, because a
// feed passes on leaves with thousands of rows as they are.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace spotcheck::store {

struct LeafHeader {
  std::string type;
  std::string time;  // RFC 3339 UTC
};
// Reads no further than the members "type" and "time"; the text may be cut off
// after them. LEAF_MALFORMED if it does not begin as EncodeEvent writes it.
absl::StatusOr<LeafHeader> ReadLeafHeader(std::string_view leaf);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_LEAF_HEADER_H_
