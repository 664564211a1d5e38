#include "lib/app/credit/errors.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/base/error_table.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/units.h"

namespace spotcheck::app::credit_errors {
namespace {

using absl::StrCat;
using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Errors about imported checks.
    {"UNKNOWN_LAB", kInvalidArgument, "检验机构 {value} 不在机构名录中",
     "the register of laboratories does not hold {value}"},
    {"UNKNOWN_VERDICT", kInvalidArgument,
     "检验结论“{value}”无法识别,应为合格、不合格或检验中",
     "the verdict \"{value}\" is not PASS, FAIL or PENDING"},
    {"UNKNOWN_SEVERITY", kInvalidArgument,
     "严重程度“{value}”无法识别,应为严重或一般",
     "the severity \"{value}\" is not SERIOUS or GENERAL"},
    {"SEVERITY_WITHOUT_FAILURE", kInvalidArgument,
     "只有不合格的检验才有严重程度", "only a failure has a severity"},
    {"SAMPLED_IN_FUTURE", kInvalidArgument, "抽样日期 {value} 晚于今天 {limit}",
     "the sampling day {value} is later than today, {limit}"},
    {"REPORT_NUMBER_CONFLICT", kAlreadyExists,
     "检验机构 {lab} 的报告 {value} 已属于另一次检验:已有 {standing};给出 "
     "{given}",
     "report {value} of laboratory {lab} stands for another check: there is "
     "{standing}; given was {given}"},
    {"HOLD_MISMATCH", kFailedPrecondition,
     "{task} 抽中了该产品,应由检验机构 {lab} 检验,抽样日期在 {from} 至 {until} "
     "之间;给出的是检验机构 "
     "{given_lab}、{given_sampled}。请核对;另一次检验请在该"
     "产品录入结果或撤出后再导入",
     "{task} has drawn the line and waits for laboratory {lab}, sampled from "
     "{from} to {until}; given were laboratory {given_lab}, {given_sampled}. "
     "Check the row; import another check once the line has its result or is "
     "withdrawn"},

    // Errors about recorded results.
    {"LINE_NOT_DRAWN", kNotFound,
     "任务 {task} 没有抽中企业 {usci} 的产品 {line_id}",
     "task {task} has not drawn line {line_id} of enterprise {usci}"},
    {"HOLD_NOT_OPEN:result", kFailedPrecondition,
     "产品 {line_id} 不能再登记结果:已有检验结果",
     "line {line_id} takes no result: it has its result"},
    {"HOLD_NOT_OPEN:closed", kFailedPrecondition,
     "产品 {line_id} 不能再登记结果:已由两人决定结案",
     "line {line_id} takes no result: two persons have closed it"},
    {"HOLD_NOT_OPEN:elsewhere", kFailedPrecondition,
     "产品 {line_id} 不能再登记结果:占用已过期,现由其他抽查占用",
     "line {line_id} takes no result: its hold is over and another draw holds "
     "it"},
    {"VERDICT_NOT_FINAL", kInvalidArgument, "{field} 应为合格或不合格",
     "{field} must be PASS or FAIL"},
    {"SEVERITY_MISSING", kInvalidArgument, "不合格须说明严重程度：严重或一般",
     "a failure needs its severity: serious or general"},
    {"TOO_MANY_ITEMS", kInvalidArgument,
     "检验项目 {value} 个,不得超过 {limit} 个",
     "{value} tested items; the limit is {limit}"},
    {"PASS_WITH_FAILED_ITEM", kInvalidArgument,
     "项目“{item}”不合格,检验结论却是合格;如属实,请说明原因",
     "item \"{item}\" failed and yet the check passed; if that is so, explain "
     "why"},

    // Errors about corrections and voids.
    {"CHECK_NOT_FOUND", kNotFound, "没有检验 {check}",
     "there is no check {check}"},
    {"REASON_OR_BASIS_MISSING", kInvalidArgument,
     "更正或作废须写明理由和依据;缺 {field}",
     "a correction or a void needs a reason and a basis; {field} is missing"},
    {"FIELD_NOT_CORRECTED", kFailedPrecondition,
     "{field} 不能更正(企业、任务和被抽的产品都不能):请作废该检验,再重新录入",
     "{field} is not corrected, as enterprise, task and drawn line are not: "
     "void the check and record it anew"},
    {"CORRECTION_CHANGES_NOTHING", kInvalidArgument, "更正没有改变任何内容",
     "the correction changes nothing"},
    {"CHANGE_WAITS", kAlreadyExists, "该检验已有申请 {change} 等待批准",
     "request {change} about the check waits for approval"},
    {"CHANGE_NOT_FOUND", kNotFound, "没有更正或作废申请 {change}",
     "there is no request {change}"},
    {"CHANGE_NOT_WAITING", kFailedPrecondition,
     "申请 {change} 不再等待批准:{state}",
     "request {change} does not wait for approval: {state}"},
    {"SAME_PERSON:change", kPermissionDenied,
     "申请 {change} 由本人提出,应由他人批准",
     "request {change} is your own; another person approves"},

    // Errors about lists and status.
    {"LIST_ENTRY_NOT_FOUND", kNotFound, "没有名单条目 {entry}",
     "there is no list entry {entry}"},
    {"SAME_PERSON", kPermissionDenied,
     "名单条目 {entry} 由本人登记的结果引起,应由他人决定",
     "list entry {entry} followed from a result of your own; another person "
     "decides"},
    {"UNKNOWN_DECISION", kInvalidArgument,
     "决定“{value}”无法识别,应为 {known} 之一",
     "the decision \"{value}\" is none of {known}"},
    {"TOO_MANY_CODES", kInvalidArgument,
     "一次最多查询 {limit} 个代码,给出了 {value} 个",
     "at most {limit} codes at a time; given were {value}"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

const ErrorRow& HoldRow(HoldProblem problem) {
  switch (problem) {
    case HoldProblem::kHasResult:
      return Row("HOLD_NOT_OPEN:result");
    case HoldProblem::kClosed:
      return Row("HOLD_NOT_OPEN:closed");
    case HoldProblem::kHeldElsewhere:
      break;
  }
  return Row("HOLD_NOT_OPEN:elsewhere");
}

// Describes a check by everything that a person needs to find it. The sentence
// contains all of it, however long the product's name is.
ErrorValue Shown(const store::CheckRecord& check) {
  const std::string sample =
      StrCat(check.usci.str(), " ", Quotable(check.product_name), " ",
             check.sampled.ToString(), " ");
  const Localized verdict = InWords(check.verdict);
  return ErrorValue::Coded(sample + std::string(CodeOf(check.verdict)),
                           {sample + verdict.zh, sample + verdict.en});
}

// The words of the decisions about a list entry, each with the code of the
// state that it leads to, which is what the caller must send.
Localized Decisions() {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  for (const auto& step : rules::kListSteps) {
    en.emplace_back(CodeOf(step.to));
    zh.push_back(StrCat(InWords(step.to).zh, "（", en.back(), "）"));
  }
  return {absl::StrJoin(zh, "、"), absl::StrJoin(en, ", ")};
}

// The task as an error shows it: the sentence has the task's id, the metadata
// the task's resource name.
ErrorValue TaskOf(const store::DrawnLineKey& key) {
  const std::string id = Quotable(key.task.str());
  return ErrorValue::Coded(StrCat("tasks/", id), {id, id});
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status UnknownLab(const LabId& lab) {
  return MakeError(Row("UNKNOWN_LAB"), {{"field", "lab"}, {"value", lab}});
}
absl::Status UnknownVerdict(const std::string& value) {
  return MakeError(Row("UNKNOWN_VERDICT"),
                   {{"field", "verdict"}, {"value", value}});
}
absl::Status UnknownSeverity(const std::string& value) {
  return MakeError(Row("UNKNOWN_SEVERITY"),
                   {{"field", "severity"}, {"value", value}});
}
absl::Status SeverityWithoutFailure() {
  return MakeError(Row("SEVERITY_WITHOUT_FAILURE"), {{"field", "severity"}});
}
absl::Status SampledInFuture(CivilDate sampled, CivilDate today) {
  return MakeError(
      Row("SAMPLED_IN_FUTURE"),
      {{"field", "sampled"}, {"value", sampled}, {"limit", today}});
}
absl::Status ReportNumberConflict(const store::CheckRecord& standing,
                                  const store::CheckRecord& given) {
  return MakeError(Row("REPORT_NUMBER_CONFLICT"),
                   {{"field", "report_no"},
                    {"value", given.report_no},
                    {"lab", given.lab},
                    {"check", standing.check},
                    {"standing", Shown(standing)},
                    {"given", Shown(given)}});
}
absl::Status HoldMismatch(const Fit& fit, const store::CheckRecord& given) {
  return MakeError(Row("HOLD_MISMATCH"), {{"task", "tasks/" + fit.task.str()},
                                          {"lab", fit.lab},
                                          {"from", fit.from},
                                          {"until", fit.until},
                                          {"given_lab", given.lab},
                                          {"given_sampled", given.sampled}});
}

absl::Status LineNotDrawn(const store::DrawnLineKey& key) {
  return MakeError(
      Row("LINE_NOT_DRAWN"),
      {{"task", TaskOf(key)}, {"usci", key.usci}, {"line_id", key.line}});
}
absl::Status HoldNotOpen(const store::DrawnLineKey& key, HoldProblem problem) {
  return MakeError(
      HoldRow(problem),
      {{"task", TaskOf(key)}, {"usci", key.usci}, {"line_id", key.line}});
}
absl::Status VerdictNotFinal(rules::FieldName field) {
  return MakeError(Row("VERDICT_NOT_FINAL"), {{"field", field.text}});
}
absl::Status SeverityMissing() {
  return MakeError(Row("SEVERITY_MISSING"), {{"field", "severity"}});
}
absl::Status TooManyItems(std::int64_t count, std::int64_t limit) {
  return MakeError(Row("TOO_MANY_ITEMS"),
                   {{"field", "items"}, {"value", count}, {"limit", limit}});
}
absl::Status PassWithFailedItem(const std::string& item) {
  return MakeError(Row("PASS_WITH_FAILED_ITEM"),
                   {{"field", "explanation"}, {"item", item}});
}

absl::Status CheckNotFound(const CheckId& check) {
  return MakeError(Row("CHECK_NOT_FOUND"), {{"check", check}});
}
absl::Status ReasonOrBasisMissing(rules::FieldName field) {
  return MakeError(Row("REASON_OR_BASIS_MISSING"), {{"field", field.text}});
}
absl::Status FieldNotCorrected(rules::FieldName field) {
  return MakeError(Row("FIELD_NOT_CORRECTED"), {{"field", field.text}});
}
absl::Status CorrectionChangesNothing() {
  return MakeError(Row("CORRECTION_CHANGES_NOTHING"), {});
}
absl::Status ChangeWaits(const std::string& change_id) {
  return MakeError(Row("CHANGE_WAITS"), {{"change", change_id}});
}
absl::Status ChangeNotFound(const std::string& change_id) {
  return MakeError(Row("CHANGE_NOT_FOUND"), {{"change", change_id}});
}
absl::Status ChangeNotWaiting(const std::string& change_id,
                              rules::ApprovalState state) {
  return MakeError(Row("CHANGE_NOT_WAITING"),
                   {{"change", change_id},
                    {"state", ErrorValue::Coded(std::string(CodeOf(state)),
                                                InWords(state))}});
}
absl::Status SamePersonAsked(const std::string& change_id) {
  return MakeError(Row("SAME_PERSON:change"), {{"change", change_id}});
}

absl::Status ListEntryNotFound(const std::string& entry_id) {
  return MakeError(Row("LIST_ENTRY_NOT_FOUND"),
                   {{"entry", ErrorValue::SentenceOnly(entry_id)},
                    {"resource", StrCat("listEntries/", Quotable(entry_id))}});
}
absl::Status SamePerson(const std::string& entry_id) {
  return MakeError(Row("SAME_PERSON"),
                   {{"entry", ErrorValue::SentenceOnly(entry_id)},
                    {"resource", StrCat("listEntries/", entry_id)}});
}
absl::Status UnknownDecision(const std::string& value) {
  return MakeError(
      Row("UNKNOWN_DECISION"),
      {{"field", "decision"}, {"value", value}, {"known", Decisions()}});
}
absl::Status TooManyCodes(std::int64_t count, std::int64_t limit) {
  return MakeError(Row("TOO_MANY_CODES"),
                   {{"field", "uscis"}, {"value", count}, {"limit", limit}});
}

}  // namespace spotcheck::app::credit_errors
