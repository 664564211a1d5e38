#include "lib/app/common/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"
#include "lib/base/hidden_characters.h"
#include "lib/base/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::app::register_errors {
namespace {

using absl::StrCat;
using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Errors about a request as a whole.
    {"TOO_MANY_ROWS", kInvalidArgument,
     "一次最多导入 {limit} 行,给出了 {value} 行",
     "at most {limit} rows at a time; given were {value}"},
    {"INVALID_PAGE_SIZE", kInvalidArgument,
     "page_size 为 {value},应在 0 至 {limit} 之间",
     "page_size is {value}; it must lie in 0…{limit}"},
    {"INVALID_PAGE_TOKEN", kInvalidArgument,
     "page_token 不是同一查询上一页给出的",
     "page_token is not from the answer before to the same question"},
    {"TOO_MANY_WORDS", kInvalidArgument, "一次最多按 {limit} 个词查找",
     "a search takes at most {limit} words"},

    // Errors about a field of an imported row.
    {"FIELD_MISSING", kInvalidArgument, "缺少 {field}", "{field} is missing"},
    {"FIELD_NOT_UTF8", kInvalidArgument, "{field} 不是有效的 UTF-8 文本",
     "{field} is not valid UTF-8"},
    {"FIELD_TOO_LONG", kInvalidArgument,
     "{field} 长 {value} 字,不得超过 {limit} 字",
     "{field} has {value} characters; the limit is {limit}"},
    {"FIELD_CONTROL_CHARACTER", kInvalidArgument,
     "{field} 含有控制字符或不可见字符 {value}",
     "{field} holds the control or invisible character {value}"},
    {"IDENTIFIER_IS_NUMBER", kInvalidArgument,
     "{field} 为“{value}”：电子表格已把它变成数字，末尾的位数已丢失；请把该列设"
     "为文本格式后重新录入",
     "{field} is \"{value}\": a spreadsheet turned it into a number; format "
     "the column as text and enter the value again"},
    {"REGISTERED_IN_FUTURE", kInvalidArgument,
     "注册日期 {value} 晚于今天 {limit}",
     "the registration date {value} is later than today, {limit}"},
    {"INVALID_CAPACITY", kInvalidArgument,
     "能力“{value}”不是 1 至 {limit} 的整数",
     "the capacity \"{value}\" is not a whole number in 1…{limit}"},
    {"INVALID_BADGE_NUMBER", kInvalidArgument,
     "执法证号“{value}”应为 1 至 64 个字母、数字或 . _ -",
     "the badge number \"{value}\" is not 1–64 letters, digits or . _ -"},
    {"INVALID_LISTED_CODE", kInvalidArgument, "{field} 中的代码有误:{why}",
     "a code in {field}: {why}"},
    {"TOO_MANY_LISTED", kInvalidArgument,
     "{field} 列出了 {value} 项,不得超过 {limit} 项",
     "{field} lists {value} entries; the limit is {limit}"},
    {"LAB_WITHOUT_CATEGORY", kInvalidArgument, "检验机构没有承检类别",
     "the laboratory tests no category"},
    {"SEVERAL_LINES", kInvalidArgument,
     "企业有 {value} "
     "个产品与这一行相符；请补上表中缺少的列（执行标准、商标、规格"
     "型号）",
     "{value} product lines of the enterprise agree with the row; add the "
     "columns that the file lacks (standard, trademark, model)"},
    {"UNKNOWN_ENTERPRISE", kInvalidArgument, "企业 {value} 不在企业名录中",
     "the register of enterprises does not hold {value}"},

    // Errors about something that a register does not hold.
    {"ENTERPRISE_NOT_FOUND", kNotFound, "没有企业 {usci}",
     "there is no enterprise {usci}"},
    {"PRODUCT_NOT_FOUND", kNotFound, "企业 {usci} 没有产品 {line}",
     "enterprise {usci} has no product line {line}"},
    {"LAB_NOT_FOUND", kNotFound, "没有检验机构 {lab}",
     "there is no laboratory {lab}"},
    {"INSPECTOR_NOT_FOUND", kNotFound, "没有检查人员 {inspector}",
     "there is no inspector {inspector}"},

    // Errors about grants.
    {"REGION_FINER_THAN_LEVEL", kInvalidArgument,
     "{level}部门的区划代码应为 {digits} 位,给出了 {value}",
     "the region of a {level} authority has {digits} digits; given was "
     "{value}"},
    {"GRANT_EXISTS", kAlreadyExists, "该授权已存在：{grant}",
     "this grant stands already: {grant}"},
    {"GRANT_NOT_FOUND", kNotFound, "没有生效的授权 {grant}",
     "no grant {grant} stands"},

    {"AUTHORITY_NOT_YOURS", kPermissionDenied,
     "证书 {certificate} 未获授权代表{authority}（{level}，区划 {region}）",
     "certificate {certificate} may not speak for {authority} ({level}, region "
     "{region})"},
    {"AUTHORITY_NOT_YOURS:none", kPermissionDenied,
     "证书 {certificate} 未获授权代表任何部门，请管理员用 spotcheck grant add "
     "授权",
     "certificate {certificate} speaks for no authority; an administrator "
     "grants one by spotcheck grant add"},

    // Errors about the journal.
    {"LEAF_OUT_OF_RANGE", kOutOfRange,
     "日志 {limit} 条中没有第 {value} 条(从 0 起)",
     "a journal of {limit} leaves has no leaf {value} (counted from 0)"},
    {"TREE_SIZE_OUT_OF_RANGE", kOutOfRange,
     "树的大小 {value} 不在日志的 {limit} 条之内",
     "a tree of {value} leaves is not within the journal's {limit}"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status TooManyRows(std::int64_t rows, std::int64_t limit) {
  return MakeError(Row("TOO_MANY_ROWS"),
                   {{"field", "rows"}, {"value", rows}, {"limit", limit}});
}
absl::Status InvalidPageSize(std::int64_t size, std::int64_t limit) {
  return MakeError(Row("INVALID_PAGE_SIZE"),
                   {{"field", "page_size"}, {"value", size}, {"limit", limit}});
}
absl::Status InvalidPageToken() {
  return MakeError(Row("INVALID_PAGE_TOKEN"), {{"field", "page_token"}});
}
absl::Status TooManyWords(std::int64_t limit) {
  return MakeError(Row("TOO_MANY_WORDS"),
                   {{"field", "query"}, {"limit", limit}});
}

absl::Status FieldMissing(FieldName field) {
  return MakeError(Row("FIELD_MISSING"), {{"field", field.text}});
}
absl::Status FieldNotUtf8(FieldName field) {
  return MakeError(Row("FIELD_NOT_UTF8"), {{"field", field.text}});
}
absl::Status FieldTooLong(FieldName field, std::int64_t length,
                          std::int64_t limit) {
  return MakeError(
      Row("FIELD_TOO_LONG"),
      {{"field", field.text}, {"value", length}, {"limit", limit}});
}
absl::Status FieldControlCharacter(FieldName field, char32_t found) {
  return MakeError(Row("FIELD_CONTROL_CHARACTER"),
                   {{"field", field.text},
                    {"value", ErrorValue::Coded(CodePointName(found),
                                                HiddenCharacterWords(found))}});
}
absl::Status IdentifierIsNumber(FieldName field, const std::string& value) {
  return MakeError(Row("IDENTIFIER_IS_NUMBER"),
                   {{"field", field.text}, {"value", value}});
}
absl::Status RegisteredInFuture(CivilDate day, CivilDate today) {
  return MakeError(
      Row("REGISTERED_IN_FUTURE"),
      {{"field", "registered_on"}, {"value", day}, {"limit", today}});
}
absl::Status InvalidCapacity(const std::string& value, std::int64_t limit) {
  return MakeError(Row("INVALID_CAPACITY"),
                   {{"field", "capacity"}, {"value", value}, {"limit", limit}});
}
absl::Status InvalidBadgeNumber(const std::string& value) {
  return MakeError(Row("INVALID_BADGE_NUMBER"),
                   {{"field", "inspector_id"}, {"value", value}});
}
absl::Status InvalidListedCode(FieldName field, const absl::Status& why) {
  ErrorInfo code = GetErrorInfo(why);
  const absl::Status listed =
      MakeError(Row("INVALID_LISTED_CODE"),
                {{"field", field.text}, {"why", code.message}});
  // The error of the code itself adds its metadata to those of the field.
  ErrorInfo info = GetErrorInfo(listed);
  info.metadata.merge(code.metadata);
  return MakeError(listed.code(), info.reason, info.message, info.metadata);
}
absl::Status TooManyListed(FieldName field, std::int64_t count,
                           std::int64_t limit) {
  return MakeError(Row("TOO_MANY_LISTED"),
                   {{"field", field.text}, {"value", count}, {"limit", limit}});
}
absl::Status LabWithoutCategory() {
  return MakeError(Row("LAB_WITHOUT_CATEGORY"), {{"field", "categories"}});
}
absl::Status SeveralLines(std::int64_t count) {
  return MakeError(Row("SEVERAL_LINES"), {{"value", count}});
}
absl::Status UnknownEnterprise(const Usci& usci) {
  return MakeError(Row("UNKNOWN_ENTERPRISE"),
                   {{"field", "usci"}, {"value", usci}});
}

absl::Status EnterpriseNotFound(const Usci& usci) {
  return MakeError(Row("ENTERPRISE_NOT_FOUND"),
                   {{"usci", ErrorValue::SentenceOnly(usci)},
                    {"resource", StrCat("enterprises/", usci.str())}});
}
absl::Status ProductNotFound(const Usci& usci, const LineId& line) {
  return MakeError(Row("PRODUCT_NOT_FOUND"),
                   {{"usci", ErrorValue::SentenceOnly(usci)},
                    {"line", ErrorValue::SentenceOnly(line)},
                    {"resource", StrCat("enterprises/", usci.str(), "/lines/",
                                        Quotable(line.str()))}});
}
absl::Status LabNotFound(const LabId& lab) {
  return MakeError(Row("LAB_NOT_FOUND"),
                   {{"lab", ErrorValue::SentenceOnly(lab)},
                    {"resource", StrCat("labs/", Quotable(lab.str()))}});
}
absl::Status InspectorNotFound(const InspectorId& inspector) {
  return MakeError(
      Row("INSPECTOR_NOT_FOUND"),
      {{"inspector", ErrorValue::SentenceOnly(inspector)},
       {"resource", StrCat("inspectors/", Quotable(inspector.str()))}});
}

absl::Status RegionFinerThanLevel(const rules::Authority& given) {
  return MakeError(
      Row("REGION_FINER_THAN_LEVEL"),
      {{"field", "region"},
       {"level", ErrorValue::Coded(std::string(CodeOf(given.level)),
                                   InWords(given.level))},
       {"digits", rules::LevelDigits(given.level)},
       {"value", given.region.Label()}});
}
absl::Status GrantExists(const std::string& grant_id) {
  return MakeError(Row("GRANT_EXISTS"),
                   {{"grant", ErrorValue::SentenceOnly(grant_id)},
                    {"resource", StrCat("grants/", grant_id)}});
}
absl::Status GrantNotFound(const std::string& grant_id) {
  return MakeError(Row("GRANT_NOT_FOUND"),
                   {{"grant", ErrorValue::SentenceOnly(grant_id)},
                    {"resource", StrCat("grants/", Quotable(grant_id))}});
}

absl::Status AuthorityNotYours(const std::string& certificate,
                               const rules::Authority& authority) {
  return MakeError(
      Row("AUTHORITY_NOT_YOURS"),
      {{"certificate", certificate},
       {"authority", authority.name},
       {"level", ErrorValue::Coded(std::string(CodeOf(authority.level)),
                                   InWords(authority.level))},
       {"region", authority.region.Label()}});
}
absl::Status NoAuthority(const std::string& certificate) {
  return MakeError(Row("AUTHORITY_NOT_YOURS:none"),
                   {{"certificate", certificate}});
}

absl::Status LeafOutOfRange(std::int64_t index, std::int64_t tree_size) {
  return MakeError(
      Row("LEAF_OUT_OF_RANGE"),
      {{"field", "journal_index"}, {"value", index}, {"limit", tree_size}});
}
absl::Status TreeSizeOutOfRange(std::int64_t size, std::int64_t journal_size) {
  return MakeError(
      Row("TREE_SIZE_OUT_OF_RANGE"),
      {{"field", "tree_size"}, {"value", size}, {"limit", journal_size}});
}

}  // namespace spotcheck::app::register_errors
