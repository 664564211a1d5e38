#include "client/io/width.h"

#include <sys/ioctl.h>
#include <unistd.h>
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

std::string CutTo(std::string text, std::size_t columns) {
  if (DisplayWidth(text) <= columns || columns == 0) return text;
  std::u32string kept;
  std::size_t width = 1;  // of the ellipsis
  for (const char32_t c : ToUtf32(text)) {
    width += DisplayWidth(ToUtf8({&c, 1}));
    if (width > columns) break;
    kept += c;
  }
  return ToUtf8(kept) + "…";
}

std::size_t TerminalColumns() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 1) return 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

std::vector<std::size_t> FitWidths(std::vector<std::size_t> widths,
                                   std::size_t gap, std::size_t room) {
  constexpr std::size_t kNarrow = 8;
  if (room == 0 || widths.size() < 2) return widths;
  std::size_t total = gap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  while (total > room) {
    const auto widest = std::max_element(widths.begin() + 1, widths.end());
    if (*widest <= kNarrow) break;
    --*widest;
    --total;
  }
  return widths;
}

std::string PadRight(std::string text, std::size_t columns) {
  const std::size_t width = DisplayWidth(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

}  // namespace spotcheck::client
