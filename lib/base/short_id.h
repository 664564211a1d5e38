#ifndef SPOTCHECK_LIB_BASE_SHORT_ID_H_
#define SPOTCHECK_LIB_BASE_SHORT_ID_H_

#include <string>

#include "lib/base/hash.h"

namespace spotcheck {

// Gives the first 70 bits of a digest in Crockford's base32, 14 upper-case
// characters: few enough to read out, and enough that no two records of one
// office get the same.
std::string ShortId(const Digest& digest);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_SHORT_ID_H_
