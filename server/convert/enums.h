#ifndef SPOTCHECK_SERVER_CONVERT_ENUMS_H_
#define SPOTCHECK_SERVER_CONVERT_ENUMS_H_

// Turns the enumerations of common.proto into the rules' and back, by the
// numbers in the tables of words (lib/base/words.h). FromProto answers nullopt
// for a number that this version does not know, and for UNSPECIFIED where it
// has no meaning of its own.

#include <optional>

#include "lib/base/hash_words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/common.pb.h"

namespace spotcheck::server {

inline v1::Level ToProto(rules::Level level) {
  return static_cast<v1::Level>(WordOf(level).wire);
}
inline v1::Purpose ToProto(rules::Purpose purpose) {
  return static_cast<v1::Purpose>(WordOf(purpose).wire);
}
inline v1::Verdict ToProto(rules::Verdict verdict) {
  return static_cast<v1::Verdict>(WordOf(verdict).wire);
}
inline v1::Severity ToProto(rules::Severity severity) {
  return static_cast<v1::Severity>(WordOf(severity).wire);
}
inline v1::HashSuite ToProto(HashSuite suite) {
  return static_cast<v1::HashSuite>(WordOf(suite).wire);
}

inline std::optional<rules::Level> FromProto(v1::Level level) {
  return FromWire<rules::Level>(level);
}
inline std::optional<rules::Purpose> FromProto(v1::Purpose purpose) {
  if (purpose == v1::PURPOSE_UNSPECIFIED) return rules::Purpose::kRoutine;
  return FromWire<rules::Purpose>(purpose);
}
inline std::optional<rules::Verdict> FromProto(v1::Verdict verdict) {
  return FromWire<rules::Verdict>(verdict);
}
// A severity UNSPECIFIED means kNone.
inline std::optional<rules::Severity> FromProto(v1::Severity severity) {
  return FromWire<rules::Severity>(severity);
}
inline std::optional<HashSuite> FromProto(v1::HashSuite suite) {
  if (suite == v1::HASH_SUITE_UNSPECIFIED) return HashSuite::kSha256;
  return FromWire<HashSuite>(suite);
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_ENUMS_H_
