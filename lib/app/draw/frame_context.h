#ifndef SPOTCHECK_LIB_APP_DRAW_FRAME_CONTEXT_H_
#define SPOTCHECK_LIB_APP_DRAW_FRAME_CONTEXT_H_

// Loads the facts that all enterprises of a frame share (plan, lists,
// laboratories, inspectors, holds), and turns the rows of one enterprise into
// the facts that the rules read.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/draw/frame_builder.h"
#include "lib/rules/law/frame_facts.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/frame_rows.h"

namespace spotcheck::app {

struct FrameBuildContext {
  rules::FrameContext frame;
  absl::flat_hash_map<LineId, std::string> held;
  std::vector<store::StoredListChange> list_changes;  // ordered by (usci, leaf)
  absl::flat_hash_map<Usci, std::string> selected;    // with evidence
  absl::flat_hash_map<Usci, std::string> withdrawn;   // with evidence
  std::map<std::string, std::string> pseudonyms;
};
absl::StatusOr<FrameBuildContext> LoadFrameBuildContext(
    const store::View& view, const RuleBook& book,
    const FreezeRequest& request);

// Turns one enterprise's rows into facts, moving texts out of the rows. Facts
// without lines mean that the enterprise is out of scope.
rules::EnterpriseFacts FactsOf(const FrameBuildContext& context,
                               const RuleBook& book,
                               store::FrameEnterprise& enterprise);

// The evidence text that names a record by the index of its leaf.
std::string LeafEvidence(std::int64_t leaf);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FRAME_CONTEXT_H_
