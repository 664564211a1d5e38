#include "client/io/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <utility>

#include "client/io/errors.h"
#include "lib/base/errors.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;  // bytes a read
// A line longer than this is judged by its beginning.
constexpr std::size_t kMaxJudged = std::size_t{1} << 20;
constexpr std::size_t kUtf16Unit = 2;  // bytes
constexpr char kNoUtf8 = '\xFF';

bool IsBigEndian(std::string_view text) {
  return text.substr(0, kUtf16Unit) == "\xFE\xFF";
}
bool HasUtf16Mark(std::string_view text) {
  return IsBigEndian(text) || text.substr(0, kUtf16Unit) == "\xFF\xFE";
}

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

// Refuses what the first bytes show to be no text.
absl::Status CheckIsText(const std::string& path, std::string_view text) {
  if (text.substr(0, 4) == "\xD0\xCF\x11\xE0") {
    return NotATextFileError(
        path,
        {"是旧版（xls）或加了密码的工作簿；请在表格软件中另存为不加密码的 "
         "xlsx",
         "is a workbook of the old form (xls) or with a password; save it "
         "as xlsx without one"});
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
  if (!file) return FileNotReadableError({path, errno});
  Utf8Tally tally;
  std::string pending;  // the line that is not complete yet
  std::string chunk(kChunk, '\0');
  for (bool first = true;; first = false) {
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    std::string_view text(chunk.data(),
                          static_cast<std::size_t>(file.gcount()));
    if (first) {
      if (text.substr(0, 3) == "\xEF\xBB\xBF") return Encoding::kUtf8;
      if (HasUtf16Mark(text)) return Encoding::kUtf16;
      if (text.substr(0, 4) == "PK\x03\x04") return Encoding::kWorkbook;
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
  if (file.bad()) return FileNotReadableError({path, errno});
  tally.Line(pending);
  return tally.Verdict();
}

void Decoder::Closer::operator()(void* handle) const { iconv_close(handle); }

// The first two bytes of UTF-16 must be there, because they tell the order.
void Decoder::Start() {
  const char* name = "GB18030";
  if (encoding_ == Encoding::kUtf16) {
    name = IsBigEndian(pending_) ? "UTF-16BE" : "UTF-16LE";
    pending_.erase(0, kUtf16Unit);
  }
  const iconv_t handle = iconv_open("UTF-8", name);
  if (handle != reinterpret_cast<iconv_t>(-1)) handle_.reset(handle);
}

std::string Decoder::Take(std::string_view bytes) {
  if (encoding_ == Encoding::kUtf8) return std::string(bytes);
  pending_ += bytes;
  if (handle_ == nullptr) {
    if (encoding_ == Encoding::kUtf16 && pending_.size() < kUtf16Unit) {
      return "";
    }
    Start();
  }
  return Convert();
}

std::string Decoder::Finish() {
  const bool broken = !pending_.empty();
  pending_.clear();
  return broken ? std::string(1, kNoUtf8) : "";
}

std::string Decoder::Convert() {
  // A system without this encoding leaves bytes that are no UTF-8.
  if (handle_ == nullptr) return std::exchange(pending_, "");
  const std::size_t unit = encoding_ == Encoding::kUtf16 ? kUtf16Unit : 1;
  std::string text;
  char* in = pending_.data();
  std::size_t left = pending_.size();
  std::string piece(kChunk, '\0');
  while (left > 0) {
    char* out = piece.data();
    std::size_t room = piece.size();
    const std::size_t result = iconv(handle_.get(), &in, &left, &out, &room);
    const int fault = errno;
    text.append(piece, 0, piece.size() - room);
    if (result != static_cast<std::size_t>(-1) || fault == E2BIG) continue;
    if (fault == EINVAL) break;  // a character that goes on in the next piece
    text += kNoUtf8;
    const std::size_t skipped = std::min(unit, left);
    in += skipped;
    left -= skipped;
  }
  pending_.erase(0, pending_.size() - left);
  return text;
}

}  // namespace spotcheck::client
