#include "server/convert/journal.h"

#include "lib/base/status_macros.h"
#include "server/convert/parse.h"

namespace spotcheck::server {

absl::StatusOr<NoInput> Parse(const v1::GetCheckpointRequest&) {
  return NoInput{};
}

absl::StatusOr<app::EventsQuery> Parse(const v1::ListEventsRequest& request) {
  app::EventsQuery query;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  query.first_index = request.first_index();
  return query;
}

absl::StatusOr<app::InclusionQuery> Parse(
    const v1::GetInclusionProofRequest& request) {
  return app::InclusionQuery{request.journal_index(), request.tree_size()};
}

absl::StatusOr<app::ConsistencyQuery> Parse(
    const v1::GetConsistencyProofRequest& request) {
  return app::ConsistencyQuery{request.first_size(), request.second_size()};
}

v1::Checkpoint ToProto(const CheckpointAndKey& answer) {
  return ToProto({answer.checkpoint.note, answer.checkpoint.tree_size,
                  answer.checkpoint.root},
                 answer.key);
}

v1::ListEventsResponse ToProto(const app::EventsPage& page) {
  v1::ListEventsResponse proto;
  for (const app::JournalEvent& event : page.events) {
    v1::Event& added = *proto.add_events();
    added.set_journal_index(event.journal_index);
    added.set_type(event.type);
    added.set_time(event.time);
    added.set_leaf(event.leaf);
  }
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::InclusionProof ToProto(const app::InclusionAnswer& answer) {
  v1::InclusionProof proto;
  proto.set_journal_index(answer.journal_index);
  proto.set_tree_size(answer.tree_size);
  AddDigests(answer.hashes, proto.mutable_hashes());
  proto.set_leaf_hash(answer.leaf_hash.ToHex());
  return proto;
}

v1::ConsistencyProof ToProto(const app::ConsistencyAnswer& answer) {
  v1::ConsistencyProof proto;
  proto.set_first_size(answer.first_size);
  proto.set_second_size(answer.second_size);
  AddDigests(answer.hashes, proto.mutable_hashes());
  return proto;
}

}  // namespace spotcheck::server
