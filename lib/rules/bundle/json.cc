#include "lib/rules/bundle/json.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace spotcheck::rules {
namespace {

// Builds the tree from the parser's events and keeps the first refusal.
class StrictHandler final : public nlohmann::json_sax<Json> {
 public:
  explicit StrictHandler(std::string_view text) : text_(text) {}

  bool null() override { return Put(nullptr); }
  bool boolean(bool value) override { return Put(value); }
  // The parser calls this for numbers with a minus sign only.
  bool number_integer(number_integer_t) override { return RefuseNumber(); }
  bool number_unsigned(number_unsigned_t value) override { return Put(value); }
  bool number_float(number_float_t, const string_t&) override {
    return RefuseNumber();
  }
  bool string(string_t& value) override { return Put(std::move(value)); }
  bool binary(binary_t&) override { return RefuseNumber(); }

  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }
  bool key(string_t& name) override {
    if (open_.back()->contains(name)) {
      return Refuse(bundle_errors::FieldRepeated(name));
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    const auto read = text_.substr(0, std::min(position, text_.size()));
    const auto line = std::count(read.begin(), read.end(), '\n') + 1;
    return Refuse(bundle_errors::JsonSyntax(line));
  }

  absl::Status status() const { return status_; }
  Json Root() && { return std::move(root_); }

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
    if (open_.size() >= static_cast<std::size_t>(kMaxJsonDepth)) {
      return Refuse(bundle_errors::JsonDepth(kMaxJsonDepth));
    }
    open_.push_back(Insert(std::move(value)));
    return true;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }
  bool RefuseNumber() {
    return Refuse(
        bundle_errors::FieldType(bundle_errors::JsonType::kNumber, key_));
  }
  bool Refuse(absl::Status status) {
    if (status_.ok()) status_ = std::move(status);
    return false;
  }

  std::string_view text_;
  Json root_;
  std::vector<Json*> open_;  // containers not yet closed, the root first
  std::string key_;
  absl::Status status_;
};

// Collects the places where two values differ.
class Comparison {
 public:
  void Walk(const std::string& field, const Json& declared,
            const Json& computed) {
    if (declared == computed) return;
    if (declared.is_object() && computed.is_object()) {
      for (const auto& [key, value] : declared.items()) {
        Walk(absl::StrCat(field, ".", key), value,
             computed.value(key, Json(nullptr)));
      }
      for (const auto& [key, value] : computed.items()) {
        if (!declared.contains(key)) {
          Walk(absl::StrCat(field, ".", key), nullptr, value);
        }
      }
    } else if (declared.is_array() && computed.is_array()) {
      const std::size_t size = std::max(declared.size(), computed.size());
      for (std::size_t i = 0; i < size; ++i) {
        Walk(absl::StrCat(field, "[", i, "]"), At(declared, i),
             At(computed, i));
      }
    } else {
      Add(field, declared, computed);
    }
  }
  absl::Status Result() const {
    if (found_ == 0) return absl::OkStatus();
    bundle_errors::Difference first = first_;
    first.further = found_ - 1;
    return bundle_errors::Differs(first);
  }

 private:
  static Json At(const Json& array, std::size_t index) {
    return index < array.size() ? array[index] : Json(nullptr);
  }
  static std::string Show(const Json& value) {
    if (value.is_null()) return "–";
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  void Add(const std::string& field, const Json& declared,
           const Json& computed) {
    if (++found_ == 1) first_ = {field, Show(declared), Show(computed), 0};
  }

  bundle_errors::Difference first_;
  std::int64_t found_ = 0;
};

}  // namespace

absl::StatusOr<Json> ParseStrictJson(std::string_view text) {
  // The library's lexer takes a zero byte for the end of the text.
  if (const std::size_t zero = text.find('\0');
      zero != std::string_view::npos) {
    const auto read = text.substr(0, zero);
    return bundle_errors::JsonSyntax(
        std::count(read.begin(), read.end(), '\n') + 1);
  }
  StrictHandler handler(text);
  const bool parsed = Json::sax_parse(text, &handler);
  if (!handler.status().ok()) return handler.status();
  if (!parsed) return bundle_errors::JsonSyntax(1);
  return std::move(handler).Root();
}

absl::Status CompareJson(const std::string& field, const Json& declared,
                         const Json& computed) {
  Comparison comparison;
  comparison.Walk(field, declared, computed);
  return comparison.Result();
}

std::string PrettyJson(const Json& value) {
  return value.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace spotcheck::rules
