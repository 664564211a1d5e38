#ifndef SPOTCHECK_LIB_STORE_READ_REGISTERS_H_
#define SPOTCHECK_LIB_STORE_READ_REGISTERS_H_

// These functions read the registers: single rows by key, and pages in the
// order of the keys. They return the connection's errors, and DATA_LOSS for a
// row that Apply (lib/store/tables) cannot have written.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/search.h"

namespace spotcheck::store {

// A register's row, and the leaf that last wrote it.
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
// Finds an inspector by the badge number 执法证号.
absl::StatusOr<std::optional<StoredInspector>> FindInspector(
    const View& view, const InspectorId& inspector);
absl::StatusOr<bool> HasEnterprise(const View& view, const Usci& usci);

// Returns an enterprise's lines in the order of their ids.
absl::StatusOr<std::vector<StoredProduct>> ProductsOf(const View& view,
                                                      const Usci& usci);
// Return whole registers: the laboratories in the order of their ids, the
// inspectors, unsealed, in the order of their badge numbers.
absl::StatusOr<std::vector<StoredLab>> AllLabs(const View& view);
absl::StatusOr<std::vector<StoredInspector>> AllInspectors(const View& view);

// A page is up to `limit` rows after the key `after`, in the order of the keys:
// all rows, or those whose name contains each of the words.
struct PageQuery {
  std::string after;  // the last key of the page before; "" for the first
  std::vector<std::string> words;  // normalised; at most kMaxSearchWords
  Region region;                   // of enterprises alone
  int limit = 0;
};
absl::StatusOr<std::vector<StoredEnterprise>> EnterprisePage(
    const View& view, const PageQuery& query);
absl::StatusOr<std::vector<StoredLab>> LabPage(const View& view,
                                               const PageQuery& query);

// A line's key has two parts, so `after` is here the usci followed by the
// line's id.
absl::StatusOr<std::vector<StoredProduct>> ProductPage(const View& view,
                                                       const PageQuery& query);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_REGISTERS_H_
