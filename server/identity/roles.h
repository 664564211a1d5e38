#ifndef SPOTCHECK_SERVER_IDENTITY_ROLES_H_
#define SPOTCHECK_SERVER_IDENTITY_ROLES_H_

// The roles of persons. A person's certificate states the role; the table of
// permissions.h says what the role may call.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/error.h"
#include "lib/base/words.h"

namespace spotcheck::server {

enum class Role : std::uint8_t {
  kAdmin,
  kOperator,
  kApprover,
  kWitness,
  kAgency,
  kAuditor,
};

}  // namespace spotcheck::server

namespace spotcheck {

template <>
inline constexpr auto kWords<server::Role> = std::to_array<Word<server::Role>>({
    {server::Role::kAdmin, "admin", "管理员", "admin"},
    {server::Role::kOperator, "operator", "操作员", "operator"},
    {server::Role::kApprover, "approver", "审批人", "approver"},
    {server::Role::kWitness, "witness", "见证人", "witness"},
    {server::Role::kAgency, "agency", "其他机关", "agency"},
    {server::Role::kAuditor, "auditor", "审计人员", "auditor"},
});
static_assert(IsWhole<server::Role>());

}  // namespace spotcheck

namespace spotcheck::server {

inline constexpr std::array kRoles = {Role::kAdmin,    Role::kOperator,
                                      Role::kApprover, Role::kWitness,
                                      Role::kAgency,   Role::kAuditor};

inline std::string_view RoleName(Role role) { return CodeOf(role); }
// Reads a role's name as certificates have it. Error: UNKNOWN_ROLE.
absl::StatusOr<Role> ParseRole(const std::string& name);
// Reads a role as people type it, in either language. Error: UNKNOWN_ROLE.
absl::StatusOr<Role> ParseTypedRole(const std::string& name);
// One line that says what the role is for.
Localized RolePurpose(Role role);

class RoleSet {
 public:
  constexpr RoleSet() = default;  // the empty set
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
