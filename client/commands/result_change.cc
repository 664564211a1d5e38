// The commands result correct, void, approve and changes.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/commands/items.h"
#include "client/words.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::CreditService;

const std::vector<Column> kChangeColumns = {
    {"change_id", {"申请编号", "CHANGE"}},
    {"kind", {"种类", "KIND"}},
    {"state", {"状态", "STATE"}},
    {"usci", {"统一社会信用代码", "CODE"}},
    {"check_id", {"检验编号", "CHECK"}},
    {"reason", {"理由", "REASON"}},
    {"basis", {"依据", "BASIS"}},
    {"requested_by", {"申请人", "ASKED BY"}},
    {"requested_at", {"申请时间", "ASKED AT"}},
    {"approved_by", {"批准人", "APPROVED BY"}},
    {"decided_at", {"决定时间", "DECIDED AT"}},
    {"journal_index", {"日志", "INDEX"}}};

const View kApproved = {{{"更正或作废", "Change"},
                         "",
                         {{"change.change_id", {"申请编号", "change"}},
                          {"change.kind", {"种类", "kind"}},
                          {"change.check_id", {"检验编号", "check"}},
                          {"change.reason", {"理由", "reason"}},
                          {"change.basis", {"依据", "basis"}},
                          {"change.requested_by", {"申请人", "asked by"}},
                          {"change.approved_by", {"批准人", "approved by"}},
                          {"journal_index", {"日志序号", "journal index"}}}},
                        {{"随之改变的", "What stands otherwise now"},
                         "effects",
                         {{"kind", {"事项", "KIND"}},
                          {"subject", {"对象", "SUBJECT"}},
                          {"before", {"原来", "BEFORE"}},
                          {"after", {"现在", "AFTER"}},
                          {"reason", {"原因", "REASON"}}},
                         {{"^change.change_id", {"申请编号", "CHANGE"}},
                          {"^change.check_id", {"检验编号", "CHECK"}}},
                         Place::kMain}};

// The values that the options of result correct were given. An option that was
// not given leaves the check as it is.
struct Correction {
  v1::CorrectResultRequest request;
  v1::Verdict verdict = v1::VERDICT_UNSPECIFIED;
  v1::Severity severity = v1::SEVERITY_UNSPECIFIED;
  std::optional<std::string> sampled;
  std::optional<std::string> product_name;
  std::optional<std::string> standard;
  std::optional<std::string> trademark;
  std::optional<std::string> model;
  std::optional<std::string> explanation;
  std::optional<std::string> items;  // a file
};

absl::StatusOr<ExitCode> Correct(const Environment& environment,
                                 const Correction& in) {
  v1::CorrectResultRequest request = in.request;
  request.set_verdict(in.verdict);
  request.set_severity(in.severity);
  if (in.sampled) request.set_sampled(*in.sampled);
  if (in.product_name) request.set_product_name(*in.product_name);
  if (in.standard) request.set_standard(*in.standard);
  if (in.trademark) request.set_trademark(*in.trademark);
  if (in.model) request.set_model(*in.model);
  if (in.explanation) request.set_explanation(*in.explanation);
  if (in.items) {
    ASSIGN_OR_RETURN(const Items items, ReadItems(*in.items));
    request.mutable_items();
    for (const v1::TestItem& item : items) {
      *request.mutable_items()->add_items() = item;
    }
  }
  return MutateAndShow(environment, &CreditService::Stub::CorrectResult,
                       request, {{{"", ""}, "", kChangeColumns}});
}

// The options that every request has.
template <typename Request>
void AddGround(CommandTree& tree, CLI::App& command, Request& request) {
  tree.Option(command, "CHECK", *request.mutable_check_id(),
              {"检验编号", "the check's id"})
      ->required();
  tree.Option(command, "--reason", *request.mutable_reason(),
              {"理由", "why the recorded check is wrong"})
      ->required();
  tree.Option(command, "--basis", *request.mutable_basis(),
              {"依据（文件、更正函等）",
               "the document that shows it, such as the laboratory's letter"})
      ->required();
}

void AddProduct(CommandTree& tree, CLI::App& command, Correction& in) {
  tree.Option(command, "--product", in.product_name,
              {"产品名称（只限未经抽取的检验）",
               "product name (of a check that no task has drawn)"});
  tree.Option(command, "--standard", in.standard,
              {"执行标准", "the product's standard"});
  tree.Option(command, "--trademark", in.trademark,
              {"商标", "the product's trademark"});
  tree.Option(command, "--model", in.model,
              {"规格型号", "the product's model"});
}

// The server refuses these with the way that is open: void and record anew.
void AddFixed(CommandTree& tree, CLI::App& command, Correction& in) {
  tree.Option(command, "--enterprise", *in.request.mutable_usci(),
              {"不能更正：请作废后重新录入",
               "not corrected: void the check and record it anew"});
  tree.Option(command, "--task", *in.request.mutable_task(),
              {"不能更正：请作废后重新录入",
               "not corrected: void the check and record it anew"});
  tree.Option(command, "--line", *in.request.mutable_line_id(),
              {"不能更正：请作废后重新录入",
               "not corrected: void the check and record it anew"});
}

void AddCorrect(CommandTree& tree) {
  auto in = std::make_shared<Correction>();
  CLI::App& command =
      tree.Add("result correct", [in](const Environment& environment) {
        return Correct(environment, *in);
      });
  AddGround(tree, command, in->request);
  tree.Typed<rules::Verdict>(
      command, "--verdict", in->verdict,
      {rules::Verdict::kPass, rules::Verdict::kFail},
      {"结论：合格、不合格（或 pass、fail）", "pass or fail"});
  tree.Typed<rules::Severity>(
      command, "--severity", in->severity,
      {rules::Severity::kGeneral, rules::Severity::kSerious},
      {"不合格的严重程度：一般、严重（或 general、serious）",
       "of a failure: general or serious"});
  tree.Option(command, "--sampled", in->sampled,
              {"抽样日期 YYYY-MM-DD", "the day of sampling, YYYY-MM-DD"});
  AddProduct(tree, command, *in);
  tree.Option(command, "--items", in->items,
              {"全部检验项目（CSV：项目名称,标准要求,实测值,结论）",
               "all tested items, CSV: item,requirement,measured,verdict"});
  tree.Option(command, "--explain", in->explanation,
              {"有项目不合格而结论合格的原因",
               "why the check passed although an item failed"});
  AddFixed(tree, command, *in);
}

void AddVoid(CommandTree& tree) {
  auto request = std::make_shared<v1::VoidResultRequest>();
  CLI::App& command =
      tree.Add("result void", [request](const Environment& environment) {
        return MutateAndShow(environment, &CreditService::Stub::VoidResult,
                             *request, {{{"", ""}, "", kChangeColumns}});
      });
  AddGround(tree, command, *request);
}

void AddApprove(CommandTree& tree) {
  auto request = std::make_shared<v1::ApproveCheckChangeRequest>();
  CLI::App& command =
      tree.Add("result approve", [request](const Environment& environment) {
        return MutateAndShow(environment,
                             &CreditService::Stub::ApproveCheckChange, *request,
                             kApproved);
      });
  tree.Option(command, "CHANGE", *request->mutable_change_id(),
              {"申请编号", "the request's id"})
      ->required();
}

void AddChanges(CommandTree& tree) {
  auto request = std::make_shared<v1::ListCheckChangesRequest>();
  CLI::App& command =
      tree.Add("result changes", [request](const Environment& environment) {
        return ListAll(environment, &CreditService::Stub::ListCheckChanges,
                       *request, {{"", ""}, "changes", kChangeColumns});
      });
  tree.Typed<rules::ApprovalState>(
      command, "--state", *request->mutable_state(),
      {rules::ApprovalState::kWaiting, rules::ApprovalState::kApproved,
       rules::ApprovalState::kObsolete},
      {"只列该状态的：等待批准、已批准、已失效",
       "only those in this state: WAITING, APPROVED or OBSOLETE"});
}

}  // namespace

void AddResultChangeCommands(CommandTree& tree) {
  AddCorrect(tree);
  AddVoid(tree);
  AddApprove(tree);
  AddChanges(tree);
}

}  // namespace spotcheck::client
