#include "client/import/confirm.h"

#include <algorithm>
#include <iterator>

#include "client/import/header_name.h"

namespace spotcheck::client {

bool IsConfirmColumn(std::string_view name) {
  return HeaderName(name) == HeaderName(kConfirmColumn);
}

bool SaysYes(std::string_view cell) {
  static constexpr std::string_view kYes[] = {"是", "yes", "y",  "1",   "true",
                                              "√",  "✓",   "对", "确认"};
  // A cell is folded as a name is.
  const std::string said = HeaderName(cell);
  return std::find(std::begin(kYes), std::end(kYes), said) != std::end(kYes);
}

}  // namespace spotcheck::client
