#include "lib/rules/bundle/errors.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/error_kinds.h"

namespace spotcheck::rules::bundle_errors {
namespace {

using absl::StrCat;
using error_kinds::Invalid;

constexpr char kDrawJson[] = "draw.json";

// "file line n" in the two languages.
Localized Where(Place place) {
  const std::string file(place.file);
  return {StrCat(file, " 第 ", place.line, " 行"),
          StrCat(file, " line ", place.line)};
}

absl::Status AtLine(Place place, std::string reason, Localized message,
                    ErrorMetadata metadata = {}) {
  const Localized where = Where(place);
  metadata.emplace("file", std::string(place.file));
  metadata.emplace("line", StrCat(place.line));
  return Invalid(
      std::move(reason),
      {StrCat(where.zh, ":", message.zh), StrCat(where.en, ": ", message.en)},
      std::move(metadata));
}

absl::Status AtField(const std::string& field, std::string reason,
                     Localized message, ErrorMetadata metadata = {}) {
  metadata.emplace("file", kDrawJson);
  metadata.emplace("field", field);
  return Invalid(std::move(reason),
                 {StrCat(kDrawJson, " ", field, ":", message.zh),
                  StrCat(kDrawJson, " ", field, ": ", message.en)},
                 std::move(metadata));
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

absl::Status FileMissing(const std::string& file) {
  return Invalid("BUNDLE_FILE_MISSING",
                 {StrCat("缺少文件 ", file), StrCat(file, " is missing")},
                 {{"file", file}});
}

absl::Status FileUnknown(const std::string& file) {
  const std::string name = Quotable(file);
  return Invalid("BUNDLE_FILE_UNKNOWN",
                 {StrCat("存在不属于抽查包的文件 ", name),
                  StrCat(name, " is no file of a bundle")},
                 {{"file", file}});
}

absl::Status LineFeedMissing(std::string_view file) {
  const std::string name(file);
  return Invalid("BUNDLE_LINE_FEED_MISSING",
                 {StrCat(name, " 最后一行没有换行符"),
                  StrCat(name, " does not end with a line feed")},
                 {{"file", name}});
}

absl::Status LineShape(Place place, std::string_view expected) {
  const std::string shape(expected);
  return AtLine(place, "BUNDLE_LINE_SHAPE",
                {StrCat("应为以制表符分隔的 ", shape),
                 StrCat("expected tab-separated ", shape)},
                {{"limit", shape}});
}

absl::Status LineValue(Place place, const FieldText& found) {
  return AtLine(place, "BUNDLE_LINE_VALUE",
                {StrCat(found.field, " 不合规定:“", Quotable(found.value), "”"),
                 StrCat(found.field, " is outside the protocol's grammar: \"",
                        Quotable(found.value), "\"")},
                {{"field", found.field}, {"value", found.value}});
}

absl::Status LineCategory(Place place, const std::string& category) {
  return AtLine(
      place, "BUNDLE_LINE_CATEGORY",
      {StrCat("类别“", Quotable(category), "”不在抽查方案中"),
       StrCat("category \"", Quotable(category), "\" is not the plan's")},
      {{"field", "category"}, {"value", category}});
}

absl::Status LineOrder(Place place) {
  return AtLine(place, "BUNDLE_LINE_ORDER",
                {"未按字节严格升序", "not strictly ascending by bytes"});
}

absl::Status RowRepeated(Place place, const std::string& key) {
  return AtLine(place, "BUNDLE_ROW_REPEATED",
                {StrCat(key, " 重复"), StrCat(key, " is repeated")},
                {{"value", key}});
}

absl::Status CapacityMissing(Place place, const std::string& id) {
  return AtLine(
      place, "BUNDLE_CAPACITY_MISSING",
      {StrCat(id, " 没有 CAPACITY 行"), StrCat(id, " has no CAPACITY line")},
      {{"value", id}});
}

absl::Status JsonSyntax(std::int64_t line) {
  return AtLine({kDrawJson, line}, "BUNDLE_JSON_SYNTAX",
                {"不是合法的 JSON", "not valid JSON"});
}

absl::Status JsonDepth(std::int64_t limit) {
  return Invalid("BUNDLE_JSON_DEPTH",
                 {StrCat("draw.json 嵌套超过 ", limit, " 层"),
                  StrCat("draw.json is nested deeper than ", limit)},
                 {{"file", kDrawJson}, {"limit", StrCat(limit)}});
}

absl::Status FieldRepeated(const std::string& field) {
  return AtField(field, "BUNDLE_FIELD_REPEATED",
                 {"字段重复", "the field is repeated"});
}

absl::Status FieldUnknown(const std::string& field) {
  return AtField(field, "BUNDLE_FIELD_UNKNOWN",
                 {"未知字段", "the field is unknown"});
}

absl::Status FieldMissing(const std::string& field) {
  return AtField(field, "BUNDLE_FIELD_MISSING",
                 {"缺少字段", "the field is missing"});
}

absl::Status FieldType(JsonType expected, const std::string& field) {
  const Localized type = TypeName(expected);
  return AtField(field, "BUNDLE_FIELD_TYPE",
                 {StrCat("类型应为", type.zh), StrCat("expected ", type.en)},
                 {{"limit", type.en}});
}

absl::Status FieldValue(const FieldText& found) {
  return AtField(found.field, "BUNDLE_FIELD_VALUE",
                 {StrCat("值不合规定:“", Quotable(found.value), "”"),
                  StrCat("outside the protocol's grammar: \"",
                         Quotable(found.value), "\"")},
                 {{"value", found.value}});
}

absl::Status Differs(const Difference& difference) {
  const std::string declared = Quotable(difference.declared);
  const std::string computed = Quotable(difference.computed);
  Localized more;
  if (difference.further > 0) {
    more = {StrCat(";另有 ", difference.further, " 处不同"),
            StrCat("; ", difference.further, " more differences")};
  }
  return AtField(difference.field, "BUNDLE_DIFFERS",
                 {StrCat("包中为 ", declared, ",重算为 ", computed, more.zh),
                  StrCat("the bundle says ", declared, ", recomputed ",
                         computed, more.en)},
                 {{"value", declared}, {"computed", computed}});
}

absl::Status SignatureInvalid(std::int64_t witness) {
  return AtField(StrCat("witnesses[", witness, "].signature"),
                 "BUNDLE_SIGNATURE_INVALID",
                 {"见证人签名无效", "the witness's signature is not valid"});
}

absl::Status ReplacementPlan(const std::string& field) {
  return AtField(field, "BUNDLE_REPLACEMENT_PLAN",
                 {"补抽方案只可改动 as_of、deadline 和 sample_size",
                  "a replacement's plan may differ only in as_of, deadline and "
                  "sample_size"});
}

absl::Status ReplacementAttempt(const std::string& field) {
  return AtField(field, "BUNDLE_REPLACEMENT_ATTEMPT",
                 {"后一包不是同一任务更晚的一次抽取",
                  "the later bundle is no later attempt of the same task"});
}

absl::Status ReplacementRedraws(const std::string& usci) {
  return Invalid("BUNDLE_REPLACEMENT_REDRAWS",
                 {StrCat("企业 ", usci, " 已在前一次抽中,又列为可抽"),
                  StrCat("enterprise ", usci,
                         " was drawn by the earlier attempt and stands as "
                         "ELIGIBLE again")},
                 {{"file", "frame.tsv"}, {"usci", usci}});
}

}  // namespace spotcheck::rules::bundle_errors
