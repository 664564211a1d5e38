#ifndef SPOTCHECK_CLIENT_WORDS_H_
#define SPOTCHECK_CLIENT_WORDS_H_

// What people type where the API has resource names and codes.

#include <string>

namespace spotcheck::client {

// tasks/ID, enterprises/USCI, labs/USCI, inspectors/ID; a name that has its
// collection already stays. Codes are folded to their normal form where they
// have one; otherwise the server says what is wrong with them.
std::string TaskName(const std::string& id);
std::string EnterpriseName(const std::string& code);
std::string LabName(const std::string& code);
std::string InspectorName(const std::string& id);
// The normal form of a code, or the text as typed.
std::string CodeText(const std::string& typed);
// The code of the reason of a withdrawal that is called so in either language,
// or the text as typed, which the server then refuses.
std::string WithdrawalCode(const std::string& typed);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WORDS_H_
