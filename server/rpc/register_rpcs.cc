#include "lib/app/register/grants.h"
#include "lib/app/register/import.h"
#include "lib/app/register/read.h"
#include "server/convert/register.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {
namespace {

using store::Transaction;
using store::View;

void AddImports(RpcTable& table) {
  table.AddChange<v1::ImportEnterprisesRequest>(
      [](Transaction& tx, const Call&, const auto& rows) {
        return app::ImportEnterprises(tx, rows);
      });
  table.AddChange<v1::ImportProductsRequest>(
      [](Transaction& tx, const Call&, const auto& rows) {
        return app::ImportProducts(tx, rows);
      });
  table.AddChange<v1::ImportLabsRequest>(
      [](Transaction& tx, const Call&, const auto& rows) {
        return app::ImportLabs(tx, rows);
      });
  table.AddChange<v1::ImportInspectorsRequest>(
      [](Transaction& tx, const Call&, const auto& rows) {
        return app::ImportInspectors(tx, rows);
      });
}

void AddGets(RpcTable& table) {
  table.AddRead<v1::GetEnterpriseRequest>(
      [](const View& view, const Call&, const Usci& usci) {
        return app::GetEnterprise(view, usci);
      });
  table.AddRead<v1::GetProductRequest>(
      [](const View& view, const Call&, const store::LineKey& name) {
        return app::GetProduct(view, name.usci, name.line);
      });
  table.AddRead<v1::GetLabRequest>(
      [](const View& view, const Call&, const LabId& lab) {
        return app::GetLab(view, lab);
      });
  table.AddRead<v1::GetInspectorRequest>(
      [](const View& view, const Call&, const InspectorId& inspector) {
        return app::GetInspector(view, inspector);
      });
}

void AddLists(RpcTable& table) {
  table.AddRead<v1::ListEnterprisesRequest>(
      [](const View& view, const Call&, const app::ListQuery& query) {
        return app::ListEnterprises(view, query);
      });
  table.AddRead<v1::ListProductsRequest>(
      [](const View& view, const Call&, const ProductsQuery& query) {
        return app::ListProducts(view, query.parent, query.list);
      });
  table.AddRead<v1::ListLabsRequest>(
      [](const View& view, const Call&, const app::ListQuery& query) {
        return app::ListLabs(view, query);
      });
  table.AddRead<v1::ListInspectorsRequest>(
      [](const View& view, const Call&, const app::ListQuery& query) {
        return app::ListInspectors(view, query);
      });
}

void AddGrants(RpcTable& table) {
  table.AddChange<v1::AddGrantRequest>(
      [](Transaction& tx, const Call&, const app::NewGrant& grant) {
        return app::AddGrant(tx, grant);
      });
  table.AddChange<v1::WithdrawGrantRequest>(
      [](Transaction& tx, const Call&, const app::GrantWithdrawal& withdrawal) {
        return app::WithdrawGrant(tx, withdrawal);
      });
  table.AddRead<v1::ListGrantsRequest>(
      [](const View& view, const Call&, const app::GrantsQuery& query) {
        return app::ListGrants(view, query);
      });
}

}  // namespace

void AddRegisterRpcs(RpcTable& table) {
  AddImports(table);
  AddGets(table);
  AddLists(table);
  AddGrants(table);
}

}  // namespace spotcheck::server
