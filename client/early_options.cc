#include "client/early_options.h"

#include "lib/cli/option_value.h"

namespace spotcheck::client {

Format ChooseFormat(const std::vector<std::string>& arguments) {
  const auto typed = LastValueOf(arguments, {"--output", "-o"});
  for (const ChoiceWord<Format>& word : FormatWords()) {
    if (typed == word.word || typed == word.other) return word.value;
  }
  return Format::kTable;
}

const std::vector<ChoiceWord<Format>>& FormatWords() {
  static const std::vector<ChoiceWord<Format>> words = {
      {"table", "表格", Format::kTable},
      {"json", "", Format::kJson},
      {"jsonl", "", Format::kJsonLines},
      {"csv", "", Format::kCsv},
      {"xlsx", "", Format::kXlsx}};
  return words;
}

}  // namespace spotcheck::client
