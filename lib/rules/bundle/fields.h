#ifndef SPOTCHECK_LIB_RULES_BUNDLE_FIELDS_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_FIELDS_H_

// Reading one JSON object field by field. The first refusal is kept in a log
// that all readers of a document share; reading goes on with empty values, so
// that the code that names the fields stays a list.

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

// Keeps references to the value and the log.
class FieldReader {
 public:
  // `path` is the object's own, empty for the document.
  FieldReader(const Json& value, std::string path, ReadLog& log);
  // Fields must be asked for by name; Finish refuses those that were not.
  void Finish();

  std::string String(const std::string& key);
  // 1–200 characters of NFC without control characters.
  std::string Text(const std::string& key);
  std::int64_t Number(const std::string& key, NumberRange range);
  Digest Hash(const std::string& key);
  // Raw bytes from lower-case hex; the range counts bytes.
  std::string Bytes(const std::string& key, NumberRange size);
  // An empty container where the field is refused.
  const Json& Array(const std::string& key);
  const Json& Object(const std::string& key);

  // The field's value is outside the grammar.
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
