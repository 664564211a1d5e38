#include <string>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/seal_context.h"
#include "lib/store/events/shapes.h"
#include "lib/store/events/tags.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/search_index.h"

namespace spotcheck::store {
namespace {

absl::Status UpsertEnterprise(const Applying& a, const EnterpriseRecord& row) {
  static constexpr char kSql[] =
      "INSERT INTO enterprise (usci, name, normal_name, registered_on, kind, "
      "scope, province, city, address, state, deregistered, leaf_index) "
      "VALUES ($usci, $name, $normal_name, $registered_on, $kind, $scope, "
      "$province, $city, $address, $state, $deregistered, $leaf) "
      "ON CONFLICT (usci) DO UPDATE SET name = EXCLUDED.name, "
      "normal_name = EXCLUDED.normal_name, "
      "registered_on = EXCLUDED.registered_on, kind = EXCLUDED.kind, "
      "scope = EXCLUDED.scope, province = EXCLUDED.province, "
      "city = EXCLUDED.city, address = EXCLUDED.address, "
      "state = EXCLUDED.state, deregistered = EXCLUDED.deregistered, "
      "leaf_index = EXCLUDED.leaf_index";
  ASSIGN_OR_RETURN(const std::string name, rules::NormaliseName(row.name));
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$usci", row.usci.view()},
                                      {"$name", row.name},
                                      {"$normal_name", name},
                                      {"$registered_on", row.registered_on},
                                      {"$kind", row.kind},
                                      {"$scope", row.scope},
                                      {"$province", row.province},
                                      {"$city", row.city},
                                      {"$address", row.address},
                                      {"$state", row.state},
                                      {"$deregistered", row.deregistered},
                                      {"$leaf", a.leaf}}));
  return IndexEnterprise(a.db, row.usci, name);
}

absl::Status UpsertLab(const Applying& a, const LabRecord& row) {
  static constexpr char kSql[] =
      "INSERT INTO lab (lab_id, name, normal_name, accreditation, categories, "
      "capacity, conflicts, state, active, leaf_index) "
      "VALUES ($lab, $name, $normal_name, $accreditation, $categories, "
      "$capacity, $conflicts, $state, $active, $leaf) "
      "ON CONFLICT (lab_id) DO UPDATE SET name = EXCLUDED.name, "
      "normal_name = EXCLUDED.normal_name, "
      "accreditation = EXCLUDED.accreditation, "
      "categories = EXCLUDED.categories, capacity = EXCLUDED.capacity, "
      "conflicts = EXCLUDED.conflicts, state = EXCLUDED.state, "
      "active = EXCLUDED.active, leaf_index = EXCLUDED.leaf_index";
  ASSIGN_OR_RETURN(const std::string name, rules::NormaliseName(row.name));
  return a.db.Execute(kSql, {{"$lab", row.lab.str()},
                             {"$name", row.name},
                             {"$normal_name", name},
                             {"$accreditation", row.accreditation},
                             {"$categories", codec::Encode(row.categories)},
                             {"$capacity", row.capacity},
                             {"$conflicts", codec::Encode(row.conflicts)},
                             {"$state", row.state},
                             {"$active", row.active},
                             {"$leaf", a.leaf}});
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
  static constexpr char kSql[] =
      "INSERT INTO product_line (usci, line_id, product_name, category, "
      "standard, trademark, model, gtin, normal_name, normal_standard, "
      "normal_trademark, normal_model, leaf_index) "
      "VALUES ($usci, $line, $product_name, $category, $standard, $trademark, "
      "$model, $gtin, $normal_name, $normal_standard, $normal_trademark, "
      "$normal_model, $leaf) "
      "ON CONFLICT (usci, line_id) DO UPDATE SET "
      "product_name = EXCLUDED.product_name, category = EXCLUDED.category, "
      "standard = EXCLUDED.standard, trademark = EXCLUDED.trademark, "
      "model = EXCLUDED.model, gtin = EXCLUDED.gtin, "
      "normal_name = EXCLUDED.normal_name, "
      "normal_standard = EXCLUDED.normal_standard, "
      "normal_trademark = EXCLUDED.normal_trademark, "
      "normal_model = EXCLUDED.normal_model, leaf_index = EXCLUDED.leaf_index";
  ASSIGN_OR_RETURN(const rules::ProductIdentity normal,
                   rules::NormaliseProduct({.name = row.product_name,
                                            .standard = row.standard,
                                            .trademark = row.trademark,
                                            .model = row.model}));
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$usci", row.usci.view()},
                                      {"$line", row.line.str()},
                                      {"$product_name", row.product_name},
                                      {"$category", row.category},
                                      {"$standard", row.standard},
                                      {"$trademark", row.trademark},
                                      {"$model", row.model},
                                      {"$gtin", row.gtin},
                                      {"$normal_name", normal.name},
                                      {"$normal_standard", normal.standard},
                                      {"$normal_trademark", normal.trademark},
                                      {"$normal_model", normal.model},
                                      {"$leaf", a.leaf}}));
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
                   DecodeInspectors(payload));
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
