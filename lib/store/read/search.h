#ifndef SPOTCHECK_LIB_STORE_READ_SEARCH_H_
#define SPOTCHECK_LIB_STORE_READ_SEARCH_H_

// These functions search by part of a name: they find each name whose normal
// form contains the part, which may be one character. The index behind them
// (lib/store/tables/search_index.h) is the one part of the store that is
// SQLite's own.

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// `query` is in the normal form of lib/rules/law/product_key.h (NormaliseName);
// an empty one finds everything. The answer is at most `limit` keys greater
// than `after`, ascending; a default-made `after` is less than every key.
absl::StatusOr<std::vector<Usci>> SearchEnterprises(const View& view,
                                                    std::string_view query,
                                                    const Usci& after,
                                                    std::int64_t limit);
absl::StatusOr<std::vector<LineKey>> SearchProducts(const View& view,
                                                    std::string_view query,
                                                    const LineKey& after,
                                                    std::int64_t limit);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_SEARCH_H_
