#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/app/credit/change.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/import.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/record.h"
#include "lib/app/credit/record_many.h"
#include "lib/app/credit/results.h"
#include "lib/app/credit/status.h"
#include "lib/app/draw/citing.h"
#include "server/convert/check_change.h"
#include "server/convert/credit.h"
#include "server/convert/filters.h"
#include "server/rpc/draw_visibility.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {

using store::Transaction;
using store::View;

namespace {

// Leaves in the answer only what the role may see, and adds the frames that
// cite the check for those who run draws.
absl::StatusOr<app::CheckChangeAnswer> AnswerFor(
    Role role, const View& view, app::CheckChangeAnswer answer) {
  if (!RunsDraws(role)) {
    std::erase_if(answer.effects, [](const app::Effect& effect) {
      return effect.kind == app::EffectKind::kUnit;
    });
    return answer;
  }
  const store::StoredCheckChange& change = answer.change;
  ASSIGN_OR_RETURN(
      const auto citing,
      app::AttemptsCiting(view, {change.usci,
                                 change.check,
                                 {answer.stood_since, answer.journal_index}}));
  AddCiting(citing, answer);
  return answer;
}

// The authorities for whose draws the caller of an import may record results;
// absent for one who may not see draws.
absl::StatusOr<std::optional<app::Mandate>> RecordsOf(const View& view,
                                                      const Call& call) {
  if (!RunsDraws(call.caller.role)) return std::nullopt;
  Call record = call;
  record.rpc = "spotcheck.v1.CreditService.RecordResult";
  ASSIGN_OR_RETURN(app::Mandate mandate,
                   app::Mandate::Of(view, SpeakerOf(record)));
  return mandate;
}

// A change of a check that was drawn is the affair of the task's authority.
template <typename Request>
void AddRequestOfChange(RpcTable& table) {
  table.AddChange<Request>(
      [](Transaction& tx, const Call& call, const app::CheckChangeInput& input)
          -> absl::StatusOr<store::StoredCheckChange> {
        ASSIGN_OR_RETURN(const TaskId task, app::TaskOfCheck(tx, input.check));
        RETURN_IF_ERROR(app::CheckSpeaksForTask(tx, SpeakerOf(call), task));
        return app::RequestCheckChange(tx, tx.today(), input);
      });
}

void AddChangeRpcs(RpcTable& table) {
  const Office office = table.office();
  AddRequestOfChange<v1::CorrectResultRequest>(table);
  AddRequestOfChange<v1::VoidResultRequest>(table);
  table.AddChange<v1::ApproveCheckChangeRequest>(
      [office](Transaction& tx, const Call& call, const std::string& change_id)
          -> absl::StatusOr<app::CheckChangeAnswer> {
        ASSIGN_OR_RETURN(const TaskId task, app::TaskOfChange(tx, change_id));
        RETURN_IF_ERROR(app::CheckSpeaksForTask(tx, SpeakerOf(call), task));
        ASSIGN_OR_RETURN(
            app::CheckChangeAnswer answer,
            app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
              return app::ApproveCheckChange(tx, book, tx.today(), change_id);
            }));
        return AnswerFor(call.caller.role, tx, std::move(answer));
      });
  table.AddRead<v1::ListCheckChangesRequest>(
      [](const View& view, const Call&, const app::CheckChangesQuery& query) {
        return app::ListCheckChanges(view, query);
      });
}

void AddResultRpcs(RpcTable& table) {
  const Office office = table.office();
  table.AddChange<v1::RecordResultRequest>(
      [office](
          Transaction& tx, const Call& call,
          const app::ResultInput& input) -> absl::StatusOr<app::ResultAnswer> {
        RETURN_IF_ERROR(
            app::CheckSpeaksForTask(tx, SpeakerOf(call), input.task));
        return app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
          return app::RecordResult(tx, book, tx.today(), input);
        });
      });
  table.AddChange<v1::ImportResultsRequest>(
      [office](Transaction& tx, const Call& call,
               const auto& rows) -> absl::StatusOr<app::ImportResultsAnswer> {
        ASSIGN_OR_RETURN(const app::Mandate by,
                         app::Mandate::Of(tx, SpeakerOf(call)));
        ASSIGN_OR_RETURN(auto records, RecordsOf(tx, call));
        return app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
          return app::ImportResults(tx, book, tx.today(), {by, rows, records});
        });
      });
  table.AddChange<v1::RecordResultsRequest>(
      [office](Transaction& tx, const Call& call,
               const app::ResultsOfTask& results)
          -> absl::StatusOr<app::ImportResultsAnswer> {
        RETURN_IF_ERROR(
            app::CheckSpeaksForTask(tx, SpeakerOf(call), results.task));
        return app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
          return app::RecordResults(tx, book, tx.today(), results);
        });
      });
}

}  // namespace

void AddCreditRpcs(RpcTable& table) {
  AddResultRpcs(table);
  AddChangeRpcs(table);
  const Office office = table.office();
  const auto today = [office] {
    return CivilDate::Of(office.database.clock().Now());
  };
  table.AddRead<v1::GetCreditFileRequest>(
      [office, today](const View& view, const Call&,
                      const app::CreditFileQuery& query) {
        return app::WithRules(
            office.rules, view, [&](const app::RuleBook& book) {
              return app::GetCreditFile(view, book, today(), query);
            });
      });
  table.AddRead<v1::BatchGetStatusRequest>([office, today](
                                               const View& view, const Call&,
                                               const app::StatusQuery& query) {
    return app::WithRules(office.rules, view, [&](const app::RuleBook& book) {
      return app::BatchGetStatus(view, book, today(), query);
    });
  });
  table.AddRead<v1::ListResultsRequest>(
      [](const View& view, const Call&, const app::ResultsQuery& query) {
        return app::ListResults(view, query);
      });
  table.AddRead<v1::ListListEntriesRequest>(
      [](const View& view, const Call&, const app::ListEntriesQuery& query) {
        return app::ListListEntries(view, query);
      });
  table.AddChange<v1::DecideListEntryRequest>(
      [](Transaction& tx, const Call&, const app::ListDecision& decision) {
        return app::DecideListEntry(tx, decision);
      });
}

}  // namespace spotcheck::server
