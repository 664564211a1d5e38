#include "lib/base/json.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/bytes.h"
#include "lib/base/errors.h"
#include "lib/base/status_macros.h"

namespace spotcheck {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

std::int64_t LineAt(std::string_view text, std::size_t position) {
  const std::string_view read = text.substr(0, position);
  return std::count(read.begin(), read.end(), '\n') + 1;
}

// Builds the tree from the parser's events and keeps the first refusal.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(const JsonKind& kind, std::string_view text)
      : kind_(kind), text_(text) {}

  bool null() override { return Put(nullptr); }
  bool boolean(bool value) override { return Put(value); }
  bool number_integer(number_integer_t value) override { return Put(value); }
  bool number_unsigned(number_unsigned_t value) override { return Put(value); }
  bool number_float(number_float_t value, const string_t&) override {
    return Put(value);
  }
  bool string(string_t& value) override { return Put(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // never in a text
  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }
  bool key(string_t& name) override {
    if (open_.back()->contains(name)) {
      return Refuse(JsonMemberRepeatedError({kind_.name, name}));
    }
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return Refuse(JsonMalformedError(kind_.name, LineAt(text_, position)));
  }

  const absl::Status& status() const { return status_; }
  Json& root() { return root_; }

 private:
  Json* Insert(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    return &((*open_.back())[key_] = std::move(value));
  }
  bool Put(Json value) {
    Insert(std::move(value));
    return true;
  }
  bool Open(Json value) {
    if (open_.size() >= kind_.max_depth) {
      return Refuse(JsonTooDeepError(kind_.name, kind_.max_depth));
    }
    open_.push_back(Insert(std::move(value)));
    return true;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }
  bool Refuse(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
    return false;
  }

  const JsonKind& kind_;
  std::string_view text_;
  Json root_;
  std::vector<Json*> open_;  // containers not yet closed, the root first
  std::string key_;
  absl::Status status_;
};

const Json& Empty(Json::value_t type) {
  static const Json* const kObject = new Json(Json::object());
  static const Json* const kArray = new Json(Json::array());
  return type == Json::value_t::object ? *kObject : *kArray;
}

}  // namespace

absl::StatusOr<Json> ParseStrictJson(const JsonKind& kind,
                                     std::string_view text) {
  if (text.size() > kind.max_size) {
    return JsonTooLargeError(kind.name, text.size(), kind.max_size);
  }
  // The library skips a byte order mark, and takes a NUL for the text's end.
  if (text.starts_with(kByteOrderMark)) return JsonMalformedError(kind.name, 1);
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return JsonMalformedError(kind.name, LineAt(text, nul));
  }
  TreeBuilder builder(kind, text);
  const bool parsed = Json::sax_parse(text, &builder);
  RETURN_IF_ERROR(builder.status());
  if (!parsed || !builder.root().is_object()) {
    return JsonMalformedError(kind.name, 1);
  }
  return std::move(builder.root());
}

FieldReader::FieldReader(const Json& value, std::string path, ReadLog& log)
    : value_(value.is_object() ? value : Empty(Json::value_t::object)),
      path_(std::move(path)),
      log_(log) {
  if (!value.is_object()) {
    RefuseType(path_, JsonType::kObject);
  }
}

void FieldReader::Finish() {
  for (const auto& [key, value] : value_.items()) {
    if (read_.contains(key)) continue;
    Refuse(JsonMemberUnknownError({log_.text_name(), Path(key)}));
  }
}

std::string FieldReader::String(const std::string& key) {
  const Json* const value = Find(key);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get_ref<const std::string&>();
  RefuseType(Path(key), JsonType::kString);
  return "";
}

std::int64_t FieldReader::Number(const std::string& key, JsonRange range) {
  const Json* const value = Find(key);
  if (value == nullptr) return 0;
  if (!value->is_number_unsigned()) {
    RefuseType(Path(key), JsonType::kNumber);
    return 0;
  }
  const auto number = value->get<std::uint64_t>();
  if (number <= static_cast<std::uint64_t>(range.high) &&
      number >= static_cast<std::uint64_t>(range.low)) {
    return static_cast<std::int64_t>(number);
  }
  RefuseValue(key);
  return 0;
}

std::string FieldReader::Bytes(const std::string& key, JsonRange size) {
  const std::string bytes = Parsed(key, HexDecode);
  const auto count = static_cast<std::int64_t>(bytes.size());
  if (count >= size.low && count <= size.high) return bytes;
  RefuseValue(key);
  return "";
}

FieldReader FieldReader::Object(const std::string& key) {
  const Json* const value = Find(key);
  return {value == nullptr ? Empty(Json::value_t::object) : *value, Path(key),
          log_};
}

void FieldReader::EachObject(const std::string& key,
                             absl::FunctionRef<void(FieldReader&)> read) {
  std::size_t index = 0;
  for (const Json& item : Array(key)) {
    FieldReader reader(item, absl::StrCat(Path(key), "[", index++, "]"), log_);
    read(reader);
  }
}

void FieldReader::EachString(
    const std::string& key,
    absl::FunctionRef<bool(const std::string&)> accept) {
  std::size_t index = 0;
  for (const Json& item : Array(key)) {
    const std::string path = absl::StrCat(Path(key), "[", index++, "]");
    const auto* const text = item.get_ptr<const std::string*>();
    if (text == nullptr) {
      RefuseType(path, JsonType::kString);
    } else if (!accept(*text)) {
      Refuse(JsonMemberValueError({log_.text_name(), path}, *text));
    }
  }
}

std::string FieldReader::Path(const std::string& key) const {
  return path_.empty() ? key : absl::StrCat(path_, ".", key);
}

void FieldReader::RefuseValue(const std::string& key) {
  const Json value = value_.value(key, Json(""));
  Refuse(JsonMemberValueError(
      {log_.text_name(), Path(key)},
      value.is_string()
          ? value.get<std::string>()
          : value.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

void FieldReader::RefuseType(const std::string& path, JsonType expected) {
  Refuse(JsonMemberTypeError({log_.text_name(), path}, expected));
}

const Json* FieldReader::Find(const std::string& key) {
  read_.insert(key);
  const auto value = value_.find(key);
  if (value != value_.end()) return &*value;
  Refuse(JsonMemberMissingError({log_.text_name(), Path(key)}));
  return nullptr;
}

const Json& FieldReader::Array(const std::string& key) {
  const Json* const value = Find(key);
  if (value != nullptr && value->is_array()) return *value;
  if (value != nullptr) {
    RefuseType(Path(key), JsonType::kArray);
  }
  return Empty(Json::value_t::array);
}

}  // namespace spotcheck
