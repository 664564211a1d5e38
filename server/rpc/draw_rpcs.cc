#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "lib/app/common/errors.h"
#include "lib/app/common/page.h"
#include "lib/app/draw/draws.h"
#include "lib/app/register/mandate.h"
#include "lib/base/bytes.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/words.h"
#include "server/convert/draw.h"
#include "server/convert/draw_answers.h"
#include "server/convert/draw_history.h"
#include "server/rpc/draw_visibility.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {
namespace {

using store::Transaction;
using store::View;

app::PageRequest PageRequestOf(const char* list, const PageInput& input) {
  return {{list}, input.page_size, input.page_token};
}

absl::StatusOr<TaskPage> ListTasks(const View& view, const TasksInput& input) {
  const app::TasksQuery& of = input.of;
  return app::ReadPage<store::StoredTask>(
      {{Lp({"tasks", of.authority, of.region.str(), of.category,
            of.level ? CodeOf(*of.level) : std::string_view()})},
       input.page.page_size,
       input.page.page_token},
      [&view, &of](const std::string& after, int limit) {
        app::TasksQuery query = of;
        query.after = TaskId(after);
        query.limit = limit;
        return app::ListTasks(view, std::move(query));
      },
      [](const store::StoredTask& row) { return row.task.str(); });
}

absl::StatusOr<WitnessPage> ListWitnesses(const View& view,
                                          const PageInput& input) {
  return app::ReadPage<app::WitnessAnswer>(
      PageRequestOf("witnesses", input),
      [&view](const std::string& after, int limit) {
        return app::ListWitnesses(view, after, limit);
      },
      [](const app::WitnessAnswer& row) { return row.key; });
}

absl::StatusOr<AttemptsPage> ListAttempts(const View& view,
                                          const HistoryInput& input) {
  using Rows = std::vector<app::AttemptSummary>;
  return app::ReadPage<app::AttemptSummary>(
      {{Lp({"attempts", input.of.task.str(), input.of.authority,
            input.of.state ? CodeOf(*input.of.state) : std::string_view()})},
       input.page.page_size,
       input.page.page_token},
      [&](const std::string& after, int limit) -> absl::StatusOr<Rows> {
        app::HistoryOf of = input.of;
        if (!after.empty() && !absl::SimpleAtoi(after, &of.after)) {
          return app::register_errors::InvalidPageToken();
        }
        of.limit = limit;
        return app::ListAttempts(view, of);
      },
      [](const app::AttemptSummary& row) {
        return std::to_string(row.attempt.leaf_index);
      });
}

absl::StatusOr<CountsPage> ListCounts(const View& view,
                                      const PageInput& input) {
  return app::ReadPage<app::DrawCounts>(
      PageRequestOf("draw counts", input),
      [&view](const std::string& after, int limit) {
        return app::DrawStatistics(view, {after, limit});
      },
      app::KeyOf);
}

// Checks the authority that the plan names. A plan that names none is OK here:
// app::CreateTask refuses it.
absl::Status CheckSpeaksForPlan(const View& view, const Call& call,
                                const rules::Plan& plan) {
  const auto authority =
      rules::AuthorityOfTask(plan.authority, plan.level, plan.region);
  if (!authority.ok()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const app::Mandate by,
                   app::Mandate::Of(view, SpeakerOf(call)));
  return by.Check(*authority);
}

void AddTasks(RpcTable& table) {
  const Office office = table.office();
  table.AddChange<v1::CreateTaskRequest>(
      [](Transaction& tx, const Call& call,
         const TaskInput& input) -> absl::StatusOr<store::StoredTask> {
        RETURN_IF_ERROR(CheckSpeaksForPlan(tx, call, input.task.plan.plan));
        app::NewTask task = input.task;
        task.plan.plan.as_of = input.as_of.value_or(tx.today());
        return app::CreateTask(tx, task);
      });
  table.AddChange<v1::UpdateTaskRequest>(
      [](Transaction& tx, const Call& call,
         const TaskInput& input) -> absl::StatusOr<store::StoredTask> {
        RETURN_IF_ERROR(
            app::CheckSpeaksForTask(tx, SpeakerOf(call), input.task.task));
        RETURN_IF_ERROR(CheckSpeaksForPlan(tx, call, input.task.plan.plan));
        app::NewTask task = input.task;
        task.plan.plan.as_of = input.as_of.value_or(tx.today());
        return app::ChangeTask(tx, task);
      });
  table.AddChange<v1::WithdrawTaskRequest>(
      [](Transaction& tx, const Call& call, const app::TaskWithdrawal& input)
          -> absl::StatusOr<store::StoredTask> {
        RETURN_IF_ERROR(
            app::CheckSpeaksForTask(tx, SpeakerOf(call), input.task));
        return app::WithdrawTask(tx, input);
      });
  table.AddRead<v1::GetTaskRequest>(
      [](const View& view, const Call&, const TaskId& task) {
        return app::GetTask(view, task);
      });
  table.AddRead<v1::ListTasksRequest>(
      [](const View& view, const Call&, const TasksInput& input) {
        return ListTasks(view, input);
      });
  table.AddLongRead<v1::PreviewTaskRequest>([office](
                                                const View& view, const Call&,
                                                const PreviewInput& input) {
    return app::WithRules(office.rules, view, [&](const app::RuleBook& book) {
      return app::PreviewTask(view, book, input.task, input.max_exclusions);
    });
  });
}

void AddWitnesses(RpcTable& table) {
  table.AddChange<v1::RegisterWitnessRequest>(
      [](Transaction& tx, const Call&, const app::NewWitness& witness) {
        return app::RegisterWitness(tx, witness);
      });
  table.AddRead<v1::ListWitnessesRequest>(
      [](const View& view, const Call&, const PageInput& input) {
        return ListWitnesses(view, input);
      });
  table.AddRead<v1::GetNextAttemptRequest>(
      [](const View& view, const Call&, const TaskId& task) {
        return app::GetNextAttempt(view, task);
      });
}

// CommitDraw and ReplaceUnits take this same step over the same input.
absl::StatusOr<std::string> Commit(const Office& office,
                                   const store::Mutation& mutation,
                                   const app::CommitRequest& request) {
  const VerifierKey key{office.database.verifier_key()};
  return app::CommitDraw(office.database, mutation, office.rules, request,
                         [&key](const app::CommitAnswer& answer) {
                           return WriteMessage(ToProto(answer, key));
                         });
}

void AddCommits(RpcTable& table) {
  const Office office = table.office();
  // app freezes the frame on a reader, which takes seconds.
  const auto commit =
      [office, gate = &table.freezes()](
          store::Database&, const store::Mutation& mutation, const Call& call,
          const app::CommitRequest& request) -> absl::StatusOr<std::string> {
    RETURN_IF_ERROR(office.database.Read([&](const View& view) {
      return app::CheckSpeaksForTask(view, SpeakerOf(call), request.task);
    }));
    ASSIGN_OR_RETURN(const LongReads::Pass pass, gate->Enter(call));
    return Commit(office, mutation, request);
  };
  table.AddLongChange<v1::CommitDrawRequest, v1::CommitDrawResponse>(commit);
  table.AddLongChange<v1::ReplaceUnitsRequest, v1::CommitDrawResponse>(commit);
  table.AddLongChange<v1::RevealContributionRequest, v1::RevealReceipt>(
      [office](store::Database& database, const store::Mutation& mutation,
               const Call&, const app::Reveal& reveal) {
        const VerifierKey key{database.verifier_key()};
        return app::RevealContribution(
            database, mutation, office.rules, reveal,
            [&key](const app::RevealAnswer& answer) {
              return WriteMessage(ToProto(answer, key));
            });
      });
  table.AddLongChange<v1::ProvideBeaconRequest, v1::Draw>(
      [office](store::Database& database, const store::Mutation& mutation,
               const Call& call, const app::BeaconRound& round) {
        const Role role = call.caller.role;
        return app::ProvideBeacon(
            database, mutation, office.rules, round,
            [role](const app::DrawAnswer& draw) {
              return WriteMessage(ToProto(PublicUnlessRun(role, draw)));
            });
      });
}

// A change of a draw by whoever speaks for the task's authority.
template <typename Request>
auto ForOwnTasks(absl::StatusOr<app::PendingApproval> (*change)(
    Transaction&, const Request&)) {
  return [change](
             Transaction& tx, const Call& call,
             const Request& request) -> absl::StatusOr<app::PendingApproval> {
    RETURN_IF_ERROR(app::CheckSpeaksForTask(tx, SpeakerOf(call), request.task));
    return change(tx, request);
  };
}

void AddSecondPersonSteps(RpcTable& table) {
  table.AddChange<v1::VoidDrawRequest>(
      ForOwnTasks<app::VoidRequest>(app::RequestVoid));
  table.AddChange<v1::WithdrawUnitRequest>(
      ForOwnTasks<app::UnitApprovalRequest>(app::RequestWithdrawal));
  table.AddChange<v1::CloseDueUnitRequest>(
      ForOwnTasks<app::UnitApprovalRequest>(app::RequestCloseDue));
  table.AddChange<v1::ApproveDrawRequest>(
      [](Transaction& tx, const Call& call,
         const app::Approval& approval) -> absl::StatusOr<app::ApproveAnswer> {
        RETURN_IF_ERROR(
            app::CheckSpeaksForTask(tx, SpeakerOf(call), approval.task));
        ASSIGN_OR_RETURN(app::ApproveAnswer answer, app::Approve(tx, approval));
        return WithoutUnitUnlessRun(call.caller.role, std::move(answer));
      });
}

void AddViews(RpcTable& table) {
  const Office office = table.office();
  table.AddRead<v1::GetDrawRequest>([office](const View& view, const Call& call,
                                             const app::AttemptRef& ref) {
    return app::WithRules(office.rules, view, [&](const app::RuleBook& book) {
      return DrawFor(call.caller.role, view, book, ref);
    });
  });
  table.AddChange<v1::OpenDrawRequest>(
      [office](Transaction& tx, const Call& call,
               const app::AttemptRef& ref) -> absl::StatusOr<app::DrawAnswer> {
        RETURN_IF_ERROR(app::CheckSpeaksForTask(tx, SpeakerOf(call), ref.task));
        return app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
          return app::OpenDraw(tx, book, ref);
        });
      });
  table.AddStream<v1::ExportBundleRequest, v1::ExportBundleResponse>(
      [office](const View& view, const Call&, const app::AttemptRef& ref) {
        return app::ExportBundle(view, office.database.verifier_key(), ref);
      });
  table.AddRead<v1::ListAttemptsRequest>(
      [](const View& view, const Call&, const HistoryInput& input) {
        return ListAttempts(view, input);
      });
  table.AddLongRead<v1::GetDrawStatisticsRequest>(
      [](const View& view, const Call&, const PageInput& input) {
        return ListCounts(view, input);
      });
}

void AddExplanations(RpcTable& table) {
  const Office office = table.office();
  table.AddLongRead<v1::ExplainUnitRequest>(
      [office](const View& view, const Call& call,
               const UnitInput& unit) -> absl::StatusOr<app::UnitExplanation> {
        RETURN_IF_ERROR(CheckSeesAll(call.caller.role, view, unit.ref));
        ASSIGN_OR_RETURN(const auto book, office.rules.At(view));
        return app::ExplainUnit(view, *book, unit.ref, unit.usci);
      });
  table.AddLongRead<
      v1::GetUnitProofRequest>([office](const View& view, const Call&,
                                        const UnitInput& unit)
                                   -> absl::StatusOr<UnitProofAndKey> {
    ASSIGN_OR_RETURN(app::UnitProof proof,
                     app::GetUnitProof(view, unit.ref, unit.usci));
    return UnitProofAndKey{std::move(proof), {office.database.verifier_key()}};
  });
  table.AddLongRead<v1::GetDrawReportRequest>(
      [office](
          const View& view, const Call& call,
          const app::ReportRequest& request) -> absl::StatusOr<ReportPage> {
        RETURN_IF_ERROR(CheckSeesAll(call.caller.role, view, request.ref));
        ASSIGN_OR_RETURN(const auto book, office.rules.At(view));
        ASSIGN_OR_RETURN(
            std::string text,
            app::DrawReport(view, *book, office.database.verifier_key(),
                            request));
        return ReportPage{request.format, std::move(text)};
      });
}

}  // namespace

void AddDrawRpcs(RpcTable& table) {
  AddTasks(table);
  AddWitnesses(table);
  AddCommits(table);
  AddSecondPersonSteps(table);
  AddViews(table);
  AddExplanations(table);
}

}  // namespace spotcheck::server
