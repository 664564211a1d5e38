#ifndef SPOTCHECK_LIB_RULES_BUNDLE_FIELDS_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_FIELDS_H_

// A FieldReader reads one JSON object field by field. It keeps the first
// refusal in a log that all readers of a document share, and goes on with empty
// values. So the code that reads an object stays a plain list of its fields.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "lib/base/hash.h"
#include "lib/rules/bundle/json.h"

namespace spotcheck::rules {

class ReadLog {
 public:
  void Refuse(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
  }
  const absl::Status& status() const { return status_; }

 private:
  absl::Status status_;
};

struct NumberRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// The reader keeps references to the value and the log.
class FieldReader {
 public:
  // `path` leads to the object; it is empty for the whole document.
  FieldReader(const Json& value, std::string path, ReadLog& log);
  // Refuses a field of the object for which no call below has asked.
  void Finish();

  std::string String(const std::string& key);
  // Reads a text that IsDrawText accepts.
  std::string Text(const std::string& key);
  std::int64_t Number(const std::string& key, NumberRange range);
  Digest Hash(const std::string& key);
  // Reads raw bytes from lower-case hex; the range counts bytes.
  std::string Bytes(const std::string& key, NumberRange size);
  // Both give an empty container where they refuse the field.
  const Json& Array(const std::string& key);
  const Json& Object(const std::string& key);

  // Refuses the field because its value is outside the grammar.
  void RefuseValue(const std::string& key);
  std::string Path(const std::string& key) const;

 private:
  const Json* Find(const std::string& key);

  const Json& value_;
  std::string path_;
  ReadLog& log_;
  std::set<std::string> asked_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_FIELDS_H_
