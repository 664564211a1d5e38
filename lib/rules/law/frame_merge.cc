#include "lib/rules/law/frame_merge.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

namespace spotcheck::rules {
namespace {

using Touched = absl::flat_hash_set<Usci>;

bool Before(const FrameRow& a, const FrameRow& b) { return a.usci < b.usci; }
bool Before(const LineRow& a, const LineRow& b) {
  return std::tie(a.usci, a.line) < std::tie(b.usci, b.line);
}
template <typename Reason>
bool Before(const Bar<Reason>& a, const Bar<Reason>& b) {
  return a.usci < b.usci;
}

template <typename Row>
void Append(std::vector<Row>& rows, std::vector<Row> next) {
  rows.insert(rows.end(), std::make_move_iterator(next.begin()),
              std::make_move_iterator(next.end()));
}

// True if the rows about touched enterprises are those of `part`.
template <typename Row>
bool Same(const std::vector<Row>& rows, const Touched& touched,
          const std::vector<Row>& part) {
  auto next = part.begin();
  for (const Row& row : rows) {
    if (!touched.contains(row.usci)) continue;
    if (next == part.end() || !(*next == row)) return false;
    ++next;
  }
  return next == part.end();
}

template <typename Row>
bool Replace(std::vector<Row>& rows, const Touched& touched,
             std::vector<Row> part) {
  if (Same(rows, touched, part)) return false;
  std::erase_if(rows,
                [&](const Row& row) { return touched.contains(row.usci); });
  const auto kept = static_cast<std::ptrdiff_t>(rows.size());
  Append(rows, std::move(part));
  std::inplace_merge(rows.begin(), rows.begin() + kept, rows.end(),
                     [](const Row& a, const Row& b) { return Before(a, b); });
  return true;
}

}  // namespace

void AppendFrame(Frame& frame, Frame next) {
  Append(frame.enterprises, std::move(next.enterprises));
  Append(frame.lines, std::move(next.lines));
  for (std::size_t i = 0; i < frame.labs.size(); ++i) {
    Append(frame.labs[i].bars, std::move(next.labs[i].bars));
  }
  for (std::size_t i = 0; i < frame.inspectors.size(); ++i) {
    Append(frame.inspectors[i].bars, std::move(next.inspectors[i].bars));
  }
}

bool ReplaceInFrame(Frame& frame, const absl::flat_hash_set<Usci>& touched,
                    Frame part) {
  bool changed =
      Replace(frame.enterprises, touched, std::move(part.enterprises));
  changed |= Replace(frame.lines, touched, std::move(part.lines));
  for (std::size_t i = 0; i < frame.labs.size(); ++i) {
    changed |=
        Replace(frame.labs[i].bars, touched, std::move(part.labs[i].bars));
  }
  for (std::size_t i = 0; i < frame.inspectors.size(); ++i) {
    changed |= Replace(frame.inspectors[i].bars, touched,
                       std::move(part.inspectors[i].bars));
  }
  return changed;
}

}  // namespace spotcheck::rules
