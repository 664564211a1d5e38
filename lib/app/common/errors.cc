#include "lib/app/common/errors.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/error_kinds.h"
#include "lib/base/text.h"

namespace spotcheck::app::register_errors {
namespace {

using absl::StatusCode;
using absl::StrCat;
using error_kinds::Invalid;
using error_kinds::NotFound;

absl::Status OutOfRange(std::string reason, Localized message,
                        ErrorMetadata metadata) {
  return MakeError(StatusCode::kOutOfRange, std::move(reason),
                   std::move(message), std::move(metadata));
}

std::string Name(FieldName field) { return std::string(field.text); }

}  // namespace

absl::Status TooManyRows(std::int64_t rows, std::int64_t limit) {
  return Invalid(
      "TOO_MANY_ROWS",
      {StrCat("一次最多导入 ", limit, " 行,给出了 ", rows, " 行"),
       StrCat("at most ", limit, " rows at a time; given were ", rows)},
      {{"field", "rows"}, {"value", StrCat(rows)}, {"limit", StrCat(limit)}});
}

absl::Status InvalidPageSize(std::int64_t size, std::int64_t limit) {
  return Invalid("INVALID_PAGE_SIZE",
                 {StrCat("page_size 为 ", size, ",应在 0 至 ", limit, " 之间"),
                  StrCat("page_size is ", size, "; it must lie in 0…", limit)},
                 {{"field", "page_size"},
                  {"value", StrCat(size)},
                  {"limit", StrCat(limit)}});
}

absl::Status InvalidPageToken() {
  return Invalid("INVALID_PAGE_TOKEN",
                 {"page_token 不是同一查询上一页给出的",
                  "page_token is not from the answer before to the same "
                  "question"},
                 {{"field", "page_token"}});
}

absl::Status FieldMissing(FieldName field) {
  return Invalid(
      "FIELD_MISSING",
      {StrCat("缺少 ", Name(field)), StrCat(Name(field), " is missing")},
      {{"field", Name(field)}});
}

absl::Status FieldNotUtf8(FieldName field) {
  return Invalid("FIELD_NOT_UTF8",
                 {StrCat(Name(field), " 不是有效的 UTF-8 文本"),
                  StrCat(Name(field), " is not valid UTF-8")},
                 {{"field", Name(field)}});
}

absl::Status FieldTooLong(FieldName field, std::int64_t length,
                          std::int64_t limit) {
  return Invalid(
      "FIELD_TOO_LONG",
      {StrCat(Name(field), " 长 ", length, " 字,不得超过 ", limit, " 字"),
       StrCat(Name(field), " has ", length, " characters; the limit is ",
              limit)},
      {{"field", Name(field)},
       {"value", StrCat(length)},
       {"limit", StrCat(limit)}});
}

absl::Status FieldControlCharacter(FieldName field, char32_t found) {
  const std::string name = CodePointName(found);
  return Invalid(
      "FIELD_CONTROL_CHARACTER",
      {StrCat(Name(field), " 含有控制字符或不可见字符 ", name),
       StrCat(Name(field), " holds the control or invisible character ", name)},
      {{"field", Name(field)}, {"value", name}});
}

absl::Status InvalidRegistrationDate(const std::string& value) {
  return Invalid(
      "INVALID_REGISTRATION_DATE",
      {StrCat("注册日期“", Quotable(value),
              "”不是实际存在的日期，应写作 2017-05-17、2017/5/17、2017.5.17 "
              "或 2017年5月17日"),
       StrCat("the registration date \"", Quotable(value),
              "\" is no existing day written 2017-05-17, 2017/5/17, 2017.5.17 "
              "or 2017年5月17日")},
      {{"field", "registered_on"}, {"value", value}});
}

absl::Status RegisteredInFuture(CivilDate day, CivilDate today) {
  const std::string value = day.ToString();
  const std::string limit = today.ToString();
  return Invalid(
      "REGISTERED_IN_FUTURE",
      {StrCat("注册日期 ", value, " 晚于今天 ", limit),
       StrCat("the registration date ", value, " is later than today, ",
              limit)},
      {{"field", "registered_on"}, {"value", value}, {"limit", limit}});
}

absl::Status InvalidCapacity(const std::string& value, std::int64_t limit) {
  return Invalid(
      "INVALID_CAPACITY",
      {StrCat("能力“", Quotable(value), "”不是 1 至 ", limit, " 的整数"),
       StrCat("the capacity \"", Quotable(value),
              "\" is not a whole number in 1…", limit)},
      {{"field", "capacity"}, {"value", value}, {"limit", StrCat(limit)}});
}

absl::Status InvalidBadgeNumber(const std::string& value) {
  return Invalid("INVALID_BADGE_NUMBER",
                 {StrCat("执法证号“", Quotable(value),
                         "”应为 1 至 64 个字母、数字或 . _ -"),
                  StrCat("the badge number \"", Quotable(value),
                         "\" is not 1–64 letters, digits or . _ -")},
                 {{"field", "inspector_id"}, {"value", value}});
}

absl::Status InvalidListedCode(FieldName field, const absl::Status& why) {
  ErrorInfo info = GetErrorInfo(why);
  info.metadata["field"] = Name(field);
  return Invalid("INVALID_LISTED_CODE",
                 {StrCat(Name(field), " 中的代码有误:", info.message.zh),
                  StrCat("a code in ", Name(field), ": ", info.message.en)},
                 std::move(info.metadata));
}

absl::Status TooManyListed(FieldName field, std::int64_t count,
                           std::int64_t limit) {
  return Invalid(
      "TOO_MANY_LISTED",
      {StrCat(Name(field), " 列出了 ", count, " 项,不得超过 ", limit, " 项"),
       StrCat(Name(field), " lists ", count, " entries; the limit is ", limit)},
      {{"field", Name(field)},
       {"value", StrCat(count)},
       {"limit", StrCat(limit)}});
}

absl::Status LabWithoutCategory() {
  return Invalid("LAB_WITHOUT_CATEGORY",
                 {"检验机构没有承检类别", "the laboratory tests no category"},
                 {{"field", "categories"}});
}

absl::Status UnknownEnterprise(const Usci& usci) {
  return Invalid(
      "UNKNOWN_ENTERPRISE",
      {StrCat("企业 ", usci.str(), " 不在企业名录中"),
       StrCat("the register of enterprises does not hold ", usci.str())},
      {{"field", "usci"}, {"value", usci.str()}});
}

absl::Status EnterpriseNotFound(const Usci& usci) {
  return NotFound("ENTERPRISE_NOT_FOUND",
                  {StrCat("没有企业 ", usci.str()),
                   StrCat("there is no enterprise ", usci.str())},
                  {{"resource", StrCat("enterprises/", usci.str())}});
}

absl::Status ProductNotFound(const Usci& usci, const LineId& line) {
  const std::string shown = Quotable(line.str());
  return NotFound(
      "PRODUCT_NOT_FOUND",
      {StrCat("企业 ", usci.str(), " 没有产品 ", shown),
       StrCat("enterprise ", usci.str(), " has no product line ", shown)},
      {{"resource", StrCat("enterprises/", usci.str(), "/lines/", shown)}});
}

absl::Status LabNotFound(const LabId& lab) {
  const std::string shown = Quotable(lab.str());
  return NotFound("LAB_NOT_FOUND",
                  {StrCat("没有检验机构 ", shown),
                   StrCat("there is no laboratory ", shown)},
                  {{"resource", StrCat("labs/", shown)}});
}

absl::Status InspectorNotFound(const InspectorId& inspector) {
  const std::string shown = Quotable(inspector.str());
  return NotFound(
      "INSPECTOR_NOT_FOUND",
      {StrCat("没有检查人员 ", shown), StrCat("there is no inspector ", shown)},
      {{"resource", StrCat("inspectors/", shown)}});
}

absl::Status LeafOutOfRange(std::int64_t index, std::int64_t tree_size) {
  return OutOfRange(
      "LEAF_OUT_OF_RANGE",
      {StrCat("日志 ", tree_size, " 条中没有第 ", index, " 条(从 0 起)"),
       StrCat("a journal of ", tree_size, " leaves has no leaf ", index,
              " (counted from 0)")},
      {{"field", "journal_index"},
       {"value", StrCat(index)},
       {"limit", StrCat(tree_size)}});
}

absl::Status TreeSizeOutOfRange(std::int64_t size, std::int64_t journal_size) {
  return OutOfRange(
      "TREE_SIZE_OUT_OF_RANGE",
      {StrCat("树的大小 ", size, " 不在日志的 ", journal_size, " 条之内"),
       StrCat("a tree of ", size, " leaves is not within the journal's ",
              journal_size)},
      {{"field", "tree_size"},
       {"value", StrCat(size)},
       {"limit", StrCat(journal_size)}});
}

absl::Status LeafWithoutHeader() {
  return MakeError(
      StatusCode::kDataLoss, "LEAF_WITHOUT_HEADER",
      {"日志条目没有类型或时间", "a journal leaf names no type or no time"});
}

}  // namespace spotcheck::app::register_errors
