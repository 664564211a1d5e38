#include "server/identity/permissions.h"

namespace spotcheck::server {
namespace {

constexpr RoleSet kEvery = RoleSet::All();
constexpr RoleSet kOffice = {Role::kAdmin, Role::kOperator};
constexpr RoleSet kReaders = {Role::kAdmin, Role::kOperator, Role::kAuditor};
constexpr RoleSet kOperator = {Role::kOperator};
constexpr RoleSet kSecondPerson = {Role::kAdmin, Role::kApprover,
                                   Role::kOperator};

// The comments of proto/spotcheck/v1 name the same roles. draw_visibility.h
// decides what an auditor sees of a draw before it is opened.
constexpr Permission kPermissions[] = {
    {"spotcheck.v1.RegisterService.ImportEnterprises", kOffice},
    {"spotcheck.v1.RegisterService.ImportProducts", kOffice},
    {"spotcheck.v1.RegisterService.ImportLabs", kOffice},
    {"spotcheck.v1.RegisterService.ImportInspectors", kOffice},
    {"spotcheck.v1.RegisterService.GetEnterprise", kEvery},
    {"spotcheck.v1.RegisterService.GetProduct", kEvery},
    {"spotcheck.v1.RegisterService.GetLab", kEvery},
    {"spotcheck.v1.RegisterService.GetInspector", kReaders},
    {"spotcheck.v1.RegisterService.ListEnterprises", kEvery},
    {"spotcheck.v1.RegisterService.ListProducts", kEvery},
    {"spotcheck.v1.RegisterService.ListLabs", kEvery},
    {"spotcheck.v1.RegisterService.ListInspectors", kReaders},
    {"spotcheck.v1.RegisterService.AddGrant", {Role::kAdmin}},
    {"spotcheck.v1.RegisterService.WithdrawGrant", {Role::kAdmin}},
    {"spotcheck.v1.RegisterService.ListGrants", kEvery},

    {"spotcheck.v1.CreditService.RecordResult", kOffice, kOperator},
    {"spotcheck.v1.CreditService.RecordResults", kOffice, kOperator},
    {"spotcheck.v1.CreditService.CorrectResult", kOffice, kOperator},
    {"spotcheck.v1.CreditService.VoidResult", kOffice, kOperator},
    {"spotcheck.v1.CreditService.ApproveCheckChange", kSecondPerson, kOperator},
    {"spotcheck.v1.CreditService.ListCheckChanges",
     {Role::kAdmin, Role::kApprover, Role::kOperator, Role::kAuditor}},
    // An operator brings in what other bodies published, national bulletins
    // among it; an agency speaks for itself.
    {"spotcheck.v1.CreditService.ImportResults",
     {Role::kAdmin, Role::kOperator, Role::kAgency},
     {Role::kAgency}},
    // A check that a task has drawn tells who was drawn.
    {"spotcheck.v1.CreditService.ListResults", kOffice},
    {"spotcheck.v1.CreditService.GetCreditFile",
     {Role::kAdmin, Role::kOperator, Role::kAuditor, Role::kAgency}},
    {"spotcheck.v1.CreditService.BatchGetStatus", kEvery},
    {"spotcheck.v1.CreditService.ListListEntries", kEvery},
    {"spotcheck.v1.CreditService.DecideListEntry",
     {Role::kAdmin, Role::kApprover}},

    {"spotcheck.v1.DrawService.CreateTask", kOffice, kOperator},
    {"spotcheck.v1.DrawService.UpdateTask", kOffice, kOperator},
    {"spotcheck.v1.DrawService.WithdrawTask", kOffice, kOperator},
    // The plan's numbers are not public before the opening.
    {"spotcheck.v1.DrawService.GetTask", kOffice},
    {"spotcheck.v1.DrawService.ListTasks", kOffice},
    // An auditor may not call it: its RESERVED lines would tell what another
    // draw holds.
    {"spotcheck.v1.DrawService.PreviewTask", kOffice},
    {"spotcheck.v1.DrawService.RegisterWitness", kOffice},
    {"spotcheck.v1.DrawService.ListWitnesses", kEvery},
    {"spotcheck.v1.DrawService.GetNextAttempt", kEvery},
    {"spotcheck.v1.DrawService.CommitDraw", kOffice, kOperator},
    {"spotcheck.v1.DrawService.RevealContribution", kEvery},
    {"spotcheck.v1.DrawService.ProvideBeacon",
     {Role::kAdmin, Role::kOperator, Role::kWitness}},
    {"spotcheck.v1.DrawService.GetDraw", kEvery},
    {"spotcheck.v1.DrawService.VoidDraw", kOffice, kOperator},
    {"spotcheck.v1.DrawService.WithdrawUnit", kOffice, kOperator},
    {"spotcheck.v1.DrawService.CloseDueUnit", kOffice, kOperator},
    {"spotcheck.v1.DrawService.ApproveDraw", kSecondPerson, kOperator},
    {"spotcheck.v1.DrawService.ReplaceUnits", kOffice, kOperator},
    {"spotcheck.v1.DrawService.OpenDraw", kOffice, kOperator},
    {"spotcheck.v1.DrawService.ExportBundle", kEvery},
    {"spotcheck.v1.DrawService.ExplainUnit", kReaders},
    {"spotcheck.v1.DrawService.GetUnitProof", kOffice},
    {"spotcheck.v1.DrawService.GetDrawReport", kReaders},
    {"spotcheck.v1.DrawService.ListAttempts", kEvery},
    {"spotcheck.v1.DrawService.GetDrawStatistics", kEvery},

    {"spotcheck.v1.JournalService.GetCheckpoint", kEvery},
    {"spotcheck.v1.JournalService.ListEvents", kEvery},
    {"spotcheck.v1.JournalService.GetInclusionProof", kEvery},
    {"spotcheck.v1.JournalService.GetConsistencyProof", kEvery},
};

const Permission* Find(std::string_view rpc) {
  for (const Permission& permission : kPermissions) {
    if (permission.rpc == rpc) return &permission;
  }
  return nullptr;
}

}  // namespace

absl::Span<const Permission> Permissions() { return kPermissions; }

RoleSet AllowedRoles(std::string_view rpc) {
  const Permission* permission = Find(rpc);
  return permission == nullptr ? RoleSet() : permission->roles;
}

RoleSet BoundRoles(std::string_view rpc) {
  const Permission* permission = Find(rpc);
  return permission == nullptr ? RoleSet::All() : permission->bound;
}

}  // namespace spotcheck::server
