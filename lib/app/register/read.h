#ifndef SPOTCHECK_LIB_APP_REGISTER_READ_H_
#define SPOTCHECK_LIB_APP_REGISTER_READ_H_

// Reads of the registers. Get answers one record, or NOT_FOUND with its
// resource name. List answers records sorted by key. Errors of a list:
// INVALID_PAGE_SIZE; INVALID_PAGE_TOKEN if the token does not come from the
// last answer to the same question; TEXT_* for the query.

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/common/page.h"
#include "lib/base/error.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {

struct EnterpriseAnswer {
  store::StoredEnterprise enterprise;
  std::vector<Localized> warnings;  // doubts that do not refuse the row
};
struct ProductAnswer {
  store::StoredProduct product;
  std::vector<Localized> warnings;
};

absl::StatusOr<EnterpriseAnswer> GetEnterprise(const store::View& view,
                                               const Usci& usci);
absl::StatusOr<ProductAnswer> GetProduct(const store::View& view,
                                         const Usci& usci, const LineId& line);
absl::StatusOr<store::StoredLab> GetLab(const store::View& view,
                                        const LabId& lab);
absl::StatusOr<store::StoredInspector> GetInspector(
    const store::View& view, const InspectorId& inspector);

// `query` is one to four parts of the name with white space between them, each
// compared in normal form; an empty one lists all. Error: TOO_MANY_WORDS.
struct ListQuery {
  int page_size = 0;  // 0 is kDefaultPageSize; at most kMaxPageSize
  std::string page_token;
  std::string query;
  Region region = {};  // of enterprises only; the country for all
};

absl::StatusOr<Page<EnterpriseAnswer>> ListEnterprises(const store::View& view,
                                                       const ListQuery& query);
// Lists the products of one enterprise (NOT_FOUND if it is unknown) or of all.
absl::StatusOr<Page<ProductAnswer>> ListProducts(
    const store::View& view, const std::optional<Usci>& parent,
    const ListQuery& query);
absl::StatusOr<Page<store::StoredLab>> ListLabs(const store::View& view,
                                                const ListQuery& query);
absl::StatusOr<Page<store::StoredInspector>> ListInspectors(
    const store::View& view, const ListQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_READ_H_
