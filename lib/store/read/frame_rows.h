#ifndef SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_

// These functions walk the rows that a frame is built from, enterprise by
// enterprise in the order of their codes, with bounded memory: registers of a
// million enterprises pass through in pages. They return the connection's
// errors, and DATA_LOSS for a row that Apply (lib/store/tables) cannot have
// written.

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
  std::string category;  // "" for a line that only a check has told of
  rules::ProductIdentity product;
};

// The facts of an enterprise that a frame takes from the register.
struct EnterpriseFact {
  Usci usci;
  bool deregistered = false;
  std::int64_t leaf_index = -1;
};

// One enterprise of the region with all its lines and checks. The checks' raw
// texts, report numbers and items are left empty, as no frame needs them.
struct FrameEnterprise {
  EnterpriseFact enterprise;
  std::vector<FrameLine> lines;     // in the order of their ids
  std::vector<StoredCheck> checks;  // in the order of their ids
};

// A part of the codes of enterprises: those after `after`, up to and including
// `last`, or to the end where `last` is "".
struct CodeRange {
  std::string after;
  std::string last;
};
// Divides the region's enterprises into up to `parts` ranges of about equal
// size.
absl::StatusOr<std::vector<CodeRange>> SplitRegion(const View& view,
                                                   const Region& region,
                                                   std::size_t parts);

struct FrameSize {
  std::int64_t enterprises = 0;
  std::int64_t lines = 0;  // lines of every category
};
absl::StatusOr<FrameSize> SizeOf(const View& view, const Region& region,
                                 const CodeRange& range);

// Calls `visit` for each enterprise that has a line. `visit` may move the texts
// out of its argument; an error from it ends the walk.
using VisitFrameEnterprise = absl::FunctionRef<absl::Status(FrameEnterprise&)>;
absl::Status ForEachFrameEnterprise(const View& view, const Region& region,
                                    const CodeRange& range,
                                    VisitFrameEnterprise visit);

// Returns one enterprise's rows; it has no lines where the register does not
// hold the enterprise.
absl::StatusOr<FrameEnterprise> FrameEnterpriseOf(const View& view,
                                                  const Usci& usci);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_FRAME_ROWS_H_
