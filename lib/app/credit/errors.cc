#include "lib/app/credit/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_kinds.h"
#include "lib/store/events/columns.h"

namespace spotcheck::app::credit_errors {
namespace {

using absl::StatusCode;
using absl::StrCat;
using error_kinds::Invalid;
using error_kinds::NotFound;
using error_kinds::Refused;

std::string Verdict(const store::CheckRecord& check) {
  return std::string(store::VerdictText(check.verdict));
}

// One check, so that a person can find it.
std::string Shown(const store::CheckRecord& check) {
  return StrCat(check.usci.str(), " ", Quotable(check.product_name), " ",
                check.sampled.ToString(), " ", Verdict(check));
}

Localized Why(HoldProblem problem) {
  switch (problem) {
    case HoldProblem::kHasResult:
      return {"已有检验结果", "it has its result"};
    case HoldProblem::kClosed:
      return {"已由两人决定结案", "two persons have closed it"};
    case HoldProblem::kHeldElsewhere:
      return {"占用已过期,现由其他抽查占用",
              "its hold is over and another draw holds it"};
  }
  return {};
}

}  // namespace

absl::Status UnknownLab(const LabId& lab) {
  return Invalid(
      "UNKNOWN_LAB",
      {StrCat("检验机构 ", lab.str(), " 不在机构名录中"),
       StrCat("the register of laboratories does not hold ", lab.str())},
      {{"field", "lab"}, {"value", lab.str()}});
}

absl::Status UnknownVerdict(const std::string& value) {
  return Invalid("UNKNOWN_VERDICT",
                 {StrCat("检验结论“", Quotable(value),
                         "”无法识别,应为合格、不合格或检验中"),
                  StrCat("the verdict \"", Quotable(value),
                         "\" is not PASS, FAIL or PENDING")},
                 {{"field", "verdict"}, {"value", value}});
}

absl::Status UnknownSeverity(const std::string& value) {
  return Invalid(
      "UNKNOWN_SEVERITY",
      {StrCat("严重程度“", Quotable(value), "”无法识别,应为严重或一般"),
       StrCat("the severity \"", Quotable(value),
              "\" is not SERIOUS or GENERAL")},
      {{"field", "severity"}, {"value", value}});
}

absl::Status SeverityWithoutFailure() {
  return Invalid(
      "SEVERITY_WITHOUT_FAILURE",
      {"只有不合格的检验才有严重程度", "only a failure has a severity"},
      {{"field", "severity"}});
}

absl::Status SampledInFuture(CivilDate sampled, CivilDate today) {
  return Invalid(
      "SAMPLED_IN_FUTURE",
      {StrCat("抽样日期 ", sampled.ToString(), " 晚于今天 ", today.ToString()),
       StrCat("the sampling day ", sampled.ToString(), " is later than today, ",
              today.ToString())},
      {{"field", "sampled"},
       {"value", sampled.ToString()},
       {"limit", today.ToString()}});
}

absl::Status ReportNumberConflict(const store::CheckRecord& standing,
                                  const store::CheckRecord& given) {
  const std::string number = Quotable(given.report_no);
  return MakeError(
      StatusCode::kAlreadyExists, "REPORT_NUMBER_CONFLICT",
      {StrCat("检验机构 ", given.lab.str(), " 的报告 ", number,
              " 已属于另一次检验:已有 ", Shown(standing), ";给出 ",
              Shown(given)),
       StrCat("report ", number, " of laboratory ", given.lab.str(),
              " stands for another check: there is ", Shown(standing),
              "; given was ", Shown(given))},
      {{"field", "report_no"},
       {"value", given.report_no},
       {"lab", given.lab.str()},
       {"check", standing.check.str()},
       {"standing", Shown(standing)},
       {"given", Shown(given)}});
}

absl::Status LineNotDrawn(const store::DrawnLineKey& key) {
  const std::string task = Quotable(key.task.str());
  const std::string line = Quotable(key.line.str());
  return NotFound("LINE_NOT_DRAWN",
                  {StrCat("任务 ", task, " 没有抽中企业 ", key.usci.str(),
                          " 的产品 ", line),
                   StrCat("task ", task, " has not drawn line ", line,
                          " of enterprise ", key.usci.str())},
                  {{"task", StrCat("tasks/", task)},
                   {"usci", key.usci.str()},
                   {"line_id", line}});
}

absl::Status HoldNotOpen(const store::DrawnLineKey& key, HoldProblem problem) {
  const Localized why = Why(problem);
  const std::string line = Quotable(key.line.str());
  return Refused("HOLD_NOT_OPEN",
                 {StrCat("产品 ", line, " 不能再登记结果:", why.zh),
                  StrCat("line ", line, " takes no result: ", why.en)},
                 {{"task", StrCat("tasks/", Quotable(key.task.str()))},
                  {"usci", key.usci.str()},
                  {"line_id", line}});
}

absl::Status VerdictNotFinal(rules::FieldName field) {
  const std::string name(field.text);
  return Invalid("VERDICT_NOT_FINAL",
                 {StrCat(name, " 应为合格或不合格"),
                  StrCat(name, " must be PASS or FAIL")},
                 {{"field", name}});
}

absl::Status SeverityMissing() {
  return Invalid("SEVERITY_MISSING",
                 {"不合格须说明严重程度：严重或一般",
                  "a failure needs its severity: serious or general"},
                 {{"field", "severity"}});
}

absl::Status TooManyItems(std::int64_t count, std::int64_t limit) {
  return Invalid(
      "TOO_MANY_ITEMS",
      {StrCat("检验项目 ", count, " 个,不得超过 ", limit, " 个"),
       StrCat(count, " tested items; the limit is ", limit)},
      {{"field", "items"}, {"value", StrCat(count)}, {"limit", StrCat(limit)}});
}

absl::Status ListEntryNotFound(const std::string& entry_id) {
  const std::string shown = Quotable(entry_id);
  return NotFound("LIST_ENTRY_NOT_FOUND",
                  {StrCat("没有名单条目 ", shown),
                   StrCat("there is no list entry ", shown)},
                  {{"resource", StrCat("listEntries/", shown)}});
}

absl::Status SamePerson(const std::string& entry_id) {
  return MakeError(
      StatusCode::kPermissionDenied, "SAME_PERSON",
      {StrCat("名单条目 ", entry_id, " 由本人登记的结果引起,应由他人决定"),
       StrCat("list entry ", entry_id,
              " followed from a result of your own; another person decides")},
      {{"resource", StrCat("listEntries/", entry_id)}});
}

absl::Status UnknownDecision(const std::string& value) {
  return Invalid("UNKNOWN_DECISION",
                 {StrCat("决定“", Quotable(value),
                         "”应为 LISTED、DISMISSED、REMOVED 或 REVOKED"),
                  StrCat("the decision \"", Quotable(value),
                         "\" is not LISTED, DISMISSED, REMOVED or REVOKED")},
                 {{"field", "decision"}, {"value", value}});
}

absl::Status TooManyCodes(std::int64_t count, std::int64_t limit) {
  return Invalid(
      "TOO_MANY_CODES",
      {StrCat("一次最多查询 ", limit, " 个代码,给出了 ", count, " 个"),
       StrCat("at most ", limit, " codes at a time; given were ", count)},
      {{"field", "uscis"}, {"value", StrCat(count)}, {"limit", StrCat(limit)}});
}

}  // namespace spotcheck::app::credit_errors
