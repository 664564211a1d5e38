#ifndef SPOTCHECK_CLIENT_IO_SHEET_OUTPUT_H_
#define SPOTCHECK_CLIENT_IO_SHEET_OUTPUT_H_

// Answers as workbooks for people: each section of a view is a sheet, codes are
// texts, words stand in place of codes.

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/io/output.h"
#include "client/xlsx/write.h"

namespace spotcheck::client {

std::string SheetName(const Section& section, Language language);
// The titles of a section's columns, behind those of its context.
std::vector<SheetTitle> SheetTitles(const google::protobuf::Message& answer,
                                    const Section& section, Language language);
// The rows of the answer that the section shows.
absl::Status AddRows(const google::protobuf::Message& answer,
                     const Section& section, Language language,
                     WorkbookWriter& writer);

// The bytes of a workbook with a sheet a section of the view.
absl::StatusOr<std::string> FormatWorkbook(
    const google::protobuf::Message& answer, const View& view,
    Language language);
// The bytes of a workbook with one sheet of one row.
absl::StatusOr<std::string> FormatWorkbook(
    const std::vector<std::string>& titles,
    const std::vector<std::string>& cells);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_SHEET_OUTPUT_H_
