// The commands draw show, proof, explain, report, history and stats.

#include <cstdint>
#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/commands/draw_views.h"
#include "client/words.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

struct Arguments {
  std::string task;
  std::string usci;
  std::string authority;
  std::string state;
  std::string format = "markdown";
  std::int32_t attempt = 0;
};
using Shared = std::shared_ptr<Arguments>;

void AddAttempt(CommandTree& tree, CLI::App& command, const Shared& in) {
  tree.Number(command, "--attempt", in->attempt,
              {"第几次（默认最近一次）", "the attempt (default: the latest)"});
}

void AddTaskAndUnit(CommandTree& tree, CLI::App& command, const Shared& in) {
  tree.Id(command, "TASK", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Option(command, "USCI", in->usci, {"企业代码", "the enterprise's code"})
      ->required();
  AddAttempt(tree, command, in);
}

template <typename Request>
Request UnitRequest(const Arguments& in) {
  Request request;
  request.set_task(TaskName(in.task));
  request.set_usci(CodeText(in.usci));
  request.set_attempt(in.attempt);
  return request;
}

void AddShow(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw show", [in](const Environment& environment) {
        v1::GetDrawRequest request;
        request.set_task(TaskName(in->task));
        request.set_attempt(in->attempt);
        return CallAndShow(environment, &DrawService::Stub::GetDraw, request,
                           DrawView());
      });
  tree.Id(command, "ID", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  AddAttempt(tree, command, in);
}

void AddProof(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw proof", [in](const Environment& environment) {
        return CallAndShow(environment, &DrawService::Stub::GetUnitProof,
                           UnitRequest<v1::GetUnitProofRequest>(*in),
                           ProofView());
      });
  AddTaskAndUnit(tree, command, in);
}

// Answers kNegative where the enterprise could not be drawn.
absl::StatusOr<ExitCode> Explain(const Environment& environment,
                                 const Arguments& in) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const v1::UnitExplanation answer,
                   session.Call(&DrawService::Stub::ExplainUnit,
                                UnitRequest<v1::ExplainUnitRequest>(in)));
  RETURN_IF_ERROR(environment.output().Show(answer, ExplanationView()));
  return answer.status() == "ELIGIBLE" ? ExitCode::kDone : ExitCode::kNegative;
}

void AddExplain(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw explain", [in](const Environment& environment) {
        return Explain(environment, *in);
      });
  AddTaskAndUnit(tree, command, in);
}

// With -o table it prints the page itself, ready to be written to a file.
absl::StatusOr<ExitCode> Report(const Environment& environment,
                                const Arguments& in) {
  v1::GetDrawReportRequest request;
  request.set_task(TaskName(in.task));
  request.set_attempt(in.attempt);
  request.set_format(in.format);
  request.set_language(environment.options.language == Language::kZh ? "zh"
                                                                     : "en");
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const v1::DrawReport report,
                   session.Call(&DrawService::Stub::GetDrawReport, request));
  const Output output = environment.output();
  if (output.format() == Format::kTable) {
    RETURN_IF_ERROR(output.ShowText(report.text()));
    return ExitCode::kDone;
  }
  RETURN_IF_ERROR(output.Show(report, {{{"", ""},
                                        "",
                                        {{"media_type", {"类型", "type"}},
                                         {"text", {"内容", "text"}}}}}));
  return ExitCode::kDone;
}

void AddReport(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("draw report", [in](const Environment& environment) {
        return Report(environment, *in);
      });
  tree.Id(command, "TASK", in->task, Completes::kTask, {"任务", "the task"})
      ->required();
  tree.Choice<std::string>(
      command, "--format", in->format,
      {{"markdown", "文本", "markdown"}, {"html", "网页", "html"}},
      {"markdown（文本）或 html（网页）", "markdown or html"});
  AddAttempt(tree, command, in);
}

// Adds a command that lists attempts: of a task, of an authority or of all.
CLI::App& AddAttempts(CommandTree& tree, std::string_view path,
                      const Shared& in) {
  CLI::App& command = tree.Add(path, [in](const Environment& environment) {
    v1::ListAttemptsRequest request;
    if (!in->task.empty()) request.set_task(TaskName(in->task));
    request.set_authority(in->authority);
    request.set_state(in->state);
    return ListAll(environment, &DrawService::Stub::ListAttempts, request,
                   HistoryView().front());
  });
  tree.Typed<rules::AttemptState>(
      command, "--state", in->state,
      {rules::AttemptState::kCommitted, rules::AttemptState::kRun,
       rules::AttemptState::kOpened, rules::AttemptState::kVoid,
       rules::AttemptState::kFailed},
      {"只列此状态的", "only attempts in this state"});
  tree.ListOptions(command);
  return command;
}

void AddHistory(CommandTree& tree) {
  const auto in = std::make_shared<Arguments>();
  CLI::App& history = AddAttempts(tree, "draw history", in);
  CLI::Option* task = tree.Id(history, "TASK", in->task, Completes::kTask,
                              {"任务", "the task"});
  tree.Option(history, "--authority", in->authority,
              {"抽查部门的全部任务", "the authority's name: all its tasks"})
      ->excludes(task);
  const auto all = std::make_shared<Arguments>();
  CLI::App& list = AddAttempts(tree, "draw list", all);
  CLI::Option* of_task = tree.Id(list, "--task", all->task, Completes::kTask,
                                 {"只列该任务的", "only this task's"});
  tree.Option(list, "--authority", all->authority,
              {"只列该部门的", "only this authority's, by its name"})
      ->excludes(of_task);
}

}  // namespace

void AddDrawReadCommands(CommandTree& tree) {
  AddShow(tree);
  AddProof(tree);
  AddExplain(tree);
  AddReport(tree);
  AddHistory(tree);
  tree.ListOptions(tree.Add("draw stats", [](const Environment& environment) {
    return ListAll(environment, &DrawService::Stub::GetDrawStatistics,
                   v1::GetDrawStatisticsRequest(), StatisticsView().front());
  }));
}

}  // namespace spotcheck::client
