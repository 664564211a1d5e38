#include "client/io/encoding.h"

#include <iconv.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <utility>

#include "client/io/errors.h"
#include "client/io/utf16.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;  // bytes a read
// A line longer than this is judged by its beginning.
constexpr std::size_t kMaxJudged = std::size_t{1} << 20;

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// The text without a character that the cut of a long line split.
std::string_view WithoutSplitEnd(std::string_view text) {
  for (int i = 0; i < 3 && !text.empty(); ++i) {
    const auto byte = static_cast<unsigned char>(text.back());
    if (byte < 0x80) break;
    text.remove_suffix(1);
    if (byte >= 0xC0) break;
  }
  return text;
}

// Counts the lines that are valid UTF-8 beyond ASCII, and those that are not.
class Utf8Tally {
 public:
  void Line(std::string_view line) {
    if (line.size() > kMaxJudged) {
      line = WithoutSplitEnd(line.substr(0, kMaxJudged));
    }
    if (IsAscii(line)) return;
    ++(IsValidUtf8(line) ? valid_ : invalid_);
  }
  Encoding Verdict() const {
    return invalid_ == 0 || valid_ >= invalid_ ? Encoding::kUtf8
                                               : Encoding::kGb18030;
  }

 private:
  std::int64_t valid_ = 0;
  std::int64_t invalid_ = 0;
};

// What the first bytes give away.
absl::Status CheckIsText(const std::string& path, std::string_view text) {
  if (text.substr(0, 4) == "PK\x03\x04" ||
      text.substr(0, 4) == "\xD0\xCF\x11\xE0") {
    return NotATextFileError(
        path, {"是电子表格工作簿（xlsx、xls），不是 CSV 文本",
               "is a spreadsheet's workbook (xlsx, xls), not a text of CSV"});
  }
  if (text.find('\0') != std::string_view::npos) {
    return NotATextFileError(
        path, {"含有空字节，可能是没有字节顺序标记的 UTF-16",
               "has zero bytes, perhaps UTF-16 without its byte order mark"});
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Encoding> DetectEncoding(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return FileNotReadableError(path);
  Utf8Tally tally;
  std::string pending;  // the line that is not complete yet
  std::string chunk(kChunk, '\0');
  for (bool first = true;; first = false) {
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    std::string_view text(chunk.data(),
                          static_cast<std::size_t>(file.gcount()));
    if (first) {
      if (text.substr(0, 3) == "\xEF\xBB\xBF") return Encoding::kUtf8;
      if (Utf16Mark(text).has_value()) return Encoding::kUtf16;
      RETURN_IF_ERROR(CheckIsText(path, text));
    }
    while (true) {
      const std::size_t feed = text.find('\n');
      if (pending.size() <= kMaxJudged) pending.append(text.substr(0, feed));
      if (feed == std::string_view::npos) break;
      tally.Line(pending);
      pending.clear();
      text.remove_prefix(feed + 1);
    }
    if (!file) break;
  }
  if (file.bad()) return FileNotReadableError(path);
  tally.Line(pending);
  return tally.Verdict();
}

Decoder::Decoder(Encoding encoding) : encoding_(encoding) {
  if (encoding != Encoding::kGb18030) return;
  handle_ = iconv_open("UTF-8", "GB18030");
}

Decoder::~Decoder() {
  if (handle_ != nullptr && handle_ != reinterpret_cast<iconv_t>(-1)) {
    iconv_close(handle_);
  }
}

std::optional<std::string> Decoder::ToUtf8(std::string text) {
  if (encoding_ != Encoding::kGb18030 || IsAscii(text)) {
    if (!IsValidUtf8(text)) return std::nullopt;
    return text;
  }
  if (handle_ == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  // Two bytes become at most four, four at most four.
  std::string result(text.size() * 2 + 4, '\0');
  char* in = text.data();
  char* out = result.data();
  std::size_t in_left = text.size();
  std::size_t out_left = result.size();
  iconv(handle_, nullptr, nullptr, nullptr, nullptr);
  if (iconv(handle_, &in, &in_left, &out, &out_left) != 0) return std::nullopt;
  result.resize(result.size() - out_left);
  return result;
}

}  // namespace spotcheck::client
