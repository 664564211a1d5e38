#include "lib/store/sql/row.h"

#include <cstring>

namespace spotcheck::sql {

void Rows::Add(const Row& row) {
  width_ = row.cells().size();
  for (const Cell& cell : row.cells()) {
    Cell copy = cell;
    if (!cell.bytes.empty()) {
      auto& held = bytes_.emplace_back(new char[cell.bytes.size()]);
      std::memcpy(held.get(), cell.bytes.data(), cell.bytes.size());
      copy.bytes = {held.get(), cell.bytes.size()};
    } else {
      copy.bytes = "";
    }
    cells_.push_back(copy);
  }
}

}  // namespace spotcheck::sql
