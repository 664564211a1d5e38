#include "client/io/width.h"

#include <utf8proc.h>

#include <algorithm>

#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Marks that turn the direction of what follows (UAX 9) deceive like controls.
bool IsBidiControl(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t c : ToUtf32(text)) {
    const int columns =
        IsControl(c) ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    width += static_cast<std::size_t>(std::max(columns, 0));
  }
  return width;
}

std::string ForTerminal(std::string_view text) {
  std::u32string points = ToUtf32(text);
  for (char32_t& c : points) {
    if (c == '\n' || c == '\r' || c == '\t') {
      c = ' ';
    } else if (IsControl(c) || IsBidiControl(c)) {
      c = 0xFFFD;
    }
  }
  return ToUtf8(points);
}

std::string PadRight(std::string text, std::size_t columns) {
  const std::size_t width = DisplayWidth(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

}  // namespace spotcheck::client
