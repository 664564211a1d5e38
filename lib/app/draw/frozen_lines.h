#ifndef SPOTCHECK_LIB_APP_DRAW_FROZEN_LINES_H_
#define SPOTCHECK_LIB_APP_DRAW_FROZEN_LINES_H_

// An attempt's lines.tsv, opened at most once and searched as text instead of
// parsed: a province has millions of lines, and an answer needs a few of them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "lib/rules/draw/types.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

class FrozenLines {
 public:
  // View and attempt must outlive the object.
  FrozenLines(const store::View& view, const store::StoredAttempt& attempt)
      : view_(view), attempt_(attempt) {}

  // Answers the first `limit` rows of lines that are not eligible.
  absl::StatusOr<std::vector<rules::LineRow>> FirstExcluded(
      const rules::Plan& plan, std::size_t limit);
  // True if a RESERVED row names one of these holds as its evidence.
  absl::StatusOr<bool> Reserves(const absl::flat_hash_set<std::string>& holds);
  // True if the row of an excluded line names the check as its evidence.
  absl::StatusOr<bool> Cites(const CheckId& check);

 private:
  absl::StatusOr<std::string_view> Text();

  const store::View& view_;
  const store::StoredAttempt& attempt_;
  std::optional<std::string> text_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_FROZEN_LINES_H_
