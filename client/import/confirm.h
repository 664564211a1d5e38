#ifndef SPOTCHECK_CLIENT_IMPORT_CONFIRM_H_
#define SPOTCHECK_CLIENT_IMPORT_CONFIRM_H_

// The column in which a person confirms the rows of a proposal
// (import/bulletin.h). A file that has it is imported only as far as it says
// yes.

#include <string>
#include <string_view>

namespace spotcheck::client {

inline constexpr std::string_view kConfirmColumn =
    "确认(是=导入) confirmed(yes=import)";
// True if the file calls a column by the name of the confirming one.
bool IsConfirmColumn(std::string_view name);
// True if the cell says yes: 是, yes, y, 1, √.
bool SaysYes(std::string_view cell);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_CONFIRM_H_
