#ifndef SPOTCHECK_SERVER_CONVERT_REGISTER_H_
#define SPOTCHECK_SERVER_CONVERT_REGISTER_H_

// RegisterService: turns requests into inputs and answers into responses. The
// rows of an import pass as they were typed: lib/app refuses each bad row by
// itself.

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/register/grants.h"
#include "lib/app/register/import.h"
#include "lib/app/register/read.h"
#include "server/convert/parse.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::server {

absl::StatusOr<std::vector<app::EnterpriseRow>> Parse(
    const v1::ImportEnterprisesRequest& request);
absl::StatusOr<std::vector<app::ProductRow>> Parse(
    const v1::ImportProductsRequest& request);
absl::StatusOr<std::vector<app::LabRow>> Parse(
    const v1::ImportLabsRequest& request);
absl::StatusOr<std::vector<app::InspectorRow>> Parse(
    const v1::ImportInspectorsRequest& request);

absl::StatusOr<Usci> Parse(const v1::GetEnterpriseRequest& request);
absl::StatusOr<store::LineKey> Parse(const v1::GetProductRequest& request);
absl::StatusOr<LabId> Parse(const v1::GetLabRequest& request);
absl::StatusOr<InspectorId> Parse(const v1::GetInspectorRequest& request);

struct ProductsQuery {
  std::optional<Usci> parent;  // absent: the lines of all enterprises
  app::ListQuery list;
};
absl::StatusOr<app::ListQuery> Parse(const v1::ListEnterprisesRequest& request);
absl::StatusOr<ProductsQuery> Parse(const v1::ListProductsRequest& request);
absl::StatusOr<app::ListQuery> Parse(const v1::ListLabsRequest& request);
absl::StatusOr<app::ListQuery> Parse(const v1::ListInspectorsRequest& request);

absl::StatusOr<app::NewGrant> Parse(const v1::AddGrantRequest& request);
absl::StatusOr<app::GrantWithdrawal> Parse(
    const v1::WithdrawGrantRequest& request);
absl::StatusOr<app::GrantsQuery> Parse(const v1::ListGrantsRequest& request);

v1::ImportResponse ToProto(const app::ImportAnswer& answer);
v1::Enterprise ToProto(const app::EnterpriseAnswer& answer);
v1::Product ToProto(const app::ProductAnswer& answer);
v1::Lab ToProto(const store::StoredLab& lab);
v1::Inspector ToProto(const store::StoredInspector& inspector);
v1::ListEnterprisesResponse ToProto(
    const app::Page<app::EnterpriseAnswer>& page);
v1::ListProductsResponse ToProto(const app::Page<app::ProductAnswer>& page);
v1::ListLabsResponse ToProto(const app::Page<store::StoredLab>& page);
v1::ListInspectorsResponse ToProto(
    const app::Page<store::StoredInspector>& page);
v1::Grant ToProto(const store::StoredGrant& grant);
v1::ListGrantsResponse ToProto(const app::Page<store::StoredGrant>& page);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_REGISTER_H_
