#ifndef SPOTCHECK_CLIENT_IO_UTF16_H_
#define SPOTCHECK_CLIENT_IO_UTF16_H_

// UTF-16 as spreadsheets write it ("Unicode text"), turned into UTF-8 piece by
// piece in bounded memory.

#include <optional>
#include <string>
#include <string_view>

namespace spotcheck::client {

enum class ByteOrder { kLittle, kBig };

// By the byte order mark FF FE or FE FF that the text begins with.
std::optional<ByteOrder> Utf16Mark(std::string_view text);

class Utf16Decoder {
 public:
  explicit Utf16Decoder(ByteOrder order) : order_(order) {}

  // The UTF-8 of what is complete so far; byte order marks are left out. A
  // surrogate without its other half becomes the byte FF, which no UTF-8 has,
  // so that its row is refused and not another one read.
  std::string Take(std::string_view bytes);
  // What an incomplete end stands for: nothing, or the byte FF.
  std::string Finish();

 private:
  void TakeUnit(char16_t unit, std::string& text);

  ByteOrder order_;
  std::string odd_;    // a byte that waits for its other half
  char16_t high_ = 0;  // a surrogate that waits for its other half
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_UTF16_H_
