#include "server/convert/register.h"

#include "lib/base/status_macros.h"
#include "server/convert/common.h"
#include "server/convert/enums.h"
#include "server/convert/errors.h"
#include "server/convert/fill_proto.h"
#include "server/convert/filters.h"
#include "server/convert/import_rows.h"

namespace spotcheck::server {
namespace {

// Every list request has the fields page_size, page_token and query.
template <typename Request>
absl::StatusOr<app::ListQuery> ListQueryOf(const Request& request) {
  app::ListQuery query;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  query.query = request.query();
  return query;
}

// Reads the name in a certificate; pki.h issues no other.
absl::StatusOr<std::string> ParseCertificate(const Field& field) {
  if (!IsIdText(field.value)) return InvalidId(field, "[A-Za-z0-9._-]{1,64}");
  return std::string(field.value);
}

}  // namespace

absl::StatusOr<std::vector<app::EnterpriseRow>> Parse(
    const v1::ImportEnterprisesRequest& request) {
  return RowsOf<store::EnterpriseRecord>(request);
}

absl::StatusOr<std::vector<app::ProductRow>> Parse(
    const v1::ImportProductsRequest& request) {
  return RowsOf<store::ProductRecord>(request);
}

absl::StatusOr<std::vector<app::LabRow>> Parse(
    const v1::ImportLabsRequest& request) {
  return RowsOf<store::LabRecord>(request);
}

absl::StatusOr<std::vector<app::InspectorRow>> Parse(
    const v1::ImportInspectorsRequest& request) {
  return RowsOf<store::InspectorRecord>(request);
}

absl::StatusOr<Usci> Parse(const v1::GetEnterpriseRequest& request) {
  return ParseEnterpriseName({"name", request.name()});
}

absl::StatusOr<store::LineKey> Parse(const v1::GetProductRequest& request) {
  return ParseLineName({"name", request.name()});
}

absl::StatusOr<LabId> Parse(const v1::GetLabRequest& request) {
  return ParseLabName({"name", request.name()});
}

absl::StatusOr<InspectorId> Parse(const v1::GetInspectorRequest& request) {
  return ParseInspectorName({"name", request.name()});
}

absl::StatusOr<app::ListQuery> Parse(
    const v1::ListEnterprisesRequest& request) {
  ASSIGN_OR_RETURN(app::ListQuery query, ListQueryOf(request));
  ASSIGN_OR_RETURN(query.region,
                   ParseRegionFilter({"region", request.region()}));
  return query;
}

absl::StatusOr<ProductsQuery> Parse(const v1::ListProductsRequest& request) {
  ProductsQuery query;
  ASSIGN_OR_RETURN(query.parent,
                   ParseEnterpriseParent({"parent", request.parent()}));
  ASSIGN_OR_RETURN(query.list, ListQueryOf(request));
  return query;
}

absl::StatusOr<app::ListQuery> Parse(const v1::ListLabsRequest& request) {
  return ListQueryOf(request);
}

absl::StatusOr<app::ListQuery> Parse(const v1::ListInspectorsRequest& request) {
  return ListQueryOf(request);
}

absl::StatusOr<app::NewGrant> Parse(const v1::AddGrantRequest& request) {
  const v1::Grant& grant = request.grant();
  app::NewGrant parsed;
  ASSIGN_OR_RETURN(parsed.certificate, ParseCertificate({"grant.certificate",
                                                         grant.certificate()}));
  ASSIGN_OR_RETURN(parsed.authority.name,
                   ParseText({"grant.authority", grant.authority()}));
  const auto level = FromProto(grant.level());
  if (!level.has_value()) {
    return UnknownValue({"grant.level", std::to_string(grant.level())},
                        "LEVEL_NATIONAL, LEVEL_PROVINCIAL, LEVEL_CITY, "
                        "LEVEL_COUNTY");
  }
  parsed.authority.level = *level;
  ASSIGN_OR_RETURN(parsed.authority.region,
                   ParseRegion({"grant.region", grant.region()}));
  return parsed;
}

absl::StatusOr<app::GrantWithdrawal> Parse(
    const v1::WithdrawGrantRequest& request) {
  app::GrantWithdrawal parsed;
  ASSIGN_OR_RETURN(parsed.grant_id,
                   ParseIdName({"name", request.name()}, "grants/{grant_id}"));
  ASSIGN_OR_RETURN(parsed.reason, ParseText({"reason", request.reason()}));
  return parsed;
}

absl::StatusOr<app::GrantsQuery> Parse(const v1::ListGrantsRequest& request) {
  app::GrantsQuery query;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  if (request.certificate().empty()) return query;
  ASSIGN_OR_RETURN(query.certificate,
                   ParseCertificate({"certificate", request.certificate()}));
  return query;
}

v1::ImportResponse ToProto(const app::ImportAnswer& answer) {
  v1::ImportResponse proto;
  proto.set_read(answer.read);
  proto.set_new_(answer.created);
  proto.set_changed(answer.changed);
  proto.set_unchanged(answer.unchanged);
  proto.set_refused(ToCount(static_cast<std::int64_t>(answer.refused.size())));
  for (const app::RefusedRow& row : answer.refused) {
    v1::RefusedRow& refused = *proto.add_refused_rows();
    refused.set_row(row.row);
    refused.set_reason(row.error.reason);
    *refused.mutable_message() = ToProto(row.error.message);
  }
  proto.set_journal_index(answer.journal_index);
  AddCounts(answer.restored, *proto.mutable_restored());
  AddCounts(answer.lost, *proto.mutable_lost());
  for (const auto& [word, rows] : answer.unknown_states) {
    v1::WordCount& count = *proto.add_unknown_states();
    count.set_word(word);
    count.set_rows(rows);
  }
  return proto;
}

v1::Enterprise ToProto(const app::EnterpriseAnswer& answer) {
  const store::EnterpriseRecord& record = answer.enterprise.record;
  v1::Enterprise proto;
  proto.set_name(EnterpriseNameOf(record.usci));
  FillProto(record, proto);
  proto.set_region(std::string(record.usci.region()));
  for (const Localized& warning : answer.warnings) {
    *proto.add_warnings() = ToProto(warning);
  }
  proto.set_journal_index(answer.enterprise.leaf_index);
  return proto;
}

v1::Product ToProto(const app::ProductAnswer& answer) {
  const store::ProductRecord& record = answer.product.record;
  v1::Product proto;
  proto.set_name(EnterpriseNameOf(record.usci) + "/lines/" + record.line.str());
  FillProto(record, proto);
  proto.set_journal_index(answer.product.leaf_index);
  return proto;
}

v1::Lab ToProto(const store::StoredLab& lab) {
  const store::LabRecord& record = lab.record;
  v1::Lab proto;
  proto.set_name("labs/" + record.lab.str());
  FillProto(record, proto);
  proto.set_journal_index(lab.leaf_index);
  return proto;
}

v1::Inspector ToProto(const store::StoredInspector& inspector) {
  const store::InspectorRecord& record = inspector.record;
  v1::Inspector proto;
  proto.set_name("inspectors/" + record.inspector.str());
  FillProto(record, proto);
  proto.set_journal_index(inspector.leaf_index);
  return proto;
}

v1::Grant ToProto(const store::StoredGrant& grant) {
  v1::Grant proto;
  proto.set_name("grants/" + grant.grant_id);
  proto.set_certificate(grant.certificate);
  proto.set_authority(grant.authority.name);
  proto.set_level(ToProto(grant.authority.level));
  proto.set_region(grant.authority.region.Label());
  proto.set_granted_by(grant.granted_by);
  proto.set_granted_at(grant.granted_at);
  proto.set_journal_index(grant.leaf_index);
  return proto;
}

v1::ListEnterprisesResponse ToProto(
    const app::Page<app::EnterpriseAnswer>& page) {
  v1::ListEnterprisesResponse proto;
  for (const auto& row : page.rows) *proto.add_enterprises() = ToProto(row);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::ListProductsResponse ToProto(const app::Page<app::ProductAnswer>& page) {
  v1::ListProductsResponse proto;
  for (const auto& row : page.rows) *proto.add_products() = ToProto(row);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::ListLabsResponse ToProto(const app::Page<store::StoredLab>& page) {
  v1::ListLabsResponse proto;
  for (const auto& row : page.rows) *proto.add_labs() = ToProto(row);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::ListInspectorsResponse ToProto(
    const app::Page<store::StoredInspector>& page) {
  v1::ListInspectorsResponse proto;
  for (const auto& row : page.rows) *proto.add_inspectors() = ToProto(row);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::ListGrantsResponse ToProto(const app::Page<store::StoredGrant>& page) {
  v1::ListGrantsResponse proto;
  for (const auto& row : page.rows) *proto.add_grants() = ToProto(row);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

}  // namespace spotcheck::server
