#ifndef SPOTCHECK_SERVER_CONVERT_JOURNAL_H_
#define SPOTCHECK_SERVER_CONVERT_JOURNAL_H_

// JournalService: turns requests into inputs and answers into responses.

#include "absl/status/statusor.h"
#include "lib/app/journal/read.h"
#include "server/convert/common.h"
#include "spotcheck/v1/journal.pb.h"

namespace spotcheck::server {

absl::StatusOr<NoInput> Parse(const v1::GetCheckpointRequest& request);
absl::StatusOr<app::EventsQuery> Parse(const v1::ListEventsRequest& request);
absl::StatusOr<app::InclusionQuery> Parse(
    const v1::GetInclusionProofRequest& request);
absl::StatusOr<app::ConsistencyQuery> Parse(
    const v1::GetConsistencyProofRequest& request);

struct CheckpointAndKey {
  app::JournalCheckpoint checkpoint;
  VerifierKey key;
};
v1::Checkpoint ToProto(const CheckpointAndKey& answer);
v1::ListEventsResponse ToProto(const app::EventsPage& page);
v1::InclusionProof ToProto(const app::InclusionAnswer& answer);
v1::ConsistencyProof ToProto(const app::ConsistencyAnswer& answer);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_JOURNAL_H_
