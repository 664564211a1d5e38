#ifndef SPOTCHECK_LIB_APP_JOURNAL_READ_H_
#define SPOTCHECK_LIB_APP_JOURNAL_READ_H_

// Follows the journal and proves its leaves. Errors: INVALID_PAGE_SIZE,
// INVALID_PAGE_TOKEN, LEAF_OUT_OF_RANGE, TREE_SIZE_OUT_OF_RANGE.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// A page of events ends early once its leaves hold this many bytes. A gRPC
// message may have 4 MB unless a channel is set otherwise, and the page's last
// leaf may be larger than this limit.
inline constexpr std::size_t kMaxEventPageBytes = std::size_t{1} << 20;

// A signed checkpoint. The database holds the verifier key to it, not the view:
// the server adds the key to its answer.
struct JournalCheckpoint {
  std::string note;
  std::int64_t tree_size = 0;
  Digest root;
};
absl::StatusOr<JournalCheckpoint> GetCheckpoint(const store::View& view);

struct JournalEvent {
  std::int64_t journal_index = 0;
  std::string type;  // e.g. draw.committed
  std::string time;  // RFC 3339 UTC, as stored
  std::string leaf;  // the stored bytes
};
struct EventsQuery {
  int page_size = 0;
  std::string page_token;  // empty: start at first_index
  std::int64_t first_index = 0;
};
// The token never expires; while the journal has nothing new, the next page is
// empty and its token the same.
struct EventsPage {
  std::vector<JournalEvent> events;
  std::string next_page_token;
};
absl::StatusOr<EventsPage> ListEvents(const store::View& view,
                                      const EventsQuery& query);

struct InclusionQuery {
  std::int64_t journal_index = 0;
  std::int64_t tree_size = 0;  // 0 is the newest
};
struct InclusionAnswer {
  std::int64_t journal_index = 0;
  std::int64_t tree_size = 0;
  std::vector<Digest> hashes;  // lowest first
  Digest leaf_hash;
};
absl::StatusOr<InclusionAnswer> GetInclusionProof(const store::View& view,
                                                  const InclusionQuery& query);

struct ConsistencyQuery {
  std::int64_t first_size = 0;   // from 1
  std::int64_t second_size = 0;  // 0 is the newest
};
struct ConsistencyAnswer {
  std::int64_t first_size = 0;
  std::int64_t second_size = 0;
  std::vector<Digest> hashes;
};
absl::StatusOr<ConsistencyAnswer> GetConsistencyProof(
    const store::View& view, const ConsistencyQuery& query);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_JOURNAL_READ_H_
