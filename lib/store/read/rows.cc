#include "lib/store/read/rows.h"

namespace spotcheck::store {

std::string ContainsPattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  if (!part.empty()) pattern += '%';
  return pattern;
}

}  // namespace spotcheck::store
