#ifndef SPOTCHECK_LIB_RULES_BUNDLE_VERIFY_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_VERIFY_H_

// Verifies a published bundle: reads it strictly, recomputes every field and
// says of each whether it holds. The journal's proofs are not needed; so a good
// report shows only that the bundle agrees with itself.

#include <string>
#include <vector>

#include "lib/base/error.h"
#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// One thing checked. `name` is stable: a file, a rule or a field of draw.json;
// `detail` says what was found, for a failed check what differs.
struct BundleCheck {
  std::string name;
  bool ok = false;
  Localized detail;
};

struct BundleReport {
  std::vector<BundleCheck> checks;
  // True if every check held.
  bool ok() const;
};

// Each value is recomputed from the values declared before it, so that a change
// shows where it was made; with all checks good, everything is as recomputed
// from the files. After a file that cannot be read nothing further is checked.
BundleReport VerifyBundle(const BundleFiles& files);

// Verifies a bundle that ReadBundle has read.
BundleReport VerifyBundle(const Bundle& bundle);

// Checks, of two verified bundles of one task, that the later may replace units
// of the earlier: the plan is the same but for as_of, deadline and sample_size,
// and no unit drawn before can be drawn again.
BundleReport VerifyReplacement(const Bundle& earlier, const Bundle& later);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_VERIFY_H_
