#ifndef SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_

// Walks everything a frame is built from, enterprise by enterprise in the order
// of their codes, with bounded memory: registers of a million enterprises pass
// through in pages. SELECT only. Errors: those of the connection; DATA_LOSS for
// a row that the applier cannot have written.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"

namespace spotcheck::store {

struct FrameLine {
  LineId line;
  std::string category;  // "" where only a check is known of the line
  rules::ProductIdentity product;
};

// What the register says of the enterprise.
struct EnterpriseFact {
  Usci usci;
  bool deregistered = false;
  std::int64_t leaf_index = -1;
};

// One enterprise of the region with all its lines and checks. The checks' raw
// texts, report numbers and items are left empty.
struct FrameEnterprise {
  EnterpriseFact enterprise;
  std::vector<FrameLine> lines;     // by line
  std::vector<StoredCheck> checks;  // by check
};

// Codes between the two: of enterprises after `after`, up to `last` if given.
struct CodeRange {
  std::string after;
  std::string last;
};
// The region's enterprises in up to `parts` ranges of about equal size.
absl::StatusOr<std::vector<CodeRange>> SplitRegion(const View& view,
                                                   const Region& region,
                                                   std::size_t parts);

struct FrameSize {
  std::int64_t enterprises = 0;
  std::int64_t lines = 0;  // of whatever category
};
absl::StatusOr<FrameSize> SizeOf(const View& view, const Region& region,
                                 const CodeRange& range);

// Only enterprises that have a line. The callback may take the texts out of
// what it is handed. Its error ends the walk.
using VisitFrameEnterprise = absl::FunctionRef<absl::Status(FrameEnterprise&)>;
absl::Status ForEachFrameEnterprise(const View& view, const Region& region,
                                    const CodeRange& range,
                                    VisitFrameEnterprise visit);

// One enterprise's part; no lines where the register does not hold it.
absl::StatusOr<FrameEnterprise> FrameEnterpriseOf(const View& view,
                                                  const Usci& usci);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_
