#ifndef SPOTCHECK_LIB_APP_REGISTER_ROWS_H_
#define SPOTCHECK_LIB_APP_REGISTER_ROWS_H_

// Turns a typed row into a record, each row by itself: reads each member of the
// record's Shape from the column of its field, then adds the members that are
// computed from others. Parsing is the validation. Pure; the caller finds out
// if the register knows the row's enterprise.

#include <string>

#include "absl/status/statusor.h"
#include "lib/app/register/typed_row.h"
#include "lib/base/civil_date.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

absl::StatusOr<store::EnterpriseRecord> ParseRow(const EnterpriseRow& row,
                                                 CivilDate today);
absl::StatusOr<store::ProductRecord> ParseRow(const ProductRow& row,
                                              CivilDate today);
absl::StatusOr<store::LabRecord> ParseRow(const LabRow& row, CivilDate today);
absl::StatusOr<store::InspectorRecord> ParseRow(const InspectorRow& row,
                                                CivilDate today);

// The four texts that identify a product. The name must not be empty in normal
// form.
struct ProductTexts {
  const std::string& name;
  const std::string& standard;
  const std::string& trademark;
  const std::string& model;
};
// Makes a product line of the enterprise, without category and GTIN.
absl::StatusOr<store::ProductRecord> ParseLine(const Usci& usci,
                                               const ProductTexts& texts);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_ROWS_H_
