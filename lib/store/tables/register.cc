#include <string>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/search_index.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

absl::Status UpsertEnterprise(const Applying& a, const EnterpriseRecord& row) {
  ASSIGN_OR_RETURN(const std::string name, rules::NormaliseName(row.name));
  RETURN_IF_ERROR(UpsertRow(a.db, row, {{name}, a.leaf}));
  return IndexEnterprise(a.db, row.usci, name);
}

absl::Status UpsertLab(const Applying& a, const LabRecord& row) {
  ASSIGN_OR_RETURN(const std::string name, rules::NormaliseName(row.name));
  return UpsertRow(a.db, row, {{name}, a.leaf});
}

absl::Status UpsertInspector(const Applying& a, const InspectorRecord& row) {
  static constexpr char kSql[] =
      "INSERT INTO inspector (badge_tag, sealed, active, leaf_index) "
      "VALUES ($badge_tag, $sealed, $active, $leaf) "
      "ON CONFLICT (badge_tag) DO UPDATE SET sealed = EXCLUDED.sealed, "
      "active = EXCLUDED.active, leaf_index = EXCLUDED.leaf_index";
  const std::string tag = BadgeTag(a.sealer, row.inspector);
  const std::string sealed =
      a.sealer.Seal(InspectorContext(tag), codec::Encode(row));
  return a.db.Execute(kSql, {{"$badge_tag", tag},
                             {"$sealed", sql::Blob{sealed}},
                             {"$active", row.active},
                             {"$leaf", a.leaf}});
}

}  // namespace

absl::Status UpsertProduct(const Applying& a, const ProductRecord& row) {
  ASSIGN_OR_RETURN(const rules::ProductIdentity normal,
                   rules::NormaliseProduct({.name = row.product_name,
                                            .standard = row.standard,
                                            .trademark = row.trademark,
                                            .model = row.model}));
  RETURN_IF_ERROR(
      UpsertRow(a.db, row,
                {{normal.name, normal.standard, normal.trademark, normal.model},
                 a.leaf}));
  return IndexProduct(a.db, {.usci = row.usci, .line = row.line}, normal.name);
}

absl::Status Apply(const Applying& a, const EnterprisesImported& event) {
  for (const EnterpriseRecord& row : event.rows) {
    RETURN_IF_ERROR(UpsertEnterprise(a, row));
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const ProductsImported& event) {
  for (const ProductRecord& row : event.rows) {
    RETURN_IF_ERROR(UpsertProduct(a, row));
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const LabsImported& event) {
  for (const LabRecord& row : event.rows) RETURN_IF_ERROR(UpsertLab(a, row));
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const InspectorsImported& /*event*/) {
  ASSIGN_OR_RETURN(const std::string payload, a.payload("rows"));
  ASSIGN_OR_RETURN(const std::vector<InspectorRecord> rows,
                   DecodePayload<std::vector<InspectorRecord>>(payload));
  for (const InspectorRecord& row : rows) {
    RETURN_IF_ERROR(UpsertInspector(a, row));
  }
  return absl::OkStatus();
}

absl::Status Apply(const Applying& a, const RulesLoaded& event) {
  static constexpr char kSql[] =
      "INSERT INTO rule_file (file, digest, content, leaf_index) "
      "VALUES ($file, $digest, $content, $leaf) "
      "ON CONFLICT (file) DO UPDATE SET digest = EXCLUDED.digest, "
      "content = EXCLUDED.content, leaf_index = EXCLUDED.leaf_index";
  return a.db.Execute(kSql, {{"$file", event.file},
                             {"$digest", Sha256(event.content).ToHex()},
                             {"$content", event.content},
                             {"$leaf", a.leaf}});
}

}  // namespace spotcheck::store
