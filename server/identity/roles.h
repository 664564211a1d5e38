#ifndef SPOTCHECK_SERVER_IDENTITY_ROLES_H_
#define SPOTCHECK_SERVER_IDENTITY_ROLES_H_

// Who may be what. A role stands in the person's certificate; what it may do is
// the table of permissions.h.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/error.h"

namespace spotcheck::server {

enum class Role : std::uint8_t {
  kAdmin,
  kOperator,
  kApprover,
  kWitness,
  kAgency,
  kAuditor,
};
inline constexpr std::array kRoles = {Role::kAdmin,    Role::kOperator,
                                      Role::kApprover, Role::kWitness,
                                      Role::kAgency,   Role::kAuditor};

std::string_view RoleName(Role role);                     // admin, …
absl::StatusOr<Role> ParseRole(const std::string& name);  // UNKNOWN_ROLE
// What the role is for, one line.
Localized RolePurpose(Role role);

// A set of roles.
class RoleSet {
 public:
  constexpr RoleSet() = default;  // nobody
  constexpr RoleSet(std::initializer_list<Role> roles) {
    for (const Role role : roles) bits_ |= Bit(role);
  }
  static constexpr RoleSet All() {
    RoleSet all;
    for (const Role role : kRoles) all.bits_ |= Bit(role);
    return all;
  }
  constexpr bool Has(Role role) const { return (bits_ & Bit(role)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  std::string ToString() const;  // "admin, operator"

 private:
  static constexpr unsigned Bit(Role role) {
    return 1U << static_cast<unsigned>(role);
  }
  unsigned bits_ = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_IDENTITY_ROLES_H_
