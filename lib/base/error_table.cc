#include "lib/base/error_table.h"

#include <utility>

#include "lib/base/beijing_time.h"

namespace spotcheck {
namespace {

using error_table_internal::FindPlace;
using error_table_internal::NextPlace;

using Places = std::initializer_list<ErrorPlace>;

const ErrorPlace* Find(Places places, std::string_view name) {
  for (const ErrorPlace& place : places) {
    if (place.name == name) return &place;
  }
  return nullptr;
}

std::string Fill(std::string_view sentence, Places places,
                 std::string Localized::*language) {
  std::string filled;
  NextPlace at = FindPlace(sentence);
  for (; !at.place.empty(); at = FindPlace(at.after)) {
    filled += at.before;
    if (const ErrorPlace* given = Find(places, at.place)) {
      filled += given->value.words().*language;
    } else {
      filled += "{" + std::string(at.place) + "}";
    }
  }
  filled += at.before;
  return filled;
}

}  // namespace

ErrorValue::ErrorValue(std::string_view text) : metadata_(text) {
  words_.zh = Quotable(*metadata_);
  words_.en = words_.zh;
}
ErrorValue::ErrorValue(const std::string& text)
    : ErrorValue(std::string_view(text)) {}
ErrorValue::ErrorValue(const char* text) : ErrorValue(std::string_view(text)) {}
ErrorValue::ErrorValue(absl::Time time)
    : words_(InBeijing(time)), metadata_(FormatUtcSeconds(time)) {}
ErrorValue::ErrorValue(const CivilDate& day)
    : ErrorValue(std::string_view(day.ToString())) {}
ErrorValue::ErrorValue(Localized words) : words_(std::move(words)) {}

ErrorValue ErrorValue::Whole(std::string text) {
  return Coded(text, {text, text});
}

ErrorValue ErrorValue::Coded(std::string code, Localized words) {
  ErrorValue value(std::move(words));
  value.metadata_ = std::move(code);
  return value;
}

ErrorValue ErrorValue::SentenceOnly(ErrorValue value) {
  value.metadata_.reset();
  return value;
}

absl::Status MakeError(const ErrorRow& row,
                       std::initializer_list<ErrorPlace> places) {
  ErrorMetadata metadata;
  for (const ErrorPlace& place : places) {
    const auto& value = place.value.metadata();
    if (value.has_value()) metadata.emplace(place.name, *value);
  }
  return MakeError(row.code, std::string(row.reason()),
                   {Fill(row.zh, places, &Localized::zh),
                    Fill(row.en, places, &Localized::en)},
                   std::move(metadata));
}

}  // namespace spotcheck
