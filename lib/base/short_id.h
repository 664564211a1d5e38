#ifndef SPOTCHECK_LIB_BASE_SHORT_ID_H_
#define SPOTCHECK_LIB_BASE_SHORT_ID_H_

#include <string>

#include "lib/base/hash.h"

namespace spotcheck {

// The first 70 bits of a digest in Crockford's base32, 14 characters,
// upper-case: short enough to read out, long enough that two records of one
// office do not meet.
std::string ShortId(const Digest& digest);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_SHORT_ID_H_
