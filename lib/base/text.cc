#include "lib/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <type_traits>

#include "lib/base/errors.h"

namespace spotcheck {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kByteOrderMark = 0xFEFF;

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 0;  // bytes used; 0 where no character starts
};

// Decodes the first character of a text that is not empty.
Decoded DecodeFirst(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(std::min(text.size(), kLongest)),
      &code_point);
  if (size <= 0) return {};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(size)};
}

// True for a character with the property White_Space of the Unicode Character
// Database (PropList.txt).
bool IsWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsTrimmed(char32_t c) { return IsWhiteSpace(c) || c == kByteOrderMark; }

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

struct Free {
  void operator()(utf8proc_uint8_t* p) const { std::free(p); }
};

// Runs utf8proc_map over valid UTF-8, where it fails only for want of memory.
std::string Map(std::string_view text, int options) {
  utf8proc_uint8_t* raw = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &raw,
                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(raw);
  if (size < 0) {
    std::fputs("fatal: no memory to normalise a text\n", stderr);
    std::abort();
  }
  return std::string(reinterpret_cast<const char*>(raw),
                     static_cast<std::size_t>(size));
}

constexpr int kNfc = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
constexpr int kNfkc = kNfc | UTF8PROC_COMPAT;

// True for a character that shows nothing, or that moves or hides others: all
// that Unicode calls control, format, a line or paragraph separator, or default
// ignorable (fillers, variation selectors …), and the empty Braille pattern.
bool IsHidden(char32_t code_point) {
  constexpr char32_t kBrailleBlank = 0x2800;
  const utf8proc_property_t* const property =
      utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  switch (property->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return property->ignorable != 0 || code_point == kBrailleBlank;
  }
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = DecodeFirst(text).size;
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

int CodePointCount(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool HasControlCharacter(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7F) return true;
    if (c == 0xC2 && i + 1 < text.size() &&
        static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;  // U+0080–U+009F
    }
  }
  return false;
}

std::optional<char32_t> FirstHiddenCharacter(std::string_view text) {
  while (!text.empty()) {
    const Decoded first = DecodeFirst(text);
    if (IsHidden(first.code_point)) return first.code_point;
    text.remove_prefix(std::max<std::size_t>(first.size, 1));
  }
  return std::nullopt;
}

std::string CodePointName(char32_t code_point) {
  char name[12];
  std::snprintf(name, sizeof name, "U+%04X",
                static_cast<unsigned int>(code_point));
  return name;
}

bool IsNfc(std::string_view text) {
  if (IsAscii(text)) return true;
  return IsValidUtf8(text) && Map(text, kNfc) == text;
}

absl::StatusOr<std::string> ToNfkcFolded(std::string_view text) {
  if (!IsValidUtf8(text)) return InvalidUtf8Error(text.size());
  // One pass with all options would fold before it has put combining marks
  // into order; U+0345, which folds to a letter, then lands elsewhere.
  const std::string normal = Map(text, kNfkc);
  std::string folded = Map(normal, UTF8PROC_CASEFOLD);
  if (folded == normal) return folded;
  return Map(folded, kNfkc);
}

std::string DeleteWhiteSpace(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const Decoded first = DecodeFirst(text);
    const std::size_t size = std::max<std::size_t>(first.size, 1);
    if (!IsWhiteSpace(first.code_point)) kept += text.substr(0, size);
    text.remove_prefix(size);
  }
  return kept;
}

std::string_view TrimWhiteSpace(std::string_view text) {
  while (!text.empty()) {
    const Decoded first = DecodeFirst(text);
    if (!IsTrimmed(first.code_point)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 &&
           (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
      --start;
    }
    const Decoded last = DecodeFirst(text.substr(start));
    if (!IsTrimmed(last.code_point) || start + last.size != text.size()) break;
    text.remove_suffix(last.size);
  }
  return text;
}

bool IsLetterOrDigit(char32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

std::u32string ToUtf32(std::string_view text) {
  std::u32string wide;
  while (!text.empty()) {
    const Decoded first = DecodeFirst(text);
    wide.push_back(first.code_point);
    text.remove_prefix(std::max<std::size_t>(first.size, 1));
  }
  return wide;
}

std::string ToUtf8(std::u32string_view text) {
  std::string narrow;
  for (const char32_t c : text) {
    const bool valid = utf8proc_codepoint_valid(static_cast<int32_t>(c));
    utf8proc_uint8_t buffer[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(
        static_cast<utf8proc_int32_t>(valid ? c : kReplacement), buffer);
    narrow.append(reinterpret_cast<const char*>(buffer),
                  static_cast<std::size_t>(size));
  }
  return narrow;
}

}  // namespace spotcheck
