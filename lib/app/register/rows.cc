#include "lib/app/register/rows.h"

#include <string_view>

#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::app {
namespace {

absl::StatusOr<std::string> Required(std::string_view raw,
                                     rules::FieldName field) {
  return ReadText(raw, {field, kMaxNameLength, Presence::kRequired});
}

absl::StatusOr<std::string> Short(std::string_view raw,
                                  rules::FieldName field) {
  return ReadText(raw, {field});
}

absl::StatusOr<std::string> Long(std::string_view raw, rules::FieldName field,
                                 int limit) {
  return ReadText(raw,
                  {field, limit, Presence::kOptional, LineBreaks::kToSpaces});
}

}  // namespace

absl::StatusOr<store::EnterpriseRecord> ParseRow(const EnterpriseRow& row,
                                                 CivilDate today) {
  store::EnterpriseRecord record;
  ASSIGN_OR_RETURN(record.usci, Usci::ParseLenient(row.usci));
  ASSIGN_OR_RETURN(record.name,
                   Required(row.enterprise_name, {"enterprise_name"}));
  ASSIGN_OR_RETURN(record.registered_on,
                   ReadRegisteredOn(row.registered_on, today));
  ASSIGN_OR_RETURN(record.kind, Short(row.kind, {"kind"}));
  ASSIGN_OR_RETURN(record.scope, Long(row.scope, {"scope"}, kMaxScopeLength));
  ASSIGN_OR_RETURN(record.province, Short(row.province, {"province"}));
  ASSIGN_OR_RETURN(record.city, Short(row.city, {"city"}));
  ASSIGN_OR_RETURN(record.address,
                   Long(row.address, {"address"}, kMaxAddressLength));
  ASSIGN_OR_RETURN(record.state, Short(row.state, {"state"}));
  record.deregistered = SaysDeregistered(record.state);
  return record;
}

absl::StatusOr<store::ProductRecord> ParseLine(const Usci& usci,
                                               const ProductTexts& texts) {
  store::ProductRecord record;
  record.usci = usci;
  ASSIGN_OR_RETURN(record.product_name, Required(texts.name, {"product_name"}));
  ASSIGN_OR_RETURN(record.standard, Short(texts.standard, {"standard"}));
  ASSIGN_OR_RETURN(record.trademark, Short(texts.trademark, {"trademark"}));
  ASSIGN_OR_RETURN(record.model, Short(texts.model, {"model"}));
  ASSIGN_OR_RETURN(
      const rules::ProductIdentity product,
      rules::NormaliseProduct({record.product_name, record.standard,
                               record.trademark, record.model}));
  record.line = rules::MakeLineId(usci, product);
  return record;
}

absl::StatusOr<store::ProductRecord> ParseRow(const ProductRow& row) {
  ASSIGN_OR_RETURN(const Usci usci, Usci::ParseLenient(row.usci));
  ASSIGN_OR_RETURN(store::ProductRecord record,
                   ParseLine(usci, {row.product_name, row.standard,
                                    row.trademark, row.model}));
  ASSIGN_OR_RETURN(const std::string category,
                   Required(row.category, {"category"}));
  ASSIGN_OR_RETURN(record.category, rules::ParseCategory(category));
  ASSIGN_OR_RETURN(record.gtin, Short(row.gtin, {"gtin"}));
  return record;
}

absl::StatusOr<store::LabRecord> ParseRow(const LabRow& row) {
  store::LabRecord record;
  ASSIGN_OR_RETURN(const Usci usci, Usci::ParseLenient(row.usci));
  record.lab = LabId(usci.str());
  ASSIGN_OR_RETURN(record.name, Required(row.lab_name, {"lab_name"}));
  ASSIGN_OR_RETURN(record.accreditation,
                   Short(row.accreditation, {"accreditation"}));
  ASSIGN_OR_RETURN(record.categories, ReadCategories(row.categories));
  if (record.categories.empty()) return register_errors::LabWithoutCategory();
  ASSIGN_OR_RETURN(record.capacity, ReadCapacity(row.capacity));
  ASSIGN_OR_RETURN(record.conflicts,
                   ReadListedCodes(row.conflicts, {"conflicts"}));
  ASSIGN_OR_RETURN(record.state, Short(row.state, {"state"}));
  record.active = !SaysInactive(record.state);
  return record;
}

absl::StatusOr<store::InspectorRecord> ParseRow(const InspectorRow& row) {
  store::InspectorRecord record;
  ASSIGN_OR_RETURN(const std::string badge,
                   Required(row.inspector_id, {"inspector_id"}));
  record.inspector = InspectorId(FoldCode(badge));
  if (!IsIdText(record.inspector.str())) {
    return register_errors::InvalidBadgeNumber(badge);
  }
  ASSIGN_OR_RETURN(record.person_name,
                   Required(row.person_name, {"person_name"}));
  ASSIGN_OR_RETURN(record.organisation,
                   Short(row.organisation, {"organisation"}));
  ASSIGN_OR_RETURN(const std::string region, Short(row.region, {"region"}));
  record.region = FoldCode(region);
  ASSIGN_OR_RETURN(record.capacity, ReadCapacity(row.capacity));
  ASSIGN_OR_RETURN(record.recusals,
                   ReadListedCodes(row.recusals, {"recusals"}));
  ASSIGN_OR_RETURN(record.state, Short(row.state, {"state"}));
  record.active = !SaysInactive(record.state);
  return record;
}

}  // namespace spotcheck::app
