// Two databases on one file, as two servers have it: each finds what the other
// wrote, and both go on with one journal.

#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/merkle.h"
#include "lib/store/journal/database.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using testing::SampleEnterprise;
using testing::TestDatabase;

class TwoProcesses : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(other_,
                         Database::Open(one_.options(), testing::SampleKeys(),
                                        other_clock_, other_entropy_));
  }

  static absl::StatusOr<std::string> Import(Database& db, int n) {
    return db.Write(
        {.actor = "operator",
         .request_id = "r" + std::to_string(n),
         .request_digest = Sha256("x")},
        [n](Transaction& tx) -> absl::StatusOr<std::string> {
          ASSIGN_OR_RETURN(
              const std::int64_t leaf,
              tx.Append(EnterprisesImported{{SampleEnterprise(n)}}));
          return "leaf " + std::to_string(leaf);
        });
  }
  static Digest RootOf(Database& db) {
    Digest root;
    EXPECT_OK(db.Read([&root](const View& view) -> absl::Status {
      ASSIGN_OR_RETURN(root, view.Root(view.journal_size()));
      return absl::OkStatus();
    }));
    return root;
  }

  TestDatabase one_{TestDatabase::Place::kFile};
  // Its clock is a minute behind.
  FakeClock other_clock_{testing::StartTime() - absl::Minutes(1)};
  FakeEntropy other_entropy_{2};
  std::unique_ptr<Database> other_;
};

TEST_F(TwoProcesses, GoOnWithOneJournal) {
  for (int n = 0; n < 8; n += 2) {
    EXPECT_THAT(Import(*one_, n), IsOkAndHolds("leaf " + std::to_string(n)));
    EXPECT_THAT(Import(*other_, n + 1),
                IsOkAndHolds("leaf " + std::to_string(n + 1)));
    EXPECT_EQ(RootOf(*one_), RootOf(*other_));
  }
  EXPECT_EQ(one_.JournalSize(), 8);
  EXPECT_THAT(VerifyDatabase(one_.options(), testing::SampleKeys()),
              IsOkAndHolds(std::vector<std::string>()));
}

TEST_F(TwoProcesses, TimesGrowThoughOneClockIsBehind) {
  for (int n = 0; n < 4; n += 2) {
    ASSERT_OK(Import(*one_, n).status());
    ASSERT_OK(Import(*other_, n + 1).status());
  }
  absl::Time last = absl::InfinitePast();
  EXPECT_OK(one_->Read([&last](const View& view) -> absl::Status {
    for (std::int64_t i = 0; i < view.journal_size(); ++i) {
      ASSIGN_OR_RETURN(const std::string leaf, view.Leaf(i));
      ASSIGN_OR_RETURN(const StoredEvent stored, DecodeEvent(leaf));
      EXPECT_GT(stored.header.time, last) << i;
      last = stored.header.time;
    }
    return absl::OkStatus();
  }));
}

TEST_F(TwoProcesses, ARequestIsAnsweredByEitherAsTheOneThatDidIt) {
  ASSERT_OK(Import(*one_, 1).status());
  ASSERT_OK(Import(*one_, 2).status());
  EXPECT_THAT(Import(*other_, 2), IsOkAndHolds("leaf 1"));
  EXPECT_EQ(one_.JournalSize(), 2);
}

TEST_F(TwoProcesses, AFailedBodyLeavesTheOthersLeavesAlone) {
  ASSERT_OK(Import(*one_, 1).status());
  EXPECT_FALSE(other_
                   ->Write({.actor = "a"},
                           [](Transaction& tx) -> absl::StatusOr<std::string> {
                             EXPECT_OK(tx.Append(EnterprisesImported{
                                                     {SampleEnterprise(2)}})
                                           .status());
                             return absl::AbortedError("no");
                           })
                   .ok());
  EXPECT_THAT(Import(*one_, 3), IsOkAndHolds("leaf 1"));
  EXPECT_THAT(Import(*other_, 4), IsOkAndHolds("leaf 2"));
}

}  // namespace
}  // namespace spotcheck::store
