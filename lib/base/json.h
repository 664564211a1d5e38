#ifndef SPOTCHECK_LIB_BASE_JSON_H_
#define SPOTCHECK_LIB_BASE_JSON_H_

// Reads JSON (RFC 8259) of which every reader has the same understanding: one
// object in UTF-8, no byte order mark, no member twice, and members read with
// their type checked. Nothing here throws. The errors are the JSON_… of
// errors.h; each names the text and the path of the member.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace spotcheck {

enum class JsonType : std::uint8_t;
using Json = nlohmann::json;

// A kind of text and the limits within which it is read.
struct JsonKind {
  std::string_view name;  // names the text in errors, e.g. "draw.json"
  std::size_t max_size;   // in bytes
  std::size_t max_depth;  // keeps hostile input from growing a tree
};

absl::StatusOr<Json> ParseStrictJson(const JsonKind& kind,
                                     std::string_view text);

// Keeps the first refusal of one text, which all readers of the text share.
class ReadLog {
 public:
  explicit ReadLog(const JsonKind& kind) : text_name_(kind.name) {}
  void Refuse(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
  }
  const absl::Status& status() const { return status_; }
  std::string_view text_name() const { return text_name_; }

 private:
  std::string_view text_name_;
  absl::Status status_;
};

struct JsonRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
// Above 2^53 - 1 many readers of JSON round integers (RFC 7493).
inline constexpr JsonRange kAnyInteger = {0, (std::int64_t{1} << 53) - 1};

// Reads one JSON object field by field. A refusal goes to the log and reading
// goes on with empty values, so that the code that reads an object stays a
// plain list of its fields. The reader keeps references to value and log.
class FieldReader {
 public:
  // `path` leads to the object; it is empty for the whole text.
  FieldReader(const Json& value, std::string path, ReadLog& log);
  // Refuses a field of the object for which no call below has asked.
  void Finish();

  std::string String(const std::string& key);
  // An integer written without sign, fraction or exponent.
  std::int64_t Number(const std::string& key, JsonRange range);
  // Reads a string and refuses one that `parse` does not accept.
  template <typename T>
  T Parsed(const std::string& key,
           absl::StatusOr<T> (*parse)(std::string_view)) {
    absl::StatusOr<T> value = parse(String(key));
    if (value.ok()) return *std::move(value);
    RefuseValue(key);
    return T{};
  }
  // Reads raw bytes from lower-case hex; the range counts bytes.
  std::string Bytes(const std::string& key, JsonRange size = kAnyInteger);
  FieldReader Object(const std::string& key);
  // Calls `read` for each object of an array.
  void EachObject(const std::string& key,
                  absl::FunctionRef<void(FieldReader&)> read);
  // Refuses each string of an array that `accept` does not accept.
  void EachString(const std::string& key,
                  absl::FunctionRef<bool(const std::string&)> accept);

  const Json& value() const { return value_; }
  std::string Path(const std::string& key) const;
  // Refuses the field because its value is outside the grammar.
  void RefuseValue(const std::string& key);
  void Refuse(absl::Status status) { log_.Refuse(std::move(status)); }

 private:
  void RefuseType(const std::string& path, JsonType expected);
  const Json* Find(const std::string& key);
  const Json& Array(const std::string& key);

  const Json& value_;
  std::string path_;
  ReadLog& log_;
  std::set<std::string> read_;  // the fields that were asked for
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_JSON_H_
