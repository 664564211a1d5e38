#include "lib/app/journal/read.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/common/errors.h"
#include "lib/app/common/page.h"
#include "lib/base/status_macros.h"
#include "lib/journal/merkle.h"
#include "lib/store/events/leaf_header.h"

namespace spotcheck::app {
namespace {

PageQuestion EventsQuestion() { return {"events"}; }

absl::StatusOr<std::int64_t> StartOf(const EventsQuery& query) {
  if (query.page_token.empty()) {
    if (query.first_index < 0) {
      return register_errors::LeafOutOfRange(query.first_index, 0);
    }
    return query.first_index;
  }
  ASSIGN_OR_RETURN(const std::string key,
                   ParsePageToken(EventsQuestion(), query.page_token));
  std::int64_t start = 0;
  const char* const end = key.data() + key.size();
  const auto parsed = std::from_chars(key.data(), end, start);
  if (parsed.ec != std::errc() || parsed.ptr != end || start < 0) {
    return register_errors::InvalidPageToken();
  }
  return start;
}

// Answers the tree size that was asked for; 0 asks for the newest. Refuses a
// size beyond the journal's.
absl::StatusOr<std::int64_t> TreeSize(const store::View& view,
                                      std::int64_t asked) {
  const std::int64_t size = asked == 0 ? view.journal_size() : asked;
  if (size < 1 || size > view.journal_size()) {
    return register_errors::TreeSizeOutOfRange(size, view.journal_size());
  }
  return size;
}

}  // namespace

absl::StatusOr<JournalCheckpoint> GetCheckpoint(const store::View& view) {
  JournalCheckpoint checkpoint;
  ASSIGN_OR_RETURN(checkpoint.note, view.SignedCheckpoint());
  checkpoint.tree_size = view.journal_size();
  ASSIGN_OR_RETURN(checkpoint.root, view.Root(checkpoint.tree_size));
  return checkpoint;
}

absl::StatusOr<EventsPage> ListEvents(const store::View& view,
                                      const EventsQuery& query) {
  ASSIGN_OR_RETURN(const int size, ParsePageSize(query.page_size));
  ASSIGN_OR_RETURN(const std::int64_t start, StartOf(query));
  EventsPage page;
  std::int64_t next = start;
  const std::int64_t end = std::min(
      view.journal_size(), start > view.journal_size() ? start : start + size);
  for (std::size_t bytes = 0; next < end && bytes < kMaxEventPageBytes;
       ++next) {
    ASSIGN_OR_RETURN(std::string leaf, view.Leaf(next));
    ASSIGN_OR_RETURN(store::LeafHeader header, store::ReadLeafHeader(leaf));
    bytes += leaf.size();
    page.events.push_back({next, std::move(header.type), std::move(header.time),
                           std::move(leaf)});
  }
  page.next_page_token = MakePageToken(EventsQuestion(), absl::StrCat(next));
  return page;
}

absl::StatusOr<InclusionAnswer> GetInclusionProof(const store::View& view,
                                                  const InclusionQuery& query) {
  InclusionAnswer answer;
  answer.journal_index = query.journal_index;
  ASSIGN_OR_RETURN(answer.tree_size, TreeSize(view, query.tree_size));
  if (query.journal_index < 0 || query.journal_index >= answer.tree_size) {
    return register_errors::LeafOutOfRange(query.journal_index,
                                           answer.tree_size);
  }
  ASSIGN_OR_RETURN(answer.hashes,
                   view.InclusionProof(query.journal_index, answer.tree_size));
  ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(query.journal_index));
  answer.leaf_hash = journal::LeafHash(leaf);
  return answer;
}

absl::StatusOr<ConsistencyAnswer> GetConsistencyProof(
    const store::View& view, const ConsistencyQuery& query) {
  ConsistencyAnswer answer;
  ASSIGN_OR_RETURN(answer.second_size, TreeSize(view, query.second_size));
  if (query.first_size < 1 || query.first_size > answer.second_size) {
    return register_errors::TreeSizeOutOfRange(query.first_size,
                                               answer.second_size);
  }
  answer.first_size = query.first_size;
  ASSIGN_OR_RETURN(answer.hashes, view.ConsistencyProof(answer.first_size,
                                                        answer.second_size));
  return answer;
}

}  // namespace spotcheck::app
