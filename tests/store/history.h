#ifndef SPOTCHECK_TESTS_STORE_HISTORY_H_
#define SPOTCHECK_TESTS_STORE_HISTORY_H_

#include <cstdint>

#include "tests/store/samples.h"

namespace spotcheck::store::testing {

// Writes `mutations` mutations of all kinds in an order that follows from the
// seed: imports and re-imports, draws from commitment to opening, voids,
// failures, withdrawals, results, lists; some fail, some are dry runs, some are
// repeated requests.
void WriteHistory(TestDatabase& db, std::uint32_t seed, int mutations);

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_HISTORY_H_
