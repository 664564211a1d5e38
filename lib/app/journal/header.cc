#include "lib/app/journal/header.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "lib/app/common/errors.h"
#include "nlohmann/json.hpp"

namespace spotcheck::app {
namespace {

using Json = nlohmann::json;

// Takes the top level's "type" and "time" from the JSON parser and stops it (by
// answering false) once it has both.
class HeaderReader final : public nlohmann::json_sax<Json> {
 public:
  const LeafHeader& header() const { return header_; }
  bool complete() const {
    return !header_.type.empty() && !header_.time.empty();
  }

  bool null() override { return Pass(); }
  bool boolean(bool) override { return Pass(); }
  bool number_integer(number_integer_t) override { return Pass(); }
  bool number_unsigned(number_unsigned_t) override { return Pass(); }
  bool number_float(number_float_t, const string_t&) override { return Pass(); }
  bool binary(binary_t&) override { return Pass(); }
  bool string(string_t& text) override {
    if (wanted_ != nullptr) *wanted_ = std::move(text);
    wanted_ = nullptr;
    return !complete();
  }
  bool start_object(std::size_t) override { return Enter(); }
  bool end_object() override { return Leave(); }
  bool start_array(std::size_t) override { return Enter(); }
  bool end_array() override { return Leave(); }
  bool key(string_t& name) override {
    wanted_ = nullptr;
    if (depth_ == 1 && name == "type") wanted_ = &header_.type;
    if (depth_ == 1 && name == "time") wanted_ = &header_.time;
    return true;
  }
  bool parse_error(std::size_t, const std::string&,
                   const Json::exception&) override {
    return false;
  }

 private:
  bool Pass() {
    wanted_ = nullptr;
    return true;
  }
  bool Enter() {
    ++depth_;
    return Pass();
  }
  bool Leave() {
    --depth_;
    return true;
  }

  LeafHeader header_;
  std::string* wanted_ = nullptr;
  int depth_ = 0;
};

}  // namespace

absl::StatusOr<LeafHeader> ReadLeafHeader(std::string_view leaf) {
  HeaderReader reader;
  Json::sax_parse(leaf, &reader);
  if (!reader.complete()) return register_errors::LeafWithoutHeader();
  return reader.header();
}

}  // namespace spotcheck::app
