#ifndef SPOTCHECK_LIB_STORE_FRAME_READER_H_
#define SPOTCHECK_LIB_STORE_FRAME_READER_H_

// Walks everything a frame is built from, enterprise by enterprise in the order
// of their codes, with bounded memory: registers of a million enterprises pass
// through in pages. SELECT only. Errors: those of the connection; DATA_LOSS for
// a row that the applier cannot have written.

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "lib/store/credit_reader.h"
#include "lib/store/register_reader.h"

namespace spotcheck::store {

struct FrameLine {
  LineId line;
  std::string category;  // "" where only a check is known of the line
  rules::ProductIdentity product;
};

// One enterprise of the region with all its lines and checks. The checks' raw
// texts, report numbers and items are left empty.
struct FrameEnterprise {
  EnterpriseFact enterprise;
  std::vector<FrameLine> lines;     // by line
  std::vector<StoredCheck> checks;  // by check
};

// Only enterprises that have a line. The object is reused from call to call. A
// callback's error ends the walk.
absl::Status ForEachFrameEnterprise(
    const View& view, const Region& region,
    absl::FunctionRef<absl::Status(const FrameEnterprise&)> visit);

// One enterprise's part; no lines where the register does not hold it.
absl::StatusOr<FrameEnterprise> FrameEnterpriseOf(const View& view,
                                                  const Usci& usci);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_FRAME_READER_H_
