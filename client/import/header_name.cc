#include "client/import/header_name.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/status/statusor.h"
#include "absl/strings/str_replace.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

// A bracketed remark with one of these words is about filling the column; any
// other belongs to the name: 注册资本(万元).
constexpr std::string_view kRemarks[] = {
    "必填",      "选填",     "必录", "可选",   "可空", "填写", "格式",
    "示例",      "例如",     "如:",  "如2",    "文本", "下拉", "required",
    "mandatory", "optional", "yyyy", "format", "e.g."};

// An example alone: (2026-11-04).
bool IsExample(std::string_view inside) {
  return !inside.empty() &&
         inside.find_first_not_of("0123456789-/.:") == inside.npos;
}

bool IsRemark(std::string_view inside) {
  return IsExample(inside) ||
         std::any_of(std::begin(kRemarks), std::end(kRemarks),
                     [inside](std::string_view word) {
                       return inside.find(word) != std::string_view::npos;
                     });
}

struct Brackets {
  std::string_view open;
  std::string_view close;
};
// NFKC makes （ ） and ［ ］ these.
constexpr Brackets kBrackets[] = {{"(", ")"}, {"[", "]"}, {"【", "】"}};

void DropRemarks(const Brackets& brackets, std::string& name) {
  std::size_t open = name.find(brackets.open);
  while (open != std::string::npos) {
    const std::size_t close = name.find(brackets.close, open);
    if (close == std::string::npos) return;
    const std::size_t size = close + brackets.close.size() - open;
    const std::size_t inside = open + brackets.open.size();
    if (IsRemark(std::string_view(name).substr(inside, close - inside))) {
      name.erase(open, size);
      open = name.find(brackets.open, open);
    } else {
      open = name.find(brackets.open, open + size);
    }
  }
}

}  // namespace

std::string HeaderName(std::string_view name) {
  const absl::StatusOr<std::string> folded = ToNfkcFolded(name);
  if (!folded.ok()) return "";
  std::string text = absl::StrReplaceAll(
      DeleteWhiteSpace(*folded), {{"*", ""}, {"※", ""}, {"\xEF\xBB\xBF", ""}});
  for (const Brackets& brackets : kBrackets) DropRemarks(brackets, text);
  while (!text.empty() && text.back() == ':') text.pop_back();
  return text;
}

}  // namespace spotcheck::client
