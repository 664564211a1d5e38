#include "lib/rules/register/list.h"

#include <algorithm>
#include <cstddef>

#include "lib/base/text.h"

namespace spotcheck::rules {
namespace {

constexpr std::string_view kSeparators[] = {"、", "，", ",",  ";",  "；", "/",
                                            "／", "|",  "｜", "\n", "\r"};

struct Cut {
  std::size_t at;    // where the separator begins
  std::size_t size;  // of the separator
};
Cut FirstSeparator(std::string_view text) {
  Cut first = {text.size(), 0};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.find(separator);
    if (at < first.at) first = {at, separator.size()};
  }
  return first;
}

}  // namespace

std::vector<std::string> SplitList(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const Cut cut = FirstSeparator(cell);
    const std::string_view part = TrimWhiteSpace(cell.substr(0, cut.at));
    if (!part.empty()) parts.emplace_back(part);
    cell.remove_prefix(cut.at + cut.size);
  }
  return parts;
}

}  // namespace spotcheck::rules
