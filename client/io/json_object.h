#ifndef SPOTCHECK_CLIENT_IO_JSON_OBJECT_H_
#define SPOTCHECK_CLIENT_IO_JSON_OBJECT_H_

// A small JSON file, read strictly (lib/base/json.h), with checked access:
// every fault names file and field.

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace spotcheck::client {

// Keys in the order they were set.
using Json = nlohmann::ordered_json;

class JsonObject {
 public:
  // FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_MALFORMED.
  static absl::StatusOr<JsonObject> Read(const std::string& path);

  // FILE_MALFORMED where the field is missing or of another type.
  absl::StatusOr<std::string> Text(const char* field) const;
  absl::StatusOr<std::int64_t> Number(const char* field) const;
  bool Has(const char* field) const { return value_.contains(field); }
  // The field where it is a text, else empty.
  std::string TextOrEmpty(const char* field) const;
  // OK where the field "format" is this one.
  absl::Status ExpectFormat(std::string_view format) const;

  const std::string& path() const { return path_; }

 private:
  JsonObject(std::string path, Json value)
      : path_(std::move(path)), value_(std::move(value)) {}
  std::string path_;
  Json value_;
};

// Indented text with a line feed; bytes that are not UTF-8 become U+FFFD.
std::string JsonText(const Json& value);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_JSON_OBJECT_H_
