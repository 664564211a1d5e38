#include "lib/cli/near.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "lib/base/text.h"

namespace spotcheck {
namespace {

constexpr std::size_t kMost = 3;
constexpr std::size_t kShortestBeginning = 3;
// A word of this length is no slip of anything.
constexpr std::size_t kLongest = 40;

std::u32string Folded(std::string_view text) {
  return ToUtf32(absl::AsciiStrToLower(std::string(text)));
}

// Counts the slips that lead from one text to the other. Two exchanged
// neighbours are one slip (optimal string alignment).
std::size_t Slips(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::vector<std::string> NearWords(std::string_view typed,
                                   const std::vector<std::string>& known) {
  const std::u32string meant = Folded(typed);
  if (meant.empty() || meant.size() > kLongest) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& word : known) {
    const std::u32string whole = Folded(word);
    if (whole.size() > kLongest) continue;
    const std::size_t slips = Slips(meant, whole);
    const bool beginning = meant.size() >= kShortestBeginning &&
                           whole.compare(0, meant.size(), meant) == 0;
    const bool known_twice =
        std::any_of(found.begin(), found.end(),
                    [&word](const auto& one) { return one.second == word; });
    if (known_twice) continue;
    if (slips * 3 <= std::max(meant.size(), whole.size()) || beginning) {
      found.emplace_back(slips, word);
    }
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> words;
  for (auto& [slips, word] : found) {
    if (words.size() == kMost) break;
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace spotcheck
