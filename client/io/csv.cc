#include "client/io/csv.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "lib/base/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;  // bytes a read
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class FieldEnd { kSeparator, kLine, kText, kOpenQuote };

struct Field {
  std::string value;
  std::size_t size = 0;  // bytes, the terminator included
  FieldEnd end = FieldEnd::kText;
};

// The inside of a quoted field that begins at text[1]; `size` is behind the
// closing quote.
Field TakeQuoted(std::string_view text) {
  Field field;
  std::size_t at = 1;
  while (true) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) {
      field.end = FieldEnd::kOpenQuote;
      return field;
    }
    field.value.append(text.substr(at, quote - at));
    at = quote + 1;
    if (at >= text.size() || text[at] != '"') break;
    field.value += '"';
    ++at;
  }
  field.size = at;
  return field;
}

Field TakeField(std::string_view text, char separator) {
  Field field;
  if (!text.empty() && text.front() == '"') field = TakeQuoted(text);
  if (field.end == FieldEnd::kOpenQuote) return field;
  std::size_t end = field.size;
  while (end < text.size() && text[end] != separator && text[end] != '\n')
    ++end;
  std::string_view tail = text.substr(field.size, end - field.size);
  field.size = std::min(end + 1, text.size());
  if (end < text.size()) {
    field.end = text[end] == separator ? FieldEnd::kSeparator : FieldEnd::kLine;
  }
  if (field.end != FieldEnd::kSeparator && !tail.empty() &&
      tail.back() == '\r') {
    tail.remove_suffix(1);
  }
  field.value.append(tail);
  return field;
}

bool NeedsQuotes(std::string_view field) {
  return field.find_first_of(",\"\r\n") != std::string_view::npos;
}

}  // namespace

CsvReader::CsvReader(std::string path, std::FILE* file, CsvForm form)
    : path_(std::move(path)),
      file_(file),
      separator_(form.separator),
      decoder_(std::make_unique<Decoder>(form.encoding)) {}

absl::StatusOr<CsvReader> CsvReader::Open(const std::string& path,
                                          CsvForm form) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return FileNotReadableError({path, errno});
  CsvReader reader(path, file, form);
  struct stat info {};
  if (fstat(fileno(file), &info) != 0) {
    return FileNotReadableError({path, errno});
  }
  if (!S_ISREG(info.st_mode)) {
    // A pipe cannot be read the second time that an import needs.
    return FileNotReadableError(
        {path, S_ISDIR(info.st_mode) ? EISDIR : ESPIPE});
  }
  reader.size_ = info.st_size;
  RETURN_IF_ERROR(reader.Fill());
  if (reader.buffer_.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0) {
    reader.Consume(kByteOrderMark.size());
  }
  reader.TakeSeparatorLine();
  return reader;
}

void CsvReader::TakeSeparatorLine() {
  const std::string_view text = std::string_view(buffer_).substr(begin_);
  const std::size_t feed = text.find('\n');
  std::string_view line = text.substr(0, feed);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  constexpr std::size_t kWord = 4;
  const std::string_view word = line.substr(0, kWord);
  if (line.size() != kWord + 1 || (word != "sep=" && word != "SEP=")) return;
  separator_ = line.back();
  Consume(feed == std::string_view::npos ? text.size() : feed + 1);
}

absl::StatusOr<const CsvRecord*> CsvReader::Next() {
  while (true) {
    if (begin_ == buffer_.size() && at_end_) return nullptr;
    const Split split = SplitRecord();
    switch (split.outcome) {
      case Outcome::kRecord: {
        record_.line = line_;
        record_.fault = CsvFault::kNone;
        Consume(split.used);
        const auto& fields = record_.fields;
        if (fields.size() == 1 && fields.front().empty()) continue;
        return &record_;
      }
      case Outcome::kNeedMore:
        if (buffer_.size() - begin_ > kMaxRecordBytes) {
          RETURN_IF_ERROR(TakeFaultyLine(CsvFault::kTooLong));
          return &record_;
        }
        RETURN_IF_ERROR(Fill());
        continue;
      case Outcome::kTooManyFields:
        RETURN_IF_ERROR(TakeFaultyLine(CsvFault::kTooManyFields));
        return &record_;
      case Outcome::kUnclosedQuote:
        RETURN_IF_ERROR(TakeFaultyLine(CsvFault::kUnclosedQuote));
        return &record_;
    }
  }
}

CsvReader::Split CsvReader::SplitRecord() {
  const std::string_view text = std::string_view(buffer_).substr(begin_);
  record_.fields.clear();
  std::size_t at = 0;
  while (true) {
    Field field = TakeField(text.substr(at), separator_);
    if (field.end == FieldEnd::kOpenQuote) {
      return {at_end_ ? Outcome::kUnclosedQuote : Outcome::kNeedMore, 0};
    }
    if (field.end == FieldEnd::kText && !at_end_) {
      return {Outcome::kNeedMore, 0};
    }
    if (record_.fields.size() == kMaxFields) {
      return {Outcome::kTooManyFields, 0};
    }
    at += field.size;
    record_.fields.push_back(std::move(field.value));
    if (field.end != FieldEnd::kSeparator) return {Outcome::kRecord, at};
  }
}

absl::Status CsvReader::TakeFaultyLine(CsvFault fault) {
  record_.line = line_;
  record_.fault = fault;
  record_.fields.clear();
  record_.head.clear();
  while (true) {
    const std::size_t feed = buffer_.find('\n', begin_);
    const bool whole = feed != std::string::npos;
    const std::size_t end = whole ? feed : buffer_.size();
    if (record_.head.empty()) {
      record_.head = buffer_.substr(begin_, std::min(end - begin_, kHeadBytes));
    }
    Consume(whole ? end + 1 - begin_ : end - begin_);
    if (whole || at_end_) return absl::OkStatus();
    RETURN_IF_ERROR(Fill());
  }
}

void CsvReader::Consume(std::size_t size) {
  const auto first = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  line_ += std::count(first, first + static_cast<std::ptrdiff_t>(size), '\n');
  begin_ += size;
}

absl::Status CsvReader::Fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kChunk);
  const std::size_t got =
      std::fread(buffer_.data() + kept, 1, kChunk, file_.get());
  buffer_.resize(kept + got);
  if (std::ferror(file_.get()) != 0) {
    return FileNotReadableError({path_, errno});
  }
  at_end_ = got < kChunk;
  position_ += static_cast<std::int64_t>(got);
  const std::string raw = buffer_.substr(kept);
  buffer_.resize(kept);
  buffer_ += decoder_->Take(raw);
  if (at_end_) buffer_ += decoder_->Finish();
  return absl::OkStatus();
}

std::string FormatCsvRecord(const std::vector<std::string>& fields) {
  std::string text;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) text += ',';
    if (!NeedsQuotes(field)) {
      text += field;
      continue;
    }
    text += '"';
    for (const char c : field) {
      if (c == '"') text += '"';
      text += c;
    }
    text += '"';
  }
  return text + '\n';
}

}  // namespace spotcheck::client
