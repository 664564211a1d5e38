#include <string>

#include "absl/strings/numbers.h"
#include "lib/app/draws.h"
#include "lib/app/register_errors.h"
#include "lib/app/register_page.h"
#include "lib/base/bytes.h"
#include "server/convert_draw.h"
#include "server/convert_draw_answers.h"
#include "server/draw_sight.h"
#include "server/rpcs.h"

namespace spotcheck::server {
namespace {

using store::Transaction;
using store::View;

// One row more than the page tells whether another page follows.
absl::StatusOr<TaskPage> ListTasks(const View& view, const PageInput& input) {
  const app::PageQuestion question{"tasks"};
  ASSIGN_OR_RETURN(const int size, app::ParsePageSize(input.page_size));
  ASSIGN_OR_RETURN(const std::string after,
                   app::ParsePageToken(question, input.page_token));
  TaskPage page;
  ASSIGN_OR_RETURN(page.tasks, app::ListTasks(view, TaskId(after), size + 1));
  if (page.tasks.size() > static_cast<std::size_t>(size)) {
    page.tasks.resize(static_cast<std::size_t>(size));
    page.next_page_token =
        app::MakePageToken(question, page.tasks.back().task.str());
  }
  return page;
}

absl::StatusOr<WitnessPage> ListWitnesses(const View& view,
                                          const PageInput& input) {
  const app::PageQuestion question{"witnesses"};
  ASSIGN_OR_RETURN(const int size, app::ParsePageSize(input.page_size));
  ASSIGN_OR_RETURN(const std::string after,
                   app::ParsePageToken(question, input.page_token));
  WitnessPage page;
  ASSIGN_OR_RETURN(page.witnesses, app::ListWitnesses(view, after, size + 1));
  if (page.witnesses.size() > static_cast<std::size_t>(size)) {
    page.witnesses.resize(static_cast<std::size_t>(size));
    page.next_page_token =
        app::MakePageToken(question, page.witnesses.back().key);
  }
  return page;
}

absl::StatusOr<AttemptsPage> ListAttempts(const View& view,
                                          const HistoryInput& input) {
  const app::PageQuestion question{
      Lp({"attempts", input.of.task.str(), input.of.authority})};
  ASSIGN_OR_RETURN(const int size, app::ParsePageSize(input.page.page_size));
  ASSIGN_OR_RETURN(const std::string after,
                   app::ParsePageToken(question, input.page.page_token));
  app::HistoryOf of = input.of;
  if (!after.empty() && !absl::SimpleAtoi(after, &of.after)) {
    return app::register_errors::InvalidPageToken();
  }
  of.limit = size + 1;
  AttemptsPage page;
  ASSIGN_OR_RETURN(page.attempts, app::ListAttempts(view, of));
  if (page.attempts.size() > static_cast<std::size_t>(size)) {
    page.attempts.resize(static_cast<std::size_t>(size));
    page.next_page_token = app::MakePageToken(
        question, std::to_string(page.attempts.back().journal_index));
  }
  return page;
}

absl::StatusOr<CountsPage> ListCounts(const View& view,
                                      const PageInput& input) {
  const app::PageQuestion question{"draw counts"};
  ASSIGN_OR_RETURN(const int size, app::ParsePageSize(input.page_size));
  ASSIGN_OR_RETURN(const std::string after,
                   app::ParsePageToken(question, input.page_token));
  CountsPage page;
  ASSIGN_OR_RETURN(page.counts, app::DrawStatistics(view, {after, size + 1}));
  if (page.counts.size() > static_cast<std::size_t>(size)) {
    page.counts.resize(static_cast<std::size_t>(size));
    page.next_page_token =
        app::MakePageToken(question, app::KeyOf(page.counts.back()));
  }
  return page;
}

void AddTasks(RpcTable& table) {
  const Office office = table.office();
  table.AddChange<v1::CreateTaskRequest>(
      [](Transaction& tx, const Call&, const TaskInput& input) {
        app::NewTask task = input.task;
        task.plan.plan.as_of = input.as_of.value_or(CivilDate::Of(tx.now()));
        return app::CreateTask(tx, task);
      });
  table.AddRead<v1::GetTaskRequest>(
      [](const View& view, const Call&, const TaskId& task) {
        return app::GetTask(view, task);
      });
  table.AddRead<v1::ListTasksRequest>(
      [](const View& view, const Call&, const PageInput& input) {
        return ListTasks(view, input);
      });
  table.AddLongRead<v1::PreviewTaskRequest>(
      [office](const View& view, const Call&, const PreviewInput& input) {
        return app::PreviewTask(view, office.book, input.task,
                                input.max_exclusions);
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

// Commit and replacement: the same step over the same input.
absl::StatusOr<std::string> Commit(const Office& office,
                                   const store::Mutation& mutation,
                                   const app::CommitRequest& request) {
  const VerifierKey key{office.database.verifier_key()};
  return app::CommitDraw(office.database, mutation, office.book, request,
                         [&key](const app::CommitAnswer& answer) {
                           return WriteMessage(ToProto(answer, key));
                         });
}

void AddCommits(RpcTable& table) {
  const Office office = table.office();
  // The frame is frozen on a reader, for seconds.
  const auto commit =
      [office, gate = &table.long_reads()](
          store::Database&, const store::Mutation& mutation, const Call& call,
          const app::CommitRequest& request) -> absl::StatusOr<std::string> {
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
            database, mutation, office.book, reveal,
            [&key](const app::RevealAnswer& answer) {
              return WriteMessage(ToProto(answer, key));
            });
      });
  table.AddLongChange<v1::ProvideBeaconRequest, v1::Draw>(
      [office](store::Database& database, const store::Mutation& mutation,
               const Call& call, const app::BeaconRound& round) {
        const Role role = call.caller.role;
        return app::ProvideBeacon(
            database, mutation, office.book, round,
            [role](const app::DrawAnswer& draw) {
              return WriteMessage(ToProto(PublicUnlessRun(role, draw)));
            });
      });
}

void AddSecondPersonSteps(RpcTable& table) {
  table.AddChange<v1::VoidDrawRequest>(
      [](Transaction& tx, const Call&, const app::VoidRequest& request) {
        return app::RequestVoid(tx, request);
      });
  table.AddChange<v1::WithdrawUnitRequest>(
      [](Transaction& tx, const Call&, const app::UnitRequest& request) {
        return app::RequestWithdrawal(tx, request);
      });
  table.AddChange<v1::CloseDueUnitRequest>(
      [](Transaction& tx, const Call&, const app::UnitRequest& request) {
        return app::RequestCloseDue(tx, request);
      });
  table.AddChange<v1::ApproveDrawRequest>(
      [](Transaction& tx, const Call& call,
         const app::Approval& approval) -> absl::StatusOr<app::ApproveAnswer> {
        ASSIGN_OR_RETURN(app::ApproveAnswer answer, app::Approve(tx, approval));
        return WithoutUnitUnlessRun(call.caller.role, std::move(answer));
      });
}

void AddViews(RpcTable& table) {
  const Office office = table.office();
  table.AddRead<v1::GetDrawRequest>(
      [office](const View& view, const Call& call, const app::AttemptRef& ref) {
        return DrawFor(call.caller.role, view, office.book, ref);
      });
  table.AddChange<v1::OpenDrawRequest>(
      [office](Transaction& tx, const Call&, const app::AttemptRef& ref) {
        return app::OpenDraw(tx, office.book, ref);
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
        RETURN_IF_ERROR(CheckWholeSight(call.caller.role, view, unit.ref));
        return app::ExplainUnit(view, office.book, unit.ref, unit.usci);
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
        RETURN_IF_ERROR(CheckWholeSight(call.caller.role, view, request.ref));
        ASSIGN_OR_RETURN(
            std::string text,
            app::DrawReport(view, office.book, office.database.verifier_key(),
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
