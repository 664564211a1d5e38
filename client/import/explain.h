#ifndef SPOTCHECK_CLIENT_IMPORT_EXPLAIN_H_
#define SPOTCHECK_CLIENT_IMPORT_EXPLAIN_H_

// What is to be written into a column, in the words of a form's notes: for the
// help of imports and for empty workbooks.

#include <string>

#include "absl/status/statusor.h"
#include "client/import/columns.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

// One sentence: how a cell is written, with an example or the words there are.
std::string Explain(const ImportColumn& column, Language language);
// Whether the column must be filled.
std::string NeedInWords(const ImportColumn& column, Language language);
// Other names that files give the column, with its field's name.
std::string NamesInFiles(const ImportColumn& column);

// The columns for an import's help, one a line, under a heading.
std::string FormatColumns(const ImportTable& table, Language language);

// The bytes of an empty workbook for the table: a sheet whose header explains
// itself, required columns marked *, and a sheet of notes.
absl::StatusOr<std::string> EmptyWorkbook(const ImportTable& table,
                                          Language language);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_EXPLAIN_H_
