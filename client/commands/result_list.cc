// result list.

#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

const Section kChecks = {{"", ""},
                         "checks",
                         {{"check_id", {"检验编号", "CHECK"}},
                          {"sampled", {"抽样日期", "SAMPLED"}},
                          {"usci", {"统一社会信用代码", "CODE"}},
                          {"product_name", {"产品名称", "PRODUCT"}},
                          {"authority", {"抽查部门", "AUTHORITY"}},
                          {"level", {"抽查级别", "LEVEL"}},
                          {"verdict", {"检验结论", "VERDICT"}},
                          {"severity", {"严重程度", "SEVERITY"}},
                          {"report_no", {"报告编号", "REPORT"}},
                          {"lab", {"检验机构", "LABORATORY"}},
                          {"task", {"任务", "TASK"}}}};

struct Filter {
  v1::ListResultsRequest request;
  v1::Level level = v1::LEVEL_UNSPECIFIED;
  v1::Verdict verdict = v1::VERDICT_UNSPECIFIED;
};

absl::StatusOr<ExitCode> ListResults(const Environment& environment,
                                     const Filter& in) {
  v1::ListResultsRequest request = in.request;
  if (!request.task().empty()) request.set_task(TaskName(request.task()));
  request.set_usci(CodeText(request.usci()));
  if (!request.lab().empty()) request.set_lab(LabName(request.lab()));
  request.set_level(in.level);
  request.set_verdict(in.verdict);
  return ListAll(environment, &v1::CreditService::Stub::ListResults, request,
                 kChecks);
}

void AddWhose(CommandTree& tree, CLI::App& command, Filter& in) {
  v1::ListResultsRequest& request = in.request;
  tree.Id(command, "--task", *request.mutable_task(), Completes::kTask,
          {"只列该任务抽中的", "only those that this task has drawn"});
  tree.Option(command, "--enterprise", *request.mutable_usci(),
              {"只列该企业的", "only this enterprise's"});
  tree.Option(command, "--region", *request.mutable_region(), kRegionText);
  tree.Option(command, "--category", *request.mutable_category(),
              {"只列此产品类别的", "only those of this product category"});
  tree.Option(command, "--laboratory,--lab", *request.mutable_lab(),
              {"只列该检验机构的", "only this laboratory's, by its code"});
}

void AddWhich(CommandTree& tree, CLI::App& command, Filter& in) {
  v1::ListResultsRequest& request = in.request;
  tree.Typed<rules::Level>(command, "--level", in.level,
                           {rules::Level::kNational, rules::Level::kProvincial,
                            rules::Level::kCity, rules::Level::kCounty},
                           {"只列此级别的：国家级、省级、市级、县级",
                            "only those of this level: national, provincial, "
                            "city or county"});
  tree.Typed<rules::Verdict>(
      command, "--verdict", in.verdict,
      {rules::Verdict::kPass, rules::Verdict::kFail, rules::Verdict::kPending},
      {"只列此结论的：合格、不合格、检验中", "only pass, fail or pending"});
  tree.Option(command, "--from", *request.mutable_sampled_from(),
              {"抽样日期自此日起 YYYY-MM-DD",
               "sampled on this day or later, YYYY-MM-DD"});
  tree.Option(command, "--to", *request.mutable_sampled_to(),
              {"抽样日期至此日止 YYYY-MM-DD",
               "sampled on this day or earlier, YYYY-MM-DD"});
}

}  // namespace

void AddResultListCommand(CommandTree& tree) {
  auto in = std::make_shared<Filter>();
  CLI::App& command =
      tree.Add("result list", [in](const Environment& environment) {
        return ListResults(environment, *in);
      });
  AddWhose(tree, command, *in);
  AddWhich(tree, command, *in);
  tree.ListOptions(command);
}

}  // namespace spotcheck::client
