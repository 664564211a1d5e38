#ifndef SPOTCHECK_LIB_STORE_READ_REGISTERS_H_
#define SPOTCHECK_LIB_STORE_READ_REGISTERS_H_

// Reads the registers: single rows by key, and whole registers in the order of
// their keys. SELECT only. Errors: those of the connection; DATA_LOSS for a row
// that the applier cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// A row and the leaf that gave it its present form.
template <typename Record>
struct Stored {
  Record record;
  std::int64_t leaf_index = -1;
};
using StoredEnterprise = Stored<EnterpriseRecord>;
using StoredLab = Stored<LabRecord>;
using StoredInspector = Stored<InspectorRecord>;
struct StoredProduct {
  ProductRecord record;
  rules::ProductIdentity product;
  std::int64_t leaf_index = -1;
};

absl::StatusOr<std::optional<StoredEnterprise>> FindEnterprise(
    const View& view, const Usci& usci);
absl::StatusOr<std::optional<StoredProduct>> FindProduct(const View& view,
                                                         const Usci& usci,
                                                         const LineId& line);
absl::StatusOr<std::optional<StoredLab>> FindLab(const View& view,
                                                 const LabId& lab);
// By badge number.
absl::StatusOr<std::optional<StoredInspector>> FindInspector(
    const View& view, const InspectorId& inspector);
// Whether the register holds the enterprise.
absl::StatusOr<bool> HasEnterprise(const View& view, const Usci& usci);

// An enterprise's lines, by line.
absl::StatusOr<std::vector<StoredProduct>> ProductsOf(const View& view,
                                                      const Usci& usci);
// Whole registers: laboratories by id, inspectors unsealed and by badge.
absl::StatusOr<std::vector<StoredLab>> AllLabs(const View& view);
absl::StatusOr<std::vector<StoredInspector>> AllInspectors(const View& view);

// Pages in the order of the keys: up to `limit` rows after the key, all rows or
// those whose name contains a text; `name` is normalised (NormaliseName), ""
// for all rows.
struct PageQuery {
  std::string after;  // the last key seen; "" starts
  std::string name;
  int limit = 0;
};
absl::StatusOr<std::vector<StoredEnterprise>> EnterprisePage(
    const View& view, const PageQuery& query);
absl::StatusOr<std::vector<StoredLab>> LabPage(const View& view,
                                               const PageQuery& query);

// The same for lines, whose key has two parts: `after` is the line's usci
// followed by its id.
absl::StatusOr<std::vector<StoredProduct>> ProductPage(const View& view,
                                                       const PageQuery& query);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_REGISTERS_H_
