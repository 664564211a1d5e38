#include "client/import/summary.h"

#include <algorithm>

#include "absl/strings/str_join.h"

namespace spotcheck::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// In the order the summary shows them.
constexpr const char* kCounts[] = {
    "read",   "new",       "changed",   "unchanged",       "refused",
    "filled", "new_lines", "proposals", "severity_assumed"};

// Lists of pairs: what the rows are counted by, and how many there are.
struct TallyField {
  const char* name;
  const char* key;
};
constexpr TallyField kTallies[] = {
    {"restored", "field"}, {"lost", "field"}, {"unknown_states", "word"}};

// A file whose states are addresses has a word a row.
constexpr std::size_t kShownWords = 20;

bool IsJson(const ImportSummary::Style& style) {
  return style.format == Format::kJson || style.format == Format::kJsonLines;
}

}  // namespace

void ImportSummary::Add(const Message& response) {
  const auto& reflection = *response.GetReflection();
  for (const char* name : kCounts) {
    const FieldDescriptor* field = response_.FindFieldByName(name);
    if (field == nullptr) continue;
    counts_[name] += reflection.GetInt32(response, field);
  }
  for (const TallyField& tally : kTallies) {
    const FieldDescriptor* field = response_.FindFieldByName(tally.name);
    if (field == nullptr) continue;
    for (int i = 0; i < reflection.FieldSize(response, field); ++i) {
      const Message& pair = reflection.GetRepeatedMessage(response, field, i);
      const auto& type = *pair.GetDescriptor();
      const std::string key = pair.GetReflection()->GetString(
          pair, type.FindFieldByName(tally.key));
      tallies_[tally.name][key] +=
          pair.GetReflection()->GetInt32(pair, type.FindFieldByName("rows"));
    }
  }
}

std::int64_t ImportSummary::Count(const std::string& name) const {
  const auto found = counts_.find(name);
  return found == counts_.end() ? 0 : found->second;
}

std::string ImportSummary::TitleOf(const std::string& key,
                                   const Style& style) const {
  const std::size_t at = table_.IndexOf(key);
  const bool in_words =
      style.format == Format::kTable && style.language == Language::kZh;
  if (!in_words || at == table_.columns.size()) return key;
  return std::string(table_.columns[at].header);
}

Json ImportSummary::ShowTally(std::string_view key_field, const Tally& tally,
                              const Style& style) const {
  std::vector<std::pair<std::string, std::int64_t>> rows(tally.begin(),
                                                         tally.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second > b.second;
  });
  if (IsJson(style)) {
    Json list = Json::array();
    for (const auto& [key, count] : rows) {
      list.push_back({{std::string(key_field), key}, {"rows", count}});
    }
    return list;
  }
  std::string text;
  for (std::size_t i = 0; i < rows.size() && i < kShownWords; ++i) {
    if (i > 0) text += "; ";
    text +=
        TitleOf(rows[i].first, style) + " " + std::to_string(rows[i].second);
  }
  if (rows.size() > kShownWords) text += "; …";
  return text;
}

Json ImportSummary::Show(const Style& style) const {
  Json summary;
  for (const char* name : kCounts) {
    if (response_.FindFieldByName(name) == nullptr) continue;
    summary[name] = Count(name);
  }
  for (const TallyField& tally : kTallies) {
    if (response_.FindFieldByName(tally.name) == nullptr) continue;
    const auto found = tallies_.find(tally.name);
    summary[tally.name] = ShowTally(
        tally.key, found == tallies_.end() ? Tally() : found->second, style);
  }
  if (!unread_values_.empty()) {
    summary["unread_values"] = ShowTally("field", unread_values_, style);
  }
  if (IsJson(style)) {
    summary["unread_columns"] = unread_;
  } else {
    summary["unread_columns"] = absl::StrJoin(unread_, "; ");
  }
  return summary;
}

}  // namespace spotcheck::client
