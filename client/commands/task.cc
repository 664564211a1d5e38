// task: create, edit, withdraw, get, list, preview.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/commands/draw_views.h"
#include "client/commands/frame_warnings.h"
#include "client/words.h"
#include "lib/base/hash_words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/task_rules.h"
#include "spotcheck/v1/draw.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::DrawService;

const View kTask = {
    {{"", ""},
     "",
     {{"name", {"任务", "task"}},
      {"authority", {"抽查部门", "authority"}},
      {"level", {"抽查级别", "level"}},
      {"region", {"行政区划", "region"}},
      {"categories", {"产品类别", "categories"}},
      {"sample_size", {"抽取企业数", "sample size"}},
      {"lines_per_enterprise", {"每家产品数", "lines per enterprise"}},
      {"inspectors_per_enterprise",
       {"每家检查人员数", "inspectors per enterprise"}},
      {"suite", {"杂凑算法", "suite"}},
      {"weights", {"各等级权重", "weights"}},
      {"as_of", {"基准日", "as of"}},
      {"purpose", {"性质", "purpose"}},
      {"basis", {"依据", "basis"}},
      {"withdrawn", {"撤回理由", "withdrawn"}},
      {"journal_index", {"日志序号", "journal index"}}}}};

const Section kTasks = {{"", ""},
                        "tasks",
                        {{"name", {"任务", "TASK"}},
                         {"authority", {"抽查部门", "AUTHORITY"}},
                         {"region", {"行政区划", "REGION"}},
                         {"as_of", {"基准日", "AS OF"}},
                         {"sample_size", {"抽取数", "SAMPLE"}},
                         {"categories", {"产品类别", "CATEGORIES"}},
                         {"withdrawn", {"撤回理由", "WITHDRAWN"}}}};

struct Create {
  std::string id;
  std::string authority;
  v1::Level level = v1::LEVEL_UNSPECIFIED;
  std::string region;
  std::vector<std::string> categories;
  std::int32_t sample = 0;
  std::int32_t lines = 0;
  std::int32_t inspectors = 0;
  v1::HashSuite suite = v1::HASH_SUITE_UNSPECIFIED;  // SHA256
  std::string weights;
  std::string as_of;
  v1::Purpose purpose = v1::PURPOSE_UNSPECIFIED;  // routine
  std::string basis;
};

// Says where a draw of the task would fail today. The register may change until
// the draw, so this is no error.
struct Wanted {
  std::string task;
  std::int64_t sample = 0;
};
void WarnOfFrame(const Environment& environment, const Wanted& wanted) {
  const auto session = environment.Connect();
  if (!session.ok()) return;
  v1::PreviewTaskRequest request;
  request.set_name(TaskName(wanted.task));
  request.set_max_exclusions(1);
  const auto preview = session->Call(&DrawService::Stub::PreviewTask, request);
  if (!preview.ok()) return;
  for (const Localized& warning : WarningsOfFrame(*preview, wanted.sample)) {
    environment.Say(warning);
  }
}

// Sets what was given; the rest of the task stays.
absl::Status FillTask(const Create& in, v1::Task& task) {
  if (!in.authority.empty()) task.set_authority(in.authority);
  if (in.level != v1::LEVEL_UNSPECIFIED) task.set_level(in.level);
  if (!in.region.empty()) task.set_region(in.region);
  if (!in.categories.empty()) task.clear_categories();
  for (const std::string& category : in.categories) {
    task.add_categories(category);
  }
  if (in.sample != 0) task.set_sample_size(in.sample);
  if (in.lines != 0) task.set_lines_per_enterprise(in.lines);
  if (in.inspectors != 0) task.set_inspectors_per_enterprise(in.inspectors);
  if (in.suite != v1::HASH_SUITE_UNSPECIFIED) task.set_suite(in.suite);
  if (!in.weights.empty()) {
    ASSIGN_OR_RETURN(const rules::StratumWeights weights,
                     rules::ParseStratumWeights(in.weights));
    task.clear_weights();
    for (const auto& [stratum, weight] : weights) {
      (*task.mutable_weights())[stratum.str()] =
          static_cast<std::int32_t>(weight);
    }
  }
  if (!in.as_of.empty()) task.set_as_of(in.as_of);
  if (in.purpose != v1::PURPOSE_UNSPECIFIED) task.set_purpose(in.purpose);
  if (!in.basis.empty()) task.set_basis(in.basis);
  return absl::OkStatus();
}

absl::StatusOr<ExitCode> CreateTask(const Environment& environment,
                                    const Create& in) {
  v1::CreateTaskRequest request;
  request.set_task_id(in.id);
  RETURN_IF_ERROR(FillTask(in, *request.mutable_task()));
  RETURN_IF_ERROR(
      MutateAndShow(environment, &DrawService::Stub::CreateTask, request, kTask)
          .status());
  // A dry run made no task whose frame could be looked at.
  if (environment.options.mutation == Mutation::kApply) {
    WarnOfFrame(environment, {in.id, in.sample});
  }
  return ExitCode::kDone;
}

absl::StatusOr<ExitCode> EditTask(const Environment& environment,
                                  const Create& in) {
  v1::GetTaskRequest get;
  get.set_name(TaskName(in.id));
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(v1::Task task,
                   session.Call(&DrawService::Stub::GetTask, get));
  RETURN_IF_ERROR(FillTask(in, task));
  v1::UpdateTaskRequest request;
  *request.mutable_task() = task;
  RETURN_IF_ERROR(
      MutateAndShow(environment, &DrawService::Stub::UpdateTask, request, kTask)
          .status());
  if (environment.options.mutation == Mutation::kApply) {
    WarnOfFrame(environment, {in.id, task.sample_size()});
  }
  return ExitCode::kDone;
}

// A new task needs what an edit may leave as it is.
enum class Need { kAll, kNone };
void Require(Need need, CLI::Option* option) {
  if (need == Need::kAll) option->required();
}

void AddWho(CommandTree& tree, CLI::App& command, Create& in, Need need) {
  Require(need, tree.Option(command, "--authority", in.authority,
                            {"抽查部门", "the authority's name"}));
  Require(need, tree.Typed<rules::Level>(
                    command, "--level", in.level,
                    {rules::Level::kNational, rules::Level::kProvincial,
                     rules::Level::kCity, rules::Level::kCounty},
                    {"级别：国家级、省级、市级、县级（或 national、provincial、"
                     "city、county）",
                     "national, provincial, city or county"}));
  Require(need, tree.Option(command, "--region", in.region,
                            {"行政区划代码，2、4、6 位；0 为全国",
                             "region code of 2, 4 or 6 digits; 0 is "
                             "national"}));
  Require(need, tree.Option(command, "--category", in.categories,
                            {"产品类别，可多个", "categories, one or more"}));
}

void AddHowMany(CommandTree& tree, CLI::App& command, Create& in, Need need) {
  Require(need, tree.Number(command, "--sample", in.sample,
                            {"抽取企业数", "enterprises to draw"}));
  Require(need, tree.Number(command, "--lines", in.lines,
                            {"每家企业抽取产品数",
                             "product lines a drawn enterprise"}));
  Require(need,
          tree.Number(command, "--inspectors", in.inspectors,
                      {"每家企业检查人员数", "inspectors a drawn enterprise"}));
  tree.Option(command, "--weights", in.weights,
              {"各等级权重，如 A=1,B=2,C=4,D=8",
               "weights of the strata, e.g. A=1,B=2,C=4,D=8"});
}

void AddHow(CommandTree& tree, CLI::App& command, Create& in) {
  tree.Typed<HashSuite>(command, "--suite", in.suite,
                        {HashSuite::kSha256, HashSuite::kSm3},
                        {"杂凑算法：SHA256、SM3", "SHA256 or SM3"});
  tree.Option(command, "--as-of", in.as_of,
              {"基准日（默认今天）",
               "the day whose facts count "
               "(default today)"});
  tree.Typed<rules::Purpose>(
      command, "--purpose", in.purpose,
      {rules::Purpose::kRoutine, rules::Purpose::kFollowUp,
       rules::Purpose::kEmergency},
      {"性质：例行抽查、跟踪抽查、应急抽查（或 routine、follow-up、emergency）",
       "routine, follow-up or emergency"});
  tree.Option(
      command, "--basis", in.basis,
      {"跟踪抽查或应急抽查的依据", "the basis of a follow-up or an emergency"});
}

template <typename Request, typename Method>
CLI::App& AddById(CommandTree& tree, std::string_view path, Method method,
                  const View& view) {
  auto id = std::make_shared<std::string>();
  CLI::App& command =
      tree.Add(path, [id, method, view](const Environment& environment) {
        Request request;
        request.set_name(TaskName(*id));
        return CallAndShow(environment, method, request, view);
      });
  tree.Id(command, "ID", *id, Completes::kTask, {"任务", "the task"})
      ->required();
  return command;
}

void AddEdit(CommandTree& tree) {
  auto in = std::make_shared<Create>();
  CLI::App& command =
      tree.Add("task edit", [in](const Environment& environment) {
        return EditTask(environment, *in);
      });
  tree.Id(command, "ID", in->id, Completes::kTask, {"任务", "the task"})
      ->required();
  AddWho(tree, command, *in, Need::kNone);
  AddHowMany(tree, command, *in, Need::kNone);
  AddHow(tree, command, *in);
}

void AddWithdraw(CommandTree& tree) {
  auto request = std::make_shared<v1::WithdrawTaskRequest>();
  CLI::App& command =
      tree.Add("task withdraw", [request](const Environment& environment) {
        v1::WithdrawTaskRequest named = *request;
        named.set_name(TaskName(request->name()));
        return MutateAndShow(environment, &DrawService::Stub::WithdrawTask,
                             named, kTask);
      });
  tree.Id(command, "ID", *request->mutable_name(), Completes::kTask,
          {"任务", "the task"})
      ->required();
  tree.Option(command, "--reason", *request->mutable_reason(), {"理由", "why"})
      ->required();
}

void AddTaskList(CommandTree& tree) {
  struct Filter {
    v1::ListTasksRequest request;
    v1::Level level = v1::LEVEL_UNSPECIFIED;
  };
  auto in = std::make_shared<Filter>();
  CLI::App& command =
      tree.Add("task list", [in](const Environment& environment) {
        v1::ListTasksRequest request = in->request;
        request.set_level(in->level);
        return ListAll(environment, &DrawService::Stub::ListTasks, request,
                       kTasks);
      });
  tree.Option(command, "--authority", *in->request.mutable_authority(),
              {"只列该部门的", "only this authority's, by its name"});
  tree.Option(command, "--region", *in->request.mutable_region(),
              {"只列此行政区划之内的，2、4、6 位",
               "only those within this region of 2, 4 or 6 digits"});
  tree.Option(command, "--category", *in->request.mutable_category(),
              {"只列含此产品类别的", "only those with this product category"});
  tree.Typed<rules::Level>(command, "--level", in->level,
                           {rules::Level::kNational, rules::Level::kProvincial,
                            rules::Level::kCity, rules::Level::kCounty},
                           {"只列此级别的：国家级、省级、市级、县级",
                            "only those of this level: national, provincial, "
                            "city or county"});
  tree.ListOptions(command);
}

}  // namespace

void AddTaskCommands(CommandTree& tree) {
  auto in = std::make_shared<Create>();
  CLI::App& create =
      tree.Add("task create", [in](const Environment& environment) {
        return CreateTask(environment, *in);
      });
  tree.Option(create, "--id", in->id, {"任务编号", "the task's id"})
      ->required();
  AddWho(tree, create, *in, Need::kAll);
  AddHowMany(tree, create, *in, Need::kAll);
  AddHow(tree, create, *in);
  AddEdit(tree);
  AddWithdraw(tree);
  AddById<v1::GetTaskRequest>(tree, "task get", &DrawService::Stub::GetTask,
                              kTask);
  AddTaskList(tree);
  AddById<v1::PreviewTaskRequest>(
      tree, "task preview", &DrawService::Stub::PreviewTask, PreviewView());
}

}  // namespace spotcheck::client
