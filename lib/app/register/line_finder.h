#ifndef SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_
#define SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_

// Finds the line that a product's texts name. A line keeps the id that it got
// when it was created. The normal form of the same texts, from which ids are
// made, may be another today (a long dash now counts as a dash), so older lines
// are found by comparing normal forms as they are today.

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "lib/app/register/typed_row.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {

class LineFinder {
 public:
  // The view must outlive the finder. A finder serves one batch, because it
  // reads an enterprise's lines only once.
  explicit LineFinder(const store::View& view) : view_(view) {}

  // Answers the id of the line that `record` is about; `record.line` must be
  // the id made from today's normal form. If several lines have that form, the
  // one with exactly the same texts is preferred, then the one with that id,
  // then the one with the smallest id.
  absl::StatusOr<LineId> Find(const store::ProductRecord& record);
  // Finds the lines that agree with the record in the texts that the row gives.
  // A column that a file does not have is no empty one.
  absl::StatusOr<std::vector<LineId>> FindByGiven(
      const ProductRow& row, const store::ProductRecord& record);

 private:
  // The lines of an enterprise whose own id is not the one made from today's
  // normal form, keyed by the latter; lines with one key are ordered by their
  // own ids.
  using Older = absl::flat_hash_map<LineId, std::vector<store::ProductRecord>>;
  absl::StatusOr<const Older*> OlderLinesOf(const Usci& usci);
  absl::StatusOr<const std::vector<store::StoredProduct>*> LinesOf(
      const Usci& usci);

  const store::View& view_;
  absl::flat_hash_map<Usci, std::vector<store::StoredProduct>> lines_;
  absl::flat_hash_map<Usci, Older> older_;
};

// True if both checks are of one product of one enterprise.
absl::StatusOr<bool> AreOneLine(const store::CheckRecord& a,
                                const store::CheckRecord& b);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_LINE_FINDER_H_
