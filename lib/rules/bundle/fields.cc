#include "lib/rules/bundle/fields.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/bytes.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::rules {
namespace {

using bundle_errors::JsonType;

const Json& EmptyArray() {
  static const Json* const kEmpty = new Json(Json::array());
  return *kEmpty;
}

const Json& EmptyObject() {
  static const Json* const kEmpty = new Json(Json::object());
  return *kEmpty;
}

}  // namespace

FieldReader::FieldReader(const Json& value, std::string path, ReadLog& log)
    : value_(value.is_object() ? value : EmptyObject()),
      path_(std::move(path)),
      log_(log) {
  if (!value.is_object()) {
    log_.Refuse(bundle_errors::FieldType(JsonType::kObject, path_));
  }
}

void FieldReader::Finish() {
  for (const auto& [key, value] : value_.items()) {
    if (!asked_.contains(key)) {
      log_.Refuse(bundle_errors::FieldUnknown(Path(key)));
    }
  }
}

std::string FieldReader::String(const std::string& key) {
  const Json* value = Find(key);
  if (value == nullptr) return "";
  if (!value->is_string()) {
    log_.Refuse(bundle_errors::FieldType(JsonType::kString, Path(key)));
    return "";
  }
  return value->get_ref<const std::string&>();
}

std::string FieldReader::Text(const std::string& key) {
  std::string text = String(key);
  if (!IsDrawText(text)) RefuseValue(key);
  return text;
}

std::int64_t FieldReader::Number(const std::string& key, NumberRange range) {
  const Json* value = Find(key);
  if (value == nullptr) return 0;
  if (!value->is_number_unsigned()) {
    log_.Refuse(bundle_errors::FieldType(JsonType::kNumber, Path(key)));
    return 0;
  }
  const auto number = value->get<std::uint64_t>();
  if (number > static_cast<std::uint64_t>(range.high) ||
      number < static_cast<std::uint64_t>(range.low)) {
    RefuseValue(key);
    return 0;
  }
  return static_cast<std::int64_t>(number);
}

Digest FieldReader::Hash(const std::string& key) {
  const std::string text = String(key);
  const auto digest = DigestFromHex(text);
  if (digest.ok()) return *digest;
  RefuseValue(key);
  return {};
}

std::string FieldReader::Bytes(const std::string& key, NumberRange size) {
  const std::string text = String(key);
  const auto bytes = HexDecode(text);
  if (bytes.ok() && bytes->size() >= static_cast<std::size_t>(size.low) &&
      bytes->size() <= static_cast<std::size_t>(size.high)) {
    return *bytes;
  }
  RefuseValue(key);
  return "";
}

const Json& FieldReader::Array(const std::string& key) {
  const Json* value = Find(key);
  if (value != nullptr && value->is_array()) return *value;
  if (value != nullptr) {
    log_.Refuse(bundle_errors::FieldType(JsonType::kArray, Path(key)));
  }
  return EmptyArray();
}

const Json& FieldReader::Object(const std::string& key) {
  const Json* value = Find(key);
  if (value != nullptr && value->is_object()) return *value;
  if (value != nullptr) {
    log_.Refuse(bundle_errors::FieldType(JsonType::kObject, Path(key)));
  }
  return EmptyObject();
}

void FieldReader::RefuseValue(const std::string& key) {
  const Json value = value_.value(key, Json(""));
  log_.Refuse(bundle_errors::FieldValue(
      {Path(key),
       value.is_string()
           ? value.get<std::string>()
           : value.dump(-1, ' ', false, Json::error_handler_t::replace)}));
}

std::string FieldReader::Path(const std::string& key) const {
  return path_.empty() ? key : absl::StrCat(path_, ".", key);
}

const Json* FieldReader::Find(const std::string& key) {
  asked_.insert(key);
  const auto value = value_.find(key);
  if (value != value_.end()) return &*value;
  log_.Refuse(bundle_errors::FieldMissing(Path(key)));
  return nullptr;
}

}  // namespace spotcheck::rules
