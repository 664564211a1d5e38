#include "lib/cli/choice.h"

#include "absl/strings/str_join.h"

namespace spotcheck {

std::string NotAmong(const std::string& typed, const KnownWords& words) {
  return typed + " not in {" + absl::StrJoin(words.zh, ",") + "}{" +
         absl::StrJoin(words.en, ",") + "}";
}

}  // namespace spotcheck
