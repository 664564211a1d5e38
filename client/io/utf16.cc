#include "client/io/utf16.h"

#include <cstddef>

namespace spotcheck::client {
namespace {

constexpr char kBroken = '\xFF';

bool IsHigh(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool IsLow(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void Append(char32_t code, std::string& text) {
  const auto tail = [&text, code](int shift) {
    text += static_cast<char>(0x80 | ((code >> shift) & 0x3F));
  };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | (code >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace

std::optional<ByteOrder> Utf16Mark(std::string_view text) {
  if (text.substr(0, 2) == "\xFF\xFE") return ByteOrder::kLittle;
  if (text.substr(0, 2) == "\xFE\xFF") return ByteOrder::kBig;
  return std::nullopt;
}

std::string Utf16Decoder::Take(std::string_view bytes) {
  std::string text;
  std::string joined;
  if (!odd_.empty()) {
    joined = odd_ + std::string(bytes);
    odd_.clear();
    bytes = joined;
  }
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const bool little = order_ == ByteOrder::kLittle;
    TakeUnit(static_cast<char16_t>(little ? first | second << 8
                                          : first << 8 | second),
             text);
  }
  if (bytes.size() % 2 != 0) odd_ = std::string(1, bytes.back());
  return text;
}

std::string Utf16Decoder::Finish() {
  const bool broken = !odd_.empty() || high_ != 0;
  odd_.clear();
  high_ = 0;
  return broken ? std::string(1, kBroken) : "";
}

void Utf16Decoder::TakeUnit(char16_t unit, std::string& text) {
  if (high_ != 0) {
    const char16_t high = high_;
    high_ = 0;
    if (IsLow(unit)) {
      Append(0x10000 + ((char32_t{high} - 0xD800) << 10) + (unit - 0xDC00),
             text);
      return;
    }
    text += kBroken;
  }
  if (IsHigh(unit)) {
    high_ = unit;
  } else if (IsLow(unit)) {
    text += kBroken;
  } else if (unit != 0xFEFF) {
    Append(unit, text);
  }
}

}  // namespace spotcheck::client
