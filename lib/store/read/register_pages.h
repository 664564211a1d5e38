#ifndef SPOTCHECK_LIB_STORE_READ_REGISTER_PAGES_H_
#define SPOTCHECK_LIB_STORE_READ_REGISTER_PAGES_H_

// Pages of the registers in the order of their keys, all rows or those whose
// normalised name contains a text. SELECT only.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/registers.h"

namespace spotcheck::store {

// Up to `limit` rows after the key; `name` is normalised (NormaliseName), ""
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

#endif  // SPOTCHECK_LIB_STORE_READ_REGISTER_PAGES_H_
