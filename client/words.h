#ifndef SPOTCHECK_CLIENT_WORDS_H_
#define SPOTCHECK_CLIENT_WORDS_H_

// What people type where the API has enumerations and resource names.

#include <map>
#include <string>

#include "spotcheck/v1/common.pb.h"

namespace spotcheck::client {

// For CommandTree::Choice: an unknown word is a usage error.
const std::map<std::string, v1::Level>& LevelWords();
const std::map<std::string, v1::Purpose>& PurposeWords();
const std::map<std::string, v1::HashSuite>& SuiteWords();
const std::map<std::string, v1::Verdict>& VerdictWords();  // pass, fail
const std::map<std::string, v1::Severity>& SeverityWords();

// tasks/ID, enterprises/USCI, labs/USCI, inspectors/ID; a name that has its
// collection already stays. Codes are folded to their normal form where they
// have one; otherwise the server says what is wrong with them.
std::string TaskName(const std::string& id);
std::string EnterpriseName(const std::string& code);
std::string LabName(const std::string& code);
std::string InspectorName(const std::string& id);
// The normal form of a code, or the text as typed.
std::string CodeText(const std::string& typed);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WORDS_H_
