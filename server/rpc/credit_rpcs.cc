#include "lib/app/credit/file.h"
#include "lib/app/credit/import.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/record.h"
#include "lib/app/credit/results.h"
#include "lib/app/credit/status.h"
#include "server/convert/credit.h"
#include "server/convert/filters.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {

using store::Transaction;
using store::View;

void AddCreditRpcs(RpcTable& table) {
  const Office office = table.office();
  const auto today = [office] {
    return CivilDate::Of(office.database.clock().Now());
  };
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
        return app::WithRules(office.rules, tx, [&](const app::RuleBook& book) {
          return app::ImportResults(tx, book, tx.today(), {by, rows});
        });
      });
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
