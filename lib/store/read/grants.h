#ifndef SPOTCHECK_LIB_STORE_READ_GRANTS_H_
#define SPOTCHECK_LIB_STORE_READ_GRANTS_H_

// These functions read the grants that stand: the authorities that certificates
// speak for. They return the connection's errors, and DATA_LOSS for a row that
// Apply (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

struct StoredGrant {
  std::string grant_id;
  std::string certificate;  // the name in the certificate
  rules::Authority authority;
  std::string granted_by;
  std::string granted_at;  // RFC 3339 UTC
  std::int64_t leaf_index = -1;
};
absl::StatusOr<std::optional<StoredGrant>> FindGrant(const View& view,
                                                     std::string_view grant_id);

// Returns up to `limit` grants in the order in which they were given, starting
// behind the leaf `after`; all certificates' grants where `certificate` is "".
struct GrantRange {
  std::string_view certificate;
  std::int64_t after = -1;
  std::int64_t limit = 0;
};
absl::StatusOr<std::vector<StoredGrant>> GrantPage(const View& view,
                                                   const GrantRange& range);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_GRANTS_H_
