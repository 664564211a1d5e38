#include "server/identity/roles.h"

#include <optional>

#include "server/identity/errors.h"

namespace spotcheck::server {

absl::StatusOr<Role> ParseRole(const std::string& name) {
  const std::optional<Role> role = FromCode<Role>(name);
  if (!role.has_value()) return UnknownRole(name);
  return *role;
}

absl::StatusOr<Role> ParseTypedRole(const std::string& name) {
  const std::optional<Role> role = FromTyped<Role>(name);
  if (!role.has_value()) return UnknownRole(name);
  return *role;
}

Localized RolePurpose(Role role) {
  switch (role) {
    case Role::kAdmin:
      return {"一切业务操作；复核须由他人作出",
              "every step of the work; a second person's yes is another's"};
    case Role::kOperator:
      return {"导入登记信息、制定任务、抽取、录入结果、撤销和开封的申请",
              "imports, plans, draws, records results, asks for voids and "
              "withdrawals, opens"};
    case Role::kApprover:
      return {"第二人：复核作废和撤样，决定名单",
              "the second person: approves voids and withdrawals, decides on "
              "lists"};
    case Role::kWitness:
      return {"查看公开状态，揭示自己的随机数",
              "sees what is public and reveals a contribution"};
    case Role::kAgency:
      return {"其他机关：推送抽查结果，查询信用档案",
              "another body: pushes its results, reads credit files"};
    case Role::kAuditor:
      return {"查看登记和档案；抽取开封后可看全部",
              "reads registers and files, and all of a draw once it is opened"};
  }
  return {};
}

std::string RoleSet::ToString() const {
  std::string text;
  for (const Role role : kRoles) {
    if (!Has(role)) continue;
    if (!text.empty()) text += ", ";
    text += RoleName(role);
  }
  return text;
}

}  // namespace spotcheck::server
