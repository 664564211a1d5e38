#ifndef SPOTCHECK_CLIENT_OUTPUT_H_
#define SPOTCHECK_CLIENT_OUTPUT_H_

// Answers on standard output, in the form that was asked for. JSON is the
// answer itself; a table shows the columns a command names; csv is the first
// section of these columns; jsonl is one object a line of an answer that is one
// list, else the answer in one line.

#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "client/json_object.h"
#include "client/options.h"
#include "client/phrase.h"

namespace spotcheck::client {

// `field` as FieldText reads it.
struct Column {
  std::string_view field;
  Phrase title;
};

// A table within an answer: of the messages at `rows` (RowsAt), or, where that
// is empty, of the answer itself, one field a line.
struct Section {
  Phrase title;
  std::string_view rows;
  std::vector<Column> columns;
};
using View = std::vector<Section>;

class Output {
 public:
  Output(Format format, Language language)
      : format_(format), language_(language) {}

  absl::Status Show(const google::protobuf::Message& answer,
                    const View& view) const;
  // What no server answered: pairs, in the table with their keys.
  void Show(const Json& object) const;
  // Text that is an answer by itself, as it stands.
  void ShowText(std::string_view text) const;

  Format format() const { return format_; }
  Language language() const { return language_; }

 private:
  Format format_;
  Language language_;
};

// A list that arrives in pages. In json the pages are joined to one answer; in
// the other forms each page is printed as it comes.
class ListPrinter {
 public:
  ListPrinter(Output output, Section section);
  absl::Status Page(const google::protobuf::Message& page);
  absl::Status End();

 private:
  Output output_;
  Section section_;
  std::unique_ptr<google::protobuf::Message> joined_;  // in json
  std::vector<std::size_t> widths_;  // of the table's columns, by first page
  bool header_printed_ = false;
};

// A table of texts with blanks between the columns, each as wide as its widest
// cell on a terminal; the first row is the header.
std::string FormatTable(const std::vector<std::vector<std::string>>& rows);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_OUTPUT_H_
