#ifndef SPOTCHECK_CLIENT_IMPORT_EXPLAIN_H_
#define SPOTCHECK_CLIENT_IMPORT_EXPLAIN_H_

// Explains the columns of imports in the words of a form's notes. The help of
// imports and the empty workbooks show the explanations.

#include <string>

#include "absl/status/statusor.h"
#include "client/import/columns.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

// One sentence: how a cell is written, with an example or the words there are.
std::string Explain(const ImportColumn& column, Language language);
// Says in a word if the column must be filled.
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
