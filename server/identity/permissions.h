#ifndef SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_
#define SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_

// Which role may call what. A call without a row is nobody's.

#include <string_view>

#include "absl/types/span.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

struct Permission {
  std::string_view rpc;  // full name, e.g. spotcheck.v1.DrawService.GetDraw
  RoleSet roles;
};
absl::Span<const Permission> Permissions();

// Empty for an rpc without a row.
RoleSet AllowedRoles(std::string_view rpc);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_
