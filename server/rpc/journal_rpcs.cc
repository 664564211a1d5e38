#include "lib/app/journal/read.h"
#include "server/convert/journal.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {

using store::View;

void AddJournalRpcs(RpcTable& table) {
  const Office office = table.office();
  table.AddRead<v1::GetCheckpointRequest>(
      [office](const View& view, const Call&,
               const NoInput&) -> absl::StatusOr<CheckpointAndKey> {
        ASSIGN_OR_RETURN(app::JournalCheckpoint checkpoint,
                         app::GetCheckpoint(view));
        return CheckpointAndKey{std::move(checkpoint),
                                {office.database.verifier_key()}};
      });
  table.AddRead<v1::ListEventsRequest>(
      [](const View& view, const Call&, const app::EventsQuery& query) {
        return app::ListEvents(view, query);
      });
  table.AddRead<v1::GetInclusionProofRequest>(
      [](const View& view, const Call&, const app::InclusionQuery& query) {
        return app::GetInclusionProof(view, query);
      });
  table.AddRead<v1::GetConsistencyProofRequest>(
      [](const View& view, const Call&, const app::ConsistencyQuery& query) {
        return app::GetConsistencyProof(view, query);
      });
}

}  // namespace spotcheck::server
