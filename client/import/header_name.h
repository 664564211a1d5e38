#ifndef SPOTCHECK_CLIENT_IMPORT_HEADER_NAME_H_
#define SPOTCHECK_CLIENT_IMPORT_HEADER_NAME_H_

// A column's name as files of offices write it: "* 企业名称（必填）".

#include <string>
#include <string_view>

namespace spotcheck::client {

// Returns the name as names are compared: NFKC, case folded, without white
// space, line breaks, asterisks and a colon at the end, and without bracketed
// remarks that tell how to fill the column: （必填）, [选填],
// (格式：2026-11-04). Returns nothing for text that is no UTF-8.
std::string HeaderName(std::string_view name);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_HEADER_NAME_H_
