#ifndef SPOTCHECK_CLIENT_IO_HARMLESS_H_
#define SPOTCHECK_CLIENT_IO_HARMLESS_H_

// Cells of CSV that a spreadsheet would run as a formula (CSV injection: a name
// =HYPERLINK(…) in a register sends away what stands beside it).

#include <string>
#include <string_view>

namespace spotcheck::client {

// The text with an apostrophe in front, where a spreadsheet would take it for a
// formula: it begins with = + - @ of either width, a tab or a line break. A
// text that has apostrophes before such a beginning gets one more, so that
// Restored gives every text back.
std::string Harmless(std::string_view text);
// The text that Harmless was given.
std::string Restored(std::string_view text);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_HARMLESS_H_
