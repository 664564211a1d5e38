#ifndef SPOTCHECK_LIB_BASE_HASH_WORDS_H_
#define SPOTCHECK_LIB_BASE_HASH_WORDS_H_

// The names of the hash suites; people of either language call them the same.

#include "lib/base/hash.h"
#include "lib/base/words.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<HashSuite> = std::to_array<Word<HashSuite>>({
    {HashSuite::kSha256, "SHA256", "SHA256", "SHA256", 1},
    {HashSuite::kSm3, "SM3", "SM3", "SM3", 2},
});
static_assert(IsWhole<HashSuite>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_HASH_WORDS_H_
