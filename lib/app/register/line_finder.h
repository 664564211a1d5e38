#ifndef SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_
#define SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_

// The line that a product's texts name. A line keeps the id it was made under,
// also where the normal form of its texts has become another since (a long dash
// is a dash now), and is found by the form of today.

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

class LineFinder {
 public:
  // The view must outlive the finder, which reads an enterprise's lines once:
  // it is made for one batch.
  explicit LineFinder(const store::View& view) : view_(view) {}

  // `record.line` has the id of the texts' normal form. Of several lines that
  // meet there, the one with the same texts comes first, then the one with that
  // id, then the smallest id.
  absl::StatusOr<LineId> Find(const store::ProductRecord& record);

 private:
  // An enterprise's lines under another id than that of their normal form, by
  // the id of the normal form; those of one form by their own id.
  using Older = absl::flat_hash_map<LineId, std::vector<store::ProductRecord>>;
  absl::StatusOr<const Older*> OlderLinesOf(const Usci& usci);

  const store::View& view_;
  absl::flat_hash_map<Usci, Older> older_;
};

// Whether both are of one product of one enterprise.
absl::StatusOr<bool> AreOneLine(const store::CheckRecord& a,
                                const store::CheckRecord& b);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_
