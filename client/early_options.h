#ifndef SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
#define SPOTCHECK_CLIENT_EARLY_OPTIONS_H_

// Finds the language and the output form before the arguments are parsed,
// because help and usage errors need them already.

#include <string>
#include <vector>

#include "client/io/options.h"

namespace spotcheck::client {

// Takes --lang from the arguments, else the first of LC_ALL, LC_MESSAGES and
// LANG that is set, as POSIX orders them: Chinese where the value begins with
// zh, else English.
Language ChooseLanguage(const std::vector<std::string>& arguments);

// Takes -o or --output from the arguments; a table where the option is absent
// or names no form.
Format ChooseFormat(const std::vector<std::string>& arguments);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
