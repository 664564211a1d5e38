#ifndef SPOTCHECK_CLIENT_IMPORT_SUMMARY_H_
#define SPOTCHECK_CLIENT_IMPORT_SUMMARY_H_

// The sum of an import's answers: how many rows were new, changed, refused, and
// by field or word what else the reader must know.

#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/import/columns.h"
#include "client/io/json_object.h"
#include "client/io/options.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

class ImportSummary {
 public:
  // `response` is the kind of message that the batches answer; only what it has
  // is shown.
  ImportSummary(const ImportTable& table,
                const google::protobuf::Descriptor& response)
      : table_(table), response_(response) {}

  void Add(const google::protobuf::Message& response);
  void AddRefused(std::int64_t rows) { counts_["refused"] += rows; }
  // All rows of the file, those that never reached the server too.
  void SetRead(std::int64_t rows) { counts_["read"] = rows; }

  std::int64_t Count(const std::string& name) const;

  // A cell, not a required one, that cannot be read; it counts as empty.
  void AddUnreadValue(std::string_view field) {
    ++unread_values_[std::string(field)];
  }
  // A column of the file that looks like one of the table's and is not read.
  void AddUnread(std::string name) { unread_.push_back(std::move(name)); }

  struct Style {
    Format format = Format::kTable;
    Language language = Language::kEn;
  };
  // Counts by field or word are lists of objects in JSON, most rows first, and
  // one text elsewhere.
  Json Show(const Style& style) const;

 private:
  using Tally = std::map<std::string, std::int64_t>;

  std::string TitleOf(const std::string& key, const Style& style) const;
  Json ShowTally(std::string_view key_field, const Tally& tally,
                 const Style& style) const;

  const ImportTable& table_;
  const google::protobuf::Descriptor& response_;
  Tally counts_;
  std::map<std::string, Tally> tallies_;  // by field of the answer
  Tally unread_values_;                   // by field
  std::vector<std::string> unread_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_SUMMARY_H_
