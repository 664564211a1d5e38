#ifndef SPOTCHECK_SERVER_RULEBOOK_DEFAULT_POLICIES_H_
#define SPOTCHECK_SERVER_RULEBOOK_DEFAULT_POLICIES_H_

#include <string_view>

#include "absl/types/span.h"

namespace spotcheck::server {

// The files of deploy/policies as they were at build time, by name.
struct PolicyFile {
  std::string_view name;
  std::string_view text;
};
absl::Span<const PolicyFile> DefaultPolicies();

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_DEFAULT_POLICIES_H_
