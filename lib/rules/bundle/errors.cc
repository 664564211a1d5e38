#include "lib/rules/bundle/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"

namespace spotcheck::rules::bundle_errors {
namespace {

using enum absl::StatusCode;

constexpr char kDrawJson[] = "draw.json";

constexpr ErrorRow kErrors[] = {
    // Files.
    {"BUNDLE_FILE_MISSING", kInvalidArgument, "缺少文件 {file}",
     "{file} is missing"},
    {"BUNDLE_FILE_UNKNOWN", kInvalidArgument, "存在不属于抽查包的文件 {file}",
     "{file} is no file of a bundle"},
    // Lines of a TSV file.
    {"BUNDLE_LINE_FEED_MISSING", kInvalidArgument, "{file} 最后一行没有换行符",
     "{file} does not end with a line feed"},
    {"BUNDLE_LINE_SHAPE", kInvalidArgument,
     "{file} 第 {line} 行:应为以制表符分隔的 {limit}",
     "{file} line {line}: expected tab-separated {limit}"},
    {"BUNDLE_LINE_VALUE", kInvalidArgument,
     "{file} 第 {line} 行:{field} 不合规定:“{value}”",
     "{file} line {line}: {field} is outside the protocol's grammar: "
     "\"{value}\""},
    {"BUNDLE_LINE_CATEGORY", kInvalidArgument,
     "{file} 第 {line} 行:类别“{value}”不在抽查方案中",
     "{file} line {line}: category \"{value}\" is not the plan's"},
    {"BUNDLE_LINE_ORDER", kInvalidArgument,
     "{file} 第 {line} 行:未按字节严格升序",
     "{file} line {line}: not strictly ascending by bytes"},
    {"BUNDLE_ROW_REPEATED", kInvalidArgument,
     "{file} 第 {line} 行:{value} 重复",
     "{file} line {line}: {value} is repeated"},
    {"BUNDLE_CAPACITY_MISSING", kInvalidArgument,
     "{file} 第 {line} 行:{value} 没有 CAPACITY 行",
     "{file} line {line}: {value} has no CAPACITY line"},
    // Fields of draw.json.
    {"BUNDLE_JSON_SYNTAX", kInvalidArgument,
     "{file} 第 {line} 行:不是合法的 JSON",
     "{file} line {line}: not valid JSON"},
    {"BUNDLE_JSON_DEPTH", kInvalidArgument, "{file} 嵌套超过 {limit} 层",
     "{file} is nested deeper than {limit}"},
    {"BUNDLE_FIELD_REPEATED", kInvalidArgument, "{file} {field}:字段重复",
     "{file} {field}: the field is repeated"},
    {"BUNDLE_FIELD_UNKNOWN", kInvalidArgument, "{file} {field}:未知字段",
     "{file} {field}: the field is unknown"},
    {"BUNDLE_FIELD_MISSING", kInvalidArgument, "{file} {field}:缺少字段",
     "{file} {field}: the field is missing"},
    {"BUNDLE_FIELD_TYPE", kInvalidArgument, "{file} {field}:类型应为{limit}",
     "{file} {field}: expected {limit}"},
    {"BUNDLE_FIELD_VALUE", kInvalidArgument,
     "{file} {field}:值不合规定:“{value}”",
     "{file} {field}: outside the protocol's grammar: \"{value}\""},
    // Findings of a verification.
    {"BUNDLE_DIFFERS", kInvalidArgument,
     "{file} {field}:包中为 {value},重算为 {computed}{further}",
     "{file} {field}: the bundle says {value}, recomputed {computed}{further}"},
    {"BUNDLE_SIGNATURE_INVALID", kInvalidArgument,
     "{file} {field}:见证人签名无效",
     "{file} {field}: the witness's signature is not valid"},
    {"BUNDLE_REPLACEMENT_PLAN", kInvalidArgument,
     "{file} {field}:补抽方案只可改动 as_of、deadline 和 sample_size",
     "{file} {field}: a replacement's plan may differ only in as_of, deadline "
     "and sample_size"},
    {"BUNDLE_REPLACEMENT_ATTEMPT", kInvalidArgument,
     "{file} {field}:后一包不是同一任务更晚的一次抽取",
     "{file} {field}: the later bundle is no later attempt of the same task"},
    {"BUNDLE_REPLACEMENT_REDRAWS", kInvalidArgument,
     "企业 {usci} 已在前一次抽中,又列为可抽",
     "enterprise {usci} was drawn by the earlier attempt and stands as "
     "ELIGIBLE again"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

Localized TypeName(JsonType type) {
  switch (type) {
    case JsonType::kObject:
      return {"对象", "an object"};
    case JsonType::kArray:
      return {"数组", "an array"};
    case JsonType::kString:
      return {"字符串", "a string"};
    case JsonType::kNumber:
      return {"无符号、小数和指数的数",
              "a number without sign, fraction or exponent"};
  }
  return {};
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status FileMissing(const std::string& file) {
  return MakeError(Row("BUNDLE_FILE_MISSING"), {{"file", file}});
}
absl::Status FileUnknown(const std::string& file) {
  return MakeError(Row("BUNDLE_FILE_UNKNOWN"), {{"file", file}});
}
absl::Status LineFeedMissing(std::string_view file) {
  return MakeError(Row("BUNDLE_LINE_FEED_MISSING"), {{"file", file}});
}
absl::Status LineShape(Place place, std::string_view expected) {
  return MakeError(
      Row("BUNDLE_LINE_SHAPE"),
      {{"file", place.file}, {"line", place.line}, {"limit", expected}});
}
absl::Status LineValue(Place place, const FieldText& found) {
  return MakeError(Row("BUNDLE_LINE_VALUE"), {{"file", place.file},
                                              {"line", place.line},
                                              {"field", found.field},
                                              {"value", found.value}});
}
absl::Status LineCategory(Place place, const std::string& category) {
  return MakeError(Row("BUNDLE_LINE_CATEGORY"), {{"file", place.file},
                                                 {"line", place.line},
                                                 {"field", "category"},
                                                 {"value", category}});
}
absl::Status LineOrder(Place place) {
  return MakeError(Row("BUNDLE_LINE_ORDER"),
                   {{"file", place.file}, {"line", place.line}});
}
absl::Status RowRepeated(Place place, const std::string& key) {
  return MakeError(
      Row("BUNDLE_ROW_REPEATED"),
      {{"file", place.file}, {"line", place.line}, {"value", key}});
}
absl::Status CapacityMissing(Place place, const std::string& id) {
  return MakeError(Row("BUNDLE_CAPACITY_MISSING"),
                   {{"file", place.file}, {"line", place.line}, {"value", id}});
}
absl::Status JsonSyntax(std::int64_t line) {
  return MakeError(Row("BUNDLE_JSON_SYNTAX"),
                   {{"file", kDrawJson}, {"line", line}});
}
absl::Status JsonDepth(std::int64_t limit) {
  return MakeError(Row("BUNDLE_JSON_DEPTH"),
                   {{"file", kDrawJson}, {"limit", limit}});
}
absl::Status FieldRepeated(const std::string& field) {
  return MakeError(Row("BUNDLE_FIELD_REPEATED"),
                   {{"file", kDrawJson}, {"field", field}});
}
absl::Status FieldUnknown(const std::string& field) {
  return MakeError(Row("BUNDLE_FIELD_UNKNOWN"),
                   {{"file", kDrawJson}, {"field", field}});
}
absl::Status FieldMissing(const std::string& field) {
  return MakeError(Row("BUNDLE_FIELD_MISSING"),
                   {{"file", kDrawJson}, {"field", field}});
}
absl::Status FieldType(JsonType expected, const std::string& field) {
  const Localized type = TypeName(expected);
  return MakeError(Row("BUNDLE_FIELD_TYPE"),
                   {{"file", kDrawJson},
                    {"field", field},
                    {"limit", ErrorValue::Coded(type.en, type)}});
}
absl::Status FieldValue(const FieldText& found) {
  return MakeError(
      Row("BUNDLE_FIELD_VALUE"),
      {{"file", kDrawJson}, {"field", found.field}, {"value", found.value}});
}
absl::Status Differs(const Difference& difference) {
  Localized further;
  if (difference.further > 0) {
    further = {absl::StrCat(";另有 ", difference.further, " 处不同"),
               absl::StrCat("; ", difference.further, " more differences")};
  }
  return MakeError(Row("BUNDLE_DIFFERS"), {{"file", kDrawJson},
                                           {"field", difference.field},
                                           {"value", difference.declared},
                                           {"computed", difference.computed},
                                           {"further", further}});
}
absl::Status SignatureInvalid(std::int64_t witness) {
  return MakeError(
      Row("BUNDLE_SIGNATURE_INVALID"),
      {{"file", kDrawJson},
       {"field", absl::StrCat("witnesses[", witness, "].signature")}});
}
absl::Status ReplacementPlan(const std::string& field) {
  return MakeError(Row("BUNDLE_REPLACEMENT_PLAN"),
                   {{"file", kDrawJson}, {"field", field}});
}
absl::Status ReplacementAttempt(const std::string& field) {
  return MakeError(Row("BUNDLE_REPLACEMENT_ATTEMPT"),
                   {{"file", kDrawJson}, {"field", field}});
}
absl::Status ReplacementRedraws(const std::string& usci) {
  return MakeError(Row("BUNDLE_REPLACEMENT_REDRAWS"),
                   {{"file", "frame.tsv"}, {"usci", usci}});
}

}  // namespace spotcheck::rules::bundle_errors
