#ifndef SPOTCHECK_SERVER_CONVERT_ENUMS_H_
#define SPOTCHECK_SERVER_CONVERT_ENUMS_H_

// The enumerations of common.proto in both directions. Reading answers nullopt
// for UNSPECIFIED where it has no meaning of its own, and for numbers that this
// version does not know.

#include <optional>

#include "lib/base/hash.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/records.h"
#include "spotcheck/v1/common.pb.h"

namespace spotcheck::server {

v1::Level ToProto(rules::Level level);
v1::Purpose ToProto(rules::Purpose purpose);
v1::Verdict ToProto(store::Verdict verdict);
v1::Severity ToProto(store::Severity severity);
v1::HashSuite ToProto(HashSuite suite);

std::optional<rules::Level> FromProto(v1::Level level);
std::optional<rules::Purpose> FromProto(v1::Purpose purpose);  // ROUTINE
std::optional<store::Verdict> FromProto(v1::Verdict verdict);
std::optional<store::Severity> FromProto(v1::Severity severity);  // kNone
std::optional<HashSuite> FromProto(v1::HashSuite suite);          // SHA256

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_ENUMS_H_
