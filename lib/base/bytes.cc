#include "lib/base/bytes.h"

#include <cassert>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "lib/base/errors.h"

namespace spotcheck {
std::string HexEncode(std::string_view bytes) {
  return absl::BytesToHexString(absl::string_view(bytes.data(), bytes.size()));
}

absl::StatusOr<std::string> HexDecode(std::string_view hex) {
  if (hex.size() % 2 != 0 ||
      hex.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    return InvalidHexError(hex.size());
  }
  return absl::HexStringToBytes(absl::string_view(hex.data(), hex.size()));
}

std::string Base64Encode(std::string_view bytes) {
  return absl::Base64Escape(absl::string_view(bytes.data(), bytes.size()));
}

absl::StatusOr<std::string> Base64Decode(std::string_view text) {
  std::string bytes;
  // Abseil's decoder forgives white space and missing padding; encoding again
  // shows whether the text was the one spelling.
  if (!absl::Base64Unescape(absl::string_view(text.data(), text.size()),
                            &bytes) ||
      Base64Encode(bytes) != text) {
    return InvalidBase64Error(text.size());
  }
  return bytes;
}

void AppendLp(std::string_view element, std::string& out) {
  assert(element.size() <= UINT32_MAX);
  const auto size = static_cast<std::uint32_t>(element.size());
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(size >> shift & 0xFF));
  }
  out.append(element);
}

std::string Lp(std::initializer_list<std::string_view> elements) {
  std::size_t size = 0;
  for (const std::string_view element : elements) size += 4 + element.size();
  std::string out;
  out.reserve(size);
  for (const std::string_view element : elements) AppendLp(element, out);
  return out;
}

std::string Lp(const std::vector<std::string>& elements) {
  std::string out;
  for (const std::string& element : elements) AppendLp(element, out);
  return out;
}

}  // namespace spotcheck
