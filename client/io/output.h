#ifndef SPOTCHECK_CLIENT_IO_OUTPUT_H_
#define SPOTCHECK_CLIENT_IO_OUTPUT_H_

// Answers on standard output, in the form that was asked for; what could not be
// written is an error (lib/cli/errors.h). JSON is the
// answer itself; a table shows the sections a command names; csv is one of
// them, the main one unless a part was asked for, with what its rows stand in
// repeated in every row; jsonl is one object a line of an answer that is one
// list or of the part, else the answer in one line; xlsx is a workbook with a
// sheet a section.

#include <google/protobuf/message.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/io/json_object.h"
#include "client/io/options.h"
#include "client/io/phrase.h"
#include "client/io/width.h"
#include "client/xlsx/write.h"

namespace spotcheck::client {

// `field` as FieldText reads it.
struct Column {
  std::string_view field;
  Phrase title;
};

// The main section is csv's where no part was asked for (of a view without one,
// the first); one aside is shown only where it was asked for.
enum class Place { kPart, kMain, kAside };

// A table within an answer: of the messages at `rows` (RowsAt), or, where that
// is empty, of the answer itself, one field a line. `context` are columns of
// the messages around a row, which only csv repeats.
struct Section {
  Phrase title;
  std::string_view rows;
  std::vector<Column> columns;
  std::vector<Column> context = {};
  Place place = Place::kPart;
};
using View = std::vector<Section>;

// The name that --part gives the section: the last word of `rows`, or
// "summary".
std::string_view PartName(const Section& section);

class Output {
 public:
  Output(Format format, Language language, std::string part = "",
         CsvStyle csv = CsvStyle::kPlain)
      : format_(format),
        language_(language),
        part_(std::move(part)),
        csv_(csv),
        columns_(TerminalColumns()) {}

  // UNKNOWN_PART where the part asked for is none of the view.
  absl::Status Show(const google::protobuf::Message& answer,
                    const View& view) const;
  // Prints an answer that the client made by itself, as pairs of key and value.
  absl::Status Show(const Json& object) const;
  // Prints a text that is the whole answer, as it stands.
  absl::Status ShowText(std::string_view text) const;

  Format format() const { return format_; }
  Language language() const { return language_; }
  const std::string& part() const { return part_; }
  CsvStyle csv() const { return csv_; }
  std::size_t columns() const { return columns_; }  // of the terminal; 0: none

 private:
  Format format_;
  Language language_;
  std::string part_;
  CsvStyle csv_;
  std::size_t columns_;
};

// A list that arrives in pages. In json and in a workbook the pages are joined
// to one answer; in the other forms each page is printed as it comes.
class ListPrinter {
 public:
  // In json and jsonl the rows keep `fields` alone, where there are any.
  ListPrinter(Output output, Section section,
              std::vector<std::string> fields = {});
  absl::Status Page(const google::protobuf::Message& page);
  absl::Status End();

 private:
  absl::Status AddToWorkbook(const google::protobuf::Message& page);
  absl::StatusOr<std::string> ChosenJson(
      const google::protobuf::Message& page) const;

  Output output_;
  Section section_;
  std::vector<std::string> fields_;
  std::unique_ptr<google::protobuf::Message> joined_;  // in json
  std::optional<WorkbookWriter> workbook_;
  std::vector<std::size_t> widths_;  // of the table's columns, by first page
  bool header_printed_ = false;
};

// A table of texts that fits into `columns` (0: any number), with blanks
// between the columns, each as wide as its widest cell on a terminal; the first
// row is the header.
std::string FormatTable(const std::vector<std::vector<std::string>>& rows,
                        std::size_t columns = 0);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_OUTPUT_H_
