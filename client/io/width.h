#ifndef SPOTCHECK_CLIENT_IO_WIDTH_H_
#define SPOTCHECK_CLIENT_IO_WIDTH_H_

// Measures the room that text takes on a terminal: Chinese characters and
// full-width forms take two columns, combining characters none (Unicode, East
// Asian Width).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spotcheck::client {

// In columns. Control characters count one: ForTerminal shows them so.
std::size_t DisplayWidth(std::string_view text);

// The text with every control character, and every byte that is not UTF-8,
// replaced: what a register holds must not steer the terminal it is shown on.
std::string ForTerminal(std::string_view text);

// Cuts a text that is wider than `columns` and ends it with an ellipsis.
std::string CutTo(std::string text, std::size_t columns);

// Counts the columns of the terminal behind standard output; 0 if there is no
// terminal.
std::size_t TerminalColumns();

// Makes the widths of a table's columns, with `gap` between two, fit into
// `room`: the widest give way first, the first column and narrow ones never do.
// A room of 0 has no end.
std::vector<std::size_t> FitWidths(std::vector<std::size_t> widths,
                                   std::size_t gap, std::size_t room);

// Blanks added on the right up to `columns`.
std::string PadRight(std::string text, std::size_t columns);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_WIDTH_H_
