#include "lib/app/journal/read.h"

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/merkle.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

class JournalReadTest : public House {
 protected:
  void SetUp() override {
    for (int i = 1; i <= 5; ++i) Import({Enterprise(MakeUsci("640181", i))});
  }
  absl::StatusOr<EventsPage> Events(const EventsQuery& query) {
    return Read(
        [&](const store::View& view) { return ListEvents(view, query); });
  }
};

TEST_F(JournalReadTest, TheFeedGivesStoredBytesAndAStableToken) {
  const auto first = Events({2, "", 0});
  ASSERT_OK(first);
  ASSERT_EQ(first->events.size(), 2u);
  EXPECT_EQ(first->events[0].type, "enterprise.imported");
  EXPECT_EQ(first->events[1].journal_index, 1);
  EXPECT_LT(first->events[0].time, first->events[1].time);
  const auto rest = Events({100, first->next_page_token, 0});
  ASSERT_OK(rest);
  EXPECT_EQ(rest->events.size(), 3u);
  const auto none = Events({100, rest->next_page_token, 0});
  ASSERT_OK(none);
  EXPECT_TRUE(none->events.empty());
  EXPECT_EQ(none->next_page_token, rest->next_page_token);
  Import({Enterprise(MakeUsci("640181", 6))});
  const auto more = Events({100, none->next_page_token, 0});
  ASSERT_OK(more);
  EXPECT_EQ(more->events.size(), 1u);
}

TEST_F(JournalReadTest, StartsAnywhereAndRefusesWhatIsNoToken) {
  const auto page = Events({0, "", 4});
  ASSERT_OK(page);
  EXPECT_EQ(page->events.size(), 1u);
  const auto beyond = Events({0, "", 1'000'000});
  ASSERT_OK(beyond);
  EXPECT_TRUE(beyond->events.empty());
  EXPECT_THAT(Events({0, "", -1}), StatusReasonIs("LEAF_OUT_OF_RANGE"));
  EXPECT_THAT(Events({0, "nonsense", 0}), StatusReasonIs("INVALID_PAGE_TOKEN"));
  EXPECT_THAT(Events({1001, "", 0}), StatusReasonIs("INVALID_PAGE_SIZE"));
}

TEST_F(JournalReadTest, ProofsVerifyAgainstTheCheckpoint) {
  const auto checkpoint =
      Read([](const store::View& view) { return GetCheckpoint(view); });
  ASSERT_OK(checkpoint);
  EXPECT_EQ(checkpoint->tree_size, 5);
  const auto inclusion = Read([](const store::View& view) {
    return GetInclusionProof(view, {3, 0});
  });
  ASSERT_OK(inclusion);
  EXPECT_OK(journal::VerifyInclusion(inclusion->leaf_hash, 3, 5,
                                     inclusion->hashes, checkpoint->root));
  const auto consistency = Read([](const store::View& view) {
    return GetConsistencyProof(view, {2, 0});
  });
  ASSERT_OK(consistency);
  const auto old_root =
      Read([](const store::View& view) { return view.Root(2); });
  ASSERT_OK(old_root);
  EXPECT_OK(journal::VerifyConsistency(2, 5, consistency->hashes, *old_root,
                                       checkpoint->root));
}

TEST_F(JournalReadTest, ProofsOutsideTheJournalAreRefused) {
  const auto inclusion = [&](InclusionQuery query) {
    return Read([&](const store::View& view) {
      return GetInclusionProof(view, query);
    });
  };
  EXPECT_THAT(inclusion({5, 0}), StatusReasonIs("LEAF_OUT_OF_RANGE"));
  EXPECT_THAT(inclusion({3, 3}), StatusReasonIs("LEAF_OUT_OF_RANGE"));
  EXPECT_THAT(inclusion({-1, 0}), StatusReasonIs("LEAF_OUT_OF_RANGE"));
  EXPECT_THAT(inclusion({0, 6}), StatusReasonIs("TREE_SIZE_OUT_OF_RANGE"));
  EXPECT_THAT(inclusion({0, -2}), StatusReasonIs("TREE_SIZE_OUT_OF_RANGE"));
  const auto consistency = [&](ConsistencyQuery query) {
    return Read([&](const store::View& view) {
      return GetConsistencyProof(view, query);
    });
  };
  EXPECT_THAT(consistency({0, 0}), StatusReasonIs("TREE_SIZE_OUT_OF_RANGE"));
  EXPECT_THAT(consistency({4, 3}), StatusReasonIs("TREE_SIZE_OUT_OF_RANGE"));
}

}  // namespace
}  // namespace spotcheck::app
