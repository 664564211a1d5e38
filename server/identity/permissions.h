#ifndef SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_
#define SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_

// The table of the roles that may call each rpc. Nobody may call an rpc without
// a row.

#include <string_view>

#include "absl/types/span.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

struct Permission {
  std::string_view rpc;  // full name, e.g. spotcheck.v1.DrawService.GetDraw
  RoleSet roles;
  // The roles among them that act for an authority here, and only for one that
  // is granted to their certificate (lib/app/register/mandate.h).
  RoleSet bound = {};
};
absl::Span<const Permission> Permissions();

// The empty set for an rpc without a row.
RoleSet AllowedRoles(std::string_view rpc);
// The roles that the rpc binds to their grants; all for an rpc without a row.
RoleSet BoundRoles(std::string_view rpc);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_PERMISSIONS_H_
