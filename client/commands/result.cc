// The commands result import and result record.

#include <memory>
#include <string>

#include "client/commands/by_name.h"
#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/commands/items.h"
#include "client/commands/record_file.h"
#include "client/import/explain.h"
#include "client/import/import.h"
#include "client/words.h"
#include "lib/cli/usage_error.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::CreditService;

const View kRecorded = {{{"检验结果", "Check"},
                         "",
                         {{"check.check_id", {"检验编号", "check"}},
                          {"check.usci", {"统一社会信用代码", "code"}},
                          {"check.line_id", {"产品编号", "line"}},
                          {"check.product_name", {"产品名称", "product"}},
                          {"check.sampled", {"抽样日期", "sampled"}},
                          {"check.verdict", {"检验结论", "verdict"}},
                          {"check.severity", {"严重程度", "severity"}},
                          {"check.report_no", {"报告编号", "report"}},
                          {"check.lab", {"检验机构", "laboratory"}},
                          {"grade.grade", {"信用等级", "grade"}},
                          {"journal_index", {"日志序号", "journal index"}}}},
                        {{"随之而来", "What followed"},
                         "consequences",
                         {{"kind", {"事项", "KIND"}},
                          {"rule", {"依据", "RULE"}},
                          {"value", {"结果", "VALUE"}},
                          {"reason", {"原因", "REASON"}}}}};

struct Record {
  std::string task;
  std::string enterprise;
  std::string line;
  std::string sampled;
  v1::Verdict verdict = v1::VERDICT_UNSPECIFIED;
  v1::Severity severity = v1::SEVERITY_UNSPECIFIED;
  std::string report;
  std::string items;
  std::string explanation;
  ImportJob job;  // of --file
};

absl::StatusOr<ExitCode> RecordResult(const Environment& environment,
                                      const Record& in) {
  v1::RecordResultRequest request;
  request.set_task(TaskName(in.task));
  request.set_usci(CodeText(in.enterprise));
  request.set_line_id(in.line);
  request.set_sampled(in.sampled);
  request.set_verdict(in.verdict);
  request.set_severity(in.severity);
  request.set_report_no(in.report);
  request.set_explanation(in.explanation);
  if (!in.items.empty()) {
    ASSIGN_OR_RETURN(const Items items, ReadItems(in.items));
    for (const v1::TestItem& item : items) *request.add_items() = item;
  }
  return MutateAndShow(environment, &CreditService::Stub::RecordResult, request,
                       kRecorded);
}

// Refuses a failure without a severity, and a pass with one.
absl::Status CheckSeverity(const Record& in, const CLI::App& root) {
  const bool has_severity = in.severity != v1::SEVERITY_UNSPECIFIED;
  if (in.verdict == v1::VERDICT_FAIL && !has_severity) {
    return OptionNeededError(
        {{"--verdict 不合格", "--verdict fail"}, "--severity"}, root);
  }
  if (in.verdict == v1::VERDICT_PASS && has_severity) {
    return OptionsConflictError(
        {{"--verdict 合格", "--verdict pass"}, "--severity"}, root);
  }
  return absl::OkStatus();
}

// An option of a single result, and whether it was given.
struct Given {
  const char* option;
  bool given = false;
};

// With --file the table holds the results; without it the options do.
absl::Status CheckFile(const Record& in, const CLI::App& root) {
  const Given needed[] = {{"--enterprise", !in.enterprise.empty()},
                          {"--line", !in.line.empty()},
                          {"--sampled", !in.sampled.empty()},
                          {"--verdict", in.verdict != v1::VERDICT_UNSPECIFIED},
                          {"--report", !in.report.empty()}};
  for (const Given& one : needed) {
    if (!in.job.file.empty() && one.given) {
      return OptionsConflictError({{"--file", "--file"}, one.option}, root);
    }
    if (in.job.file.empty() && !one.given) {
      return OptionNeededError(
          {{"result record（不带 --file）", "result record without --file"},
           one.option},
          root);
    }
  }
  return CheckSeverity(in, root);
}

void AddFinding(CommandTree& tree, CLI::App& command, Record& in) {
  tree.Typed<rules::Verdict>(
      command, "--verdict", in.verdict,
      {rules::Verdict::kPass, rules::Verdict::kFail},
      {"结论：合格、不合格（或 pass、fail）", "pass or fail"});
  tree.Typed<rules::Severity>(
      command, "--severity", in.severity,
      {rules::Severity::kGeneral, rules::Severity::kSerious},
      {"不合格的严重程度：一般、严重（或 general、serious）",
       "of a failure: general or serious"});
  tree.Option(command, "--report", in.report, {"报告编号", "report number"});
  tree.Option(
      command, "--items", in.items,
      {"检验项目（CSV 或 xlsx：项目名称,标准要求,实测值,结论；与 --file "
       "合用时另有报告编号）",
       "tested items, CSV or xlsx: item,requirement,measured,verdict; "
       "with --file also report_no"});
  tree.Option(command, "--explain", in.explanation,
              {"有项目不合格而结论合格的原因",
               "why the check passed although an item failed"});
}

void AddRecord(CommandTree& tree) {
  auto in = std::make_shared<Record>();
  CLI::App& command =
      tree.Add("result record", [in](const Environment& environment) {
        if (in->job.file.empty()) return RecordResult(environment, *in);
        return RecordFile(environment, {in->job, in->task, in->items});
      });
  tree.Id(command, "--task", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Option(command, "--file", in->job.file,
              {"该任务的多条结果（xlsx 或 CSV，每行一个产品）",
               "many results of the task: xlsx or CSV, one row a line"});
  tree.Switch(command, "--strict", in->job.tolerance, Tolerance::kNone,
              {"与 --file 合用：有任何一行被拒绝即以 7 退出",
               "with --file: exit with 7 where any row was refused"});
  tree.Option(command, "--enterprise", in->enterprise,
              {"企业代码", "the enterprise's code"});
  tree.Option(command, "--line", in->line, {"产品编号", "the drawn line"});
  tree.Option(command, "--sampled", in->sampled,
              {"抽样日期 YYYY-MM-DD", "the day of sampling, YYYY-MM-DD"});
  AddFinding(tree, command, *in);
  command.footer(FormatColumns(ResultTable(), tree.language()) + "\n" +
                 command.get_footer());
  tree.Check(command,
             [in](const CLI::App& root) { return CheckFile(*in, root); });
}

}  // namespace

void AddResultCommands(CommandTree& tree) {
  struct Import {
    ImportJob job;
    ByName names;
  };
  auto in = std::make_shared<Import>();
  CLI::App& import =
      tree.Add("result import", [in](const Environment& environment) {
        if (in->names.naming == Naming::kByName) {
          return WriteProposal(environment, in->job.file, in->names);
        }
        return ImportFile(environment, in->job, CheckTable(),
                          MethodOf(&CreditService::Stub::ImportResults));
      });
  AddImportOptions(tree, import, in->job, CheckTable());
  AddByNameOptions(tree, import, in->names);
  AddRecord(tree);
}

}  // namespace spotcheck::client
