#include "lib/store/events/codec.h"

#include <array>
#include <charconv>

#include "lib/base/text.h"

namespace spotcheck::store::codec {
namespace {

// Each byte's escape: the letter after the backslash, 'u' where \u00xx is
// written, 0 where the byte stands for itself.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();
constexpr char kHex[] = "0123456789abcdef";

char EscapeOf(char c) { return kEscapes[static_cast<unsigned char>(c)]; }

// Counts the bytes before the first one that has to be escaped.
std::size_t PlainPrefix(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && EscapeOf(text[end]) == 0) ++end;
  return end;
}

}  // namespace

void Writer::Text(std::string_view text) {
  out_.push_back('"');
  while (true) {
    const std::size_t plain = PlainPrefix(text);
    out_.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const char escape = EscapeOf(text.front());
    out_.push_back('\\');
    out_.push_back(escape);
    if (escape == 'u') {
      const auto byte = static_cast<unsigned char>(text.front());
      out_.append("00");
      out_.push_back(kHex[byte >> 4]);
      out_.push_back(kHex[byte & 15]);
    }
    text.remove_prefix(1);
  }
  out_.push_back('"');
}

void Writer::Number(std::int64_t number) {
  out_.append(std::to_string(number));
}

bool Reader::Raw(std::string_view json) {
  if (!rest_.starts_with(json)) return false;
  rest_.remove_prefix(json.size());
  return true;
}

bool Reader::Text(std::string& text) {
  text.clear();
  if (!Raw("\"")) return false;
  while (true) {
    const std::size_t plain = PlainPrefix(rest_);
    text.append(rest_.substr(0, plain));
    rest_.remove_prefix(plain);
    if (Raw("\"")) return true;
    if (!Raw("\\") || !Escape(text)) return false;
  }
}

bool Reader::Escape(std::string& text) {
  for (std::size_t c = 0; c < kEscapes.size(); ++c) {
    const char escape = kEscapes[c];
    if (escape == 0) continue;
    const char spelled[] = {escape, '0', '0', kHex[c >> 4], kHex[c & 15]};
    if (!Raw({spelled, escape == 'u' ? sizeof(spelled) : 1})) continue;
    text.push_back(static_cast<char>(c));
    return true;
  }
  return false;
}

bool Reader::Number(std::int64_t& number) {
  const auto [end, error] =
      std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
  if (error != std::errc()) return false;
  // A number has one spelling, without leading zeros and without "-0".
  return Raw(std::to_string(number)) && rest_.data() == end;
}

bool IsReadable(std::string_view json) { return IsValidUtf8(json); }

}  // namespace spotcheck::store::codec
