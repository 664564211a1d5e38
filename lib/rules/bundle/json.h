#ifndef SPOTCHECK_LIB_RULES_BUNDLE_JSON_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_JSON_H_

// Reads JSON as draw.json uses it, strictly: one object, no name twice, no
// number with sign, fraction or exponent, nothing after the end.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/bundle/errors.h"
#include "nlohmann/json.hpp"

namespace spotcheck::rules {

using Json = nlohmann::json;

// draw.json nests five deep; the limit keeps hostile input from growing a tree.
inline constexpr std::int64_t kMaxJsonDepth = 8;

absl::StatusOr<Json> ParseStrictJson(std::string_view text);

// Gives OK where the values are equal, else BUNDLE_DIFFERS with the path of the
// first difference below `field` and the number of further ones.
absl::Status CompareJson(const std::string& field, const Json& declared,
                         const Json& computed);

// Writes sorted fields, one space of indentation, and characters as they are.
std::string PrettyJson(const Json& value);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_JSON_H_
