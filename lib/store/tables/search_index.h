#ifndef SPOTCHECK_LIB_STORE_TABLES_SEARCH_INDEX_H_
#define SPOTCHECK_LIB_STORE_TABLES_SEARCH_INDEX_H_

// The full-text index behind lib/store/read/search.h. A name is indexed as its
// pairs of neighbouring characters, each character four base-36 digits, so that
// the engine's tokenizer has nothing to interpret; the last character stands in
// a pair with an end mark, so that a single character is the prefix of a pair
// wherever it stands.

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// Apply calls these for each enterprise and each product line that it writes.
absl::Status IndexEnterprise(sql::WriteConnection& db, const Usci& usci,
                             std::string_view normal_name);
absl::Status IndexProduct(sql::WriteConnection& db, const LineKey& key,
                          std::string_view normal_name);

// NamePairs returns the pairs of a name as the index holds them. PairQuery
// returns the query that finds the names with all pairs of `part`, which is not
// empty.
std::string NamePairs(std::string_view normal_name);
std::string PairQuery(std::string_view part);

// Runs the engine's own check of the two indexes.
absl::Status CheckSearchIndex(sql::WriteConnection& db);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_SEARCH_INDEX_H_
