#ifndef SPOTCHECK_LIB_STORE_READ_SEARCH_H_
#define SPOTCHECK_LIB_STORE_READ_SEARCH_H_

// These functions search by part of a name: they find each name whose normal
// form contains the part, which may be one character. The index behind them
// (lib/store/tables/search_index.h) is the one part of the store that is
// SQLite's own.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// The words of a search are in the normal form of lib/rules/law/product_key.h
// (NormaliseName); a name is found that contains each of them, none finds
// everything.
inline constexpr std::size_t kMaxSearchWords = 4;

// The patterns for LIKE … ESCAPE '!' of up to kMaxSearchWords words; every text
// fits the pattern of a word that is not there.
using WordPatterns = std::array<std::string, kMaxSearchWords>;
WordPatterns PatternsOf(const std::vector<std::string>& words);

struct EnterpriseSearch {
  std::vector<std::string> words;
  Region region = {};  // of the registration; the country for all
};
// The answer is at most `limit` keys greater than `after`, ascending; a
// default-made `after` is less than every key.
absl::StatusOr<std::vector<Usci>> SearchEnterprises(
    const View& view, const EnterpriseSearch& search, const Usci& after,
    std::int64_t limit);
absl::StatusOr<std::vector<LineKey>> SearchProducts(
    const View& view, const std::vector<std::string>& words,
    const LineKey& after, std::int64_t limit);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_SEARCH_H_
