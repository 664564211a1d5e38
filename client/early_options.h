#ifndef SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
#define SPOTCHECK_CLIENT_EARLY_OPTIONS_H_

// What has to be known before the arguments are parsed: help is in the
// language, and what is wrong with the arguments is said in language and form.

#include <string>
#include <vector>

#include "client/io/options.h"

namespace spotcheck::client {

// --lang among the arguments, else LC_ALL, LC_MESSAGES, LANG as POSIX orders
// them: Chinese where the value begins with zh, else English.
Language ChooseLanguage(const std::vector<std::string>& arguments);

// -o or --output among the arguments; a table where it is absent or no form.
Format ChooseFormat(const std::vector<std::string>& arguments);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_EARLY_OPTIONS_H_
