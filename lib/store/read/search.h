#ifndef SPOTCHECK_LIB_STORE_READ_SEARCH_H_
#define SPOTCHECK_LIB_STORE_READ_SEARCH_H_

// Search by part of a name: exact substring of the normal form, from one
// character on, sorted by code. The one engine-specific part of the store.

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// `query` in the normal form of rules/product_key.h (NormaliseName); an empty
// one finds everything. At most `limit` codes greater than `after`, ascending;
// a default-made `after` is less than every code.
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
