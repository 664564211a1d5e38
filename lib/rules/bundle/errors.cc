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
