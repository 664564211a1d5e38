#include "server/rulebook/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"

namespace spotcheck::server {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    {"NO_RULE_FILES", kNotFound, "规则目录 {folder} 中没有 *.txtpb 文件",
     "the rules' folder {folder} holds no *.txtpb file"},
    {"RULE_FILE_SYNTAX", kInvalidArgument, "规则文件 {place}：{fault}",
     "rule file {place}: {fault}"},
    {"RULE_FIELD_INVALID", kInvalidArgument,
     "规则文件 {place}：字段 {field} 缺失或取值不当",
     "rule file {place}: the field {field} is missing or has a value that "
     "cannot stand"},
    {"RULE_NUMBER_OUT_OF_RANGE", kInvalidArgument,
     "规则文件 {place}：字段 {field} 为 {value}，应在 {least} 至 {limit} 之间",
     "rule file {place}: the field {field} is {value}; it must lie in "
     "{least}…{limit}"},
    {"RULE_PART_MISSING", kInvalidArgument, "全部规则文件中缺少 {field}",
     "no rule file has the part {field}"},
    {"RULE_PART_REPEATED", kInvalidArgument,
     "规则文件 {place}：{field} 在全部文件中只能出现一次",
     "rule file {place}: {field} must stand once in all files together"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

// The place that a sentence names as FILE:LINE.
ErrorValue At(const RulePlace& place) {
  return ErrorValue::SentenceOnly(ErrorValue::Whole(
      place.line == 0 ? place.file
                      : absl::StrCat(place.file, ":", place.line)));
}

}  // namespace

std::span<const ErrorRow> RulebookErrorRows() { return kErrors; }

absl::Status NoRuleFiles(const std::string& folder) {
  return MakeError(Row("NO_RULE_FILES"),
                   {{"folder", ErrorValue::Whole(folder)}});
}
absl::Status RuleFileSyntax(const RulePlace& place, const std::string& fault) {
  return MakeError(Row("RULE_FILE_SYNTAX"),
                   {{"place", At(place)},
                    {"file", place.file},
                    {"line", place.line},
                    {"fault", ErrorValue::SentenceOnly(fault)}});
}
absl::Status RuleFieldInvalid(const RulePlace& place,
                              const std::string& field) {
  return MakeError(Row("RULE_FIELD_INVALID"), {{"place", At(place)},
                                               {"file", place.file},
                                               {"line", place.line},
                                               {"field", field}});
}
absl::Status RuleNumberOutOfRange(const RulePlace& place,
                                  const RuleNumber& number) {
  return MakeError(Row("RULE_NUMBER_OUT_OF_RANGE"),
                   {{"place", At(place)},
                    {"file", place.file},
                    {"line", place.line},
                    {"field", number.field},
                    {"value", number.value},
                    {"least", ErrorValue::SentenceOnly(number.least)},
                    {"limit", number.most}});
}
absl::Status RulePartMissing(std::string_view part) {
  return MakeError(Row("RULE_PART_MISSING"), {{"field", part}});
}
absl::Status RulePartRepeated(const RulePlace& place, std::string_view part) {
  return MakeError(Row("RULE_PART_REPEATED"), {{"place", At(place)},
                                               {"file", place.file},
                                               {"line", place.line},
                                               {"field", part}});
}

}  // namespace spotcheck::server
