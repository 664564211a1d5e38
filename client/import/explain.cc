#include "client/import/explain.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "client/xlsx/write.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/words.h"

namespace spotcheck::client {
namespace {

using rules::CellForm;

struct FieldNote {
  std::string_view field;
  Phrase text;
};
// Fields whose form alone does not say what belongs into them.
constexpr FieldNote kFieldNotes[] = {
    {"registered_on",
     {"成立或注册的日期，如 2026-11-04；长期、无、— 按空白处理",
      "the day of registration, e.g. 2026-11-04; 长期, NULL or — is empty"}},
    {"state",
     {"原样填写，如 存续、注销、吊销；停用的机构或人员填 暂停、离职等",
      "as registered: 存续, 注销, 吊销; for those not in service 暂停, 离职"}},
    {"region",
     {"GB/T 2260 行政区划代码，2、4 或 6 位数字，如 6401",
      "the region's code of GB/T 2260, 2, 4 or 6 digits, e.g. 6401"}},
    {"gtin",
     {"商品条码，8、12、13 或 14 位数字", "the barcode, 8 or 12 to 14 digits"}},
    {"inspector_id", {"执法证号，全系统不重复", "the badge number, unique"}},
    {"conflicts",
     {"与机构有利害关系的企业代码，用分号或顿号隔开",
      "codes of enterprises the laboratory has interests in, divided by ;"}},
    {"recusals",
     {"应当回避的企业代码，用分号或顿号隔开",
      "codes of enterprises the inspector must not visit, divided by ;"}},
    {"report_no",
     {"检验报告的编号，同一机构不重复",
      "the report's number, unique in its laboratory"}},
    {"authority",
     {"组织抽查的部门全称", "the full name of the body that had it checked"}},
    {"sampled",
     {"抽样日期，如 2026-11-04", "the day of sampling, e.g. 2026-11-04"}},
    {"lab",
     {"检验机构的 18 位统一社会信用代码",
      "the laboratory's unified social credit code, 18 characters"}},
    {"usci",
     {"18 位统一社会信用代码，列须为文本格式",
      "the unified social credit code, 18 characters, as text"}},
};

std::string Joined(const std::vector<std::string>& parts,
                   std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

// The words of a closed list, without the empty one.
template <typename E>
std::string WordsOf(Language language) {
  std::vector<std::string> words;
  for (const Word<E>& word : kWords<E>) {
    if (!word.zh.empty()) words.push_back(In(language, {word.zh, word.en}));
  }
  return Joined(words, language == Language::kZh ? "、" : ", ");
}

std::string WordsFor(std::string_view field, Language language) {
  if (field == "level") return WordsOf<rules::Level>(language);
  if (field == "verdict") return WordsOf<rules::Verdict>(language);
  if (field == "severity") return WordsOf<rules::Severity>(language);
  return "";
}

std::string Categories() {
  std::vector<std::string> names(rules::kCategories.begin(),
                                 rules::kCategories.end());
  return Joined(names, "、");
}

std::string OfForm(const ImportColumn& column, Language language) {
  const std::string limit = std::to_string(column.limit);
  switch (column.form) {
    case CellForm::kText:
    case CellForm::kProse:
      return In(language, {"文字，最多 ", "text, at most "}) + limit +
             In(language, {" 字", " characters"});
    case CellForm::kUsci:
      return In(language, {"18 位统一社会信用代码",
                           "a unified social credit code, 18 characters"});
    case CellForm::kCode:
    case CellForm::kReport:
    case CellForm::kGtin:
      return In(language, {"字母和数字", "letters and digits"});
    case CellForm::kDate:
      return In(language, {"日期，如 2026-11-04、2026/11/4、2026年11月4日",
                           "a day, e.g. 2026-11-04 or 2026/11/4"});
    case CellForm::kCategory:
      return In(language, {"其中之一：", "one of "}) + Categories();
    case CellForm::kCategoryList:
      return In(language, {"其中若干，用分号或顿号隔开：",
                           "several, divided by ;, of "}) +
             Categories();
    case CellForm::kUscis:
      return In(language, {"若干统一社会信用代码，用分号或顿号隔开",
                           "unified social credit codes, divided by ;"});
    case CellForm::kCapacity:
      return In(language, {"不小于 1 的整数", "a whole number from 1 on"});
    case CellForm::kWord:
      return In(language, {"其中之一：", "one of "}) +
             WordsFor(column.field, language);
  }
  return "";
}

std::string TitleOf(const ImportColumn& column, Language language) {
  const bool required = column.need == ColumnNeed::kRequired;
  return (required ? "*" : "") + In(language, {column.header, column.field});
}

}  // namespace

std::string Explain(const ImportColumn& column, Language language) {
  const auto* const note = std::find_if(
      std::begin(kFieldNotes), std::end(kFieldNotes),
      [&](const FieldNote& one) { return one.field == column.field; });
  if (note != std::end(kFieldNotes)) return In(language, note->text);
  return OfForm(column, language);
}

std::string NeedInWords(const ImportColumn& column, Language language) {
  switch (column.need) {
    case ColumnNeed::kRequired:
      return In(language, {"必填", "required"});
    case ColumnNeed::kUsual:
      return In(language, {"通常应填", "usual"});
    case ColumnNeed::kOptional:
      return In(language, {"选填", "optional"});
  }
  return "";
}

std::string NamesInFiles(const ImportColumn& column) {
  std::vector<std::string> names = {std::string(column.field)};
  for (const std::string& name : OtherNames(column)) {
    if (name != column.field) names.emplace_back(name);
  }
  return Joined(names, ", ");
}

std::string FormatColumns(const ImportTable& table, Language language) {
  std::string text =
      In(language,
         {"列（* 必填；表头可在前十行内，CSV 或 xlsx）：\n",
          "Columns (* required; the header is in the first ten rows of CSV or "
          "xlsx):\n"});
  for (const ImportColumn& column : table.columns) {
    const bool required = column.need == ColumnNeed::kRequired;
    text += required ? "  * " : "    ";
    text += std::string(column.header) + " (" + NamesInFiles(column) +
            "): " + Explain(column, language) + "\n";
  }
  return text;
}

absl::StatusOr<std::string> EmptyWorkbook(const ImportTable& table,
                                          Language language) {
  ASSIGN_OR_RETURN(WorkbookWriter writer, WorkbookWriter::Create());
  std::vector<SheetTitle> titles;
  for (const ImportColumn& column : table.columns) {
    titles.push_back(
        {TitleOf(column, language), CellKind::kText,
         NeedInWords(column, language) + ": " + Explain(column, language)});
  }
  RETURN_IF_ERROR(writer.AddSheet(In(language, {"数据", "data"}), titles));
  RETURN_IF_ERROR(writer.AddSheet(
      In(language, {"填写说明", "notes"}),
      {{In(language, {"列", "column"}), CellKind::kText, ""},
       {In(language, {"是否必填", "needed"}), CellKind::kText, ""},
       {In(language, {"怎样填写", "what to write"}), CellKind::kText, ""},
       {In(language, {"也可写作", "other names"}), CellKind::kText, ""}}));
  for (const ImportColumn& column : table.columns) {
    RETURN_IF_ERROR(writer.AddRow(
        {In(language, {column.header, column.field}),
         NeedInWords(column, language), Explain(column, language),
         In(language, {"", column.header}) + " " + NamesInFiles(column)}));
  }
  return writer.Finish();
}

}  // namespace spotcheck::client
