#ifndef SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
#define SPOTCHECK_CLIENT_EARLY_OPTIONS_H_

// Finds the output form before the arguments are parsed, because usage errors
// need it already. lib/cli/language.h finds the language.

#include <string>
#include <vector>

#include "client/io/options.h"
#include "lib/cli/choice.h"

namespace spotcheck::client {

// The output forms, as people type them.
const std::vector<ChoiceWord<Format>>& FormatWords();

// Takes -o or --output from the arguments; a table where the option is absent
// or names no form.
Format ChooseFormat(const std::vector<std::string>& arguments);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
