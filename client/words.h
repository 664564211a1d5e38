#ifndef SPOTCHECK_CLIENT_WORDS_H_
#define SPOTCHECK_CLIENT_WORDS_H_

// Turns the words that people type into the resource names and codes of the
// API.

#include <string>

namespace spotcheck::client {

// Answers tasks/ID, enterprises/USCI, labs/USCI or inspectors/ID. A name that
// has its collection already stays as it is. A code is folded to its normal
// form where it has one; otherwise the server says what is wrong with it.
std::string TaskName(const std::string& id);
std::string EnterpriseName(const std::string& code);
std::string LabName(const std::string& code);
std::string InspectorName(const std::string& id);
// Answers the normal form of a code, or the text as typed where it has none.
std::string CodeText(const std::string& typed);
// Answers the code of a reason of withdrawal by its word in either language.
// Another text stays as typed; the server refuses it.
std::string WithdrawalCode(const std::string& typed);

// A time in UTC, as the API takes it, of one that is typed without a zone in
// Beijing's: 2026-11-28 20:00, with or without seconds or a T between. Any
// other text stays as typed, for the server to judge.
std::string UtcText(const std::string& typed);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WORDS_H_
