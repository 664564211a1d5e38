#ifndef SPOTCHECK_LIB_STORE_SQL_ROW_H_
#define SPOTCHECK_LIB_STORE_SQL_ROW_H_

// Values go into a statement bound by name, and come out of it as rows of
// cells, read by column number from 0, whatever the engine.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spotcheck::sql {

struct Blob {
  std::string_view bytes;
};
// A Value is bound to a parameter. It only views its bytes, which must outlive
// the call.
class Value {
 public:
  Value(std::string_view text) : held_(text) {}
  Value(const std::string& text) : held_(std::string_view(text)) {}
  Value(const char* text) : held_(std::string_view(text)) {}
  Value(Blob blob) : held_(blob) {}
  Value(std::integral auto number) : held_(static_cast<std::int64_t>(number)) {}
  const auto& held() const { return held_; }

 private:
  std::variant<std::string_view, std::int64_t, Blob> held_;
};
// `name` is the parameter's name with its $.
struct Binding {
  const char* name;
  Value value;
};
using Bindings = std::initializer_list<Binding>;

// A Cell holds bytes or a number; NULL has neither.
struct Cell {
  enum class Kind : std::uint8_t { kNull, kInt, kText, kBlob };
  Kind kind = Kind::kNull;
  std::int64_t number = 0;
  std::string_view bytes;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// A Row is one row of a result. Its views live as long as its source: the
// callback's call, or a Rows. NULL, which MAX gives over no rows, reads as ""
// and 0.
class Row {
 public:
  explicit Row(std::span<const Cell> cells) : cells_(cells) {}
  std::string_view Text(std::size_t i) const { return cells_[i].bytes; }
  std::string_view Blob(std::size_t i) const { return cells_[i].bytes; }
  std::int64_t Int(std::size_t i) const { return cells_[i].number; }
  bool IsNull(std::size_t i) const {
    return cells_[i].kind == Cell::Kind::kNull;
  }
  std::span<const Cell> cells() const { return cells_; }

 private:
  std::span<const Cell> cells_;
};

// Rows is a whole result, copied out of the engine; it is for results that are
// known to be small.
class Rows {
 public:
  std::size_t size() const { return width_ == 0 ? 0 : cells_.size() / width_; }
  bool empty() const { return cells_.empty(); }
  Row operator[](std::size_t i) const {
    return Row(std::span(cells_).subspan(i * width_, width_));
  }
  void Add(const Row& row);

 private:
  std::size_t width_ = 0;
  std::vector<Cell> cells_;
  std::vector<std::unique_ptr<char[]>> bytes_;  // the cells' bytes
};

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_ROW_H_
