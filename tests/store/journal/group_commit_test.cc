#include <atomic>
#include <new>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/database.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using testing::SampleEnterprise;
using testing::TestDatabase;

constexpr int kThreads = 16;
constexpr int kRounds = 25;

// Number of the enterprise that a thread writes in a round.
int NumberOf(int thread, int round) { return thread * kRounds + round; }

class GroupCommitTest : public ::testing::TestWithParam<TestDatabase::Place> {
 protected:
  GroupCommitTest() : db_(GetParam()) {}

  template <typename Work>
  static void InThreads(Work work) {
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) threads.emplace_back(work, t);
    for (std::thread& thread : threads) thread.join();
  }

  TestDatabase db_;
};
INSTANTIATE_TEST_SUITE_P(Places, GroupCommitTest,
                         ::testing::Values(TestDatabase::Place::kMemory,
                                           TestDatabase::Place::kFile));

// Nobody waits for an answer that a body's exception took along.
TEST_P(GroupCommitTest, AThrowingBodyLeavesNobodyWaiting) {
  std::atomic<int> written = 0;
  InThreads([&](int thread) {
    for (int round = 0; round < kRounds; ++round) {
      const int n = NumberOf(thread, round);
      const auto answer = db_->Write(
          {.actor = "a"}, [&](Transaction& tx) -> absl::StatusOr<std::string> {
            ASSIGN_OR_RETURN(
                const std::int64_t leaf,
                tx.Append(EnterprisesImported{{SampleEnterprise(n)}}));
            if (n % 4 == 0) throw std::bad_alloc();
            return std::to_string(leaf);
          });
      EXPECT_EQ(answer.ok(), n % 4 != 0);
      if (answer.ok()) ++written;
    }
  });
  EXPECT_EQ(db_.JournalSize(), written);
}

// Every fourth body fails after it appended; the others' leaves are dense, and
// each answer is true.
TEST_P(GroupCommitTest, AFailingBodyTakesNoOtherWithIt) {
  std::atomic<int> written = 0;
  InThreads([&](int thread) {
    for (int round = 0; round < kRounds; ++round) {
      const int n = NumberOf(thread, round);
      const bool fails = n % 4 == 0;
      const auto answer = db_->Write(
          {.actor = "a"}, [&](Transaction& tx) -> absl::StatusOr<std::string> {
            ASSIGN_OR_RETURN(
                const std::int64_t leaf,
                tx.Append(EnterprisesImported{{SampleEnterprise(n)}}));
            if (fails) return absl::AbortedError("fails");
            return std::to_string(leaf);
          });
      EXPECT_EQ(answer.ok(), !fails);
      if (!answer.ok()) continue;
      ++written;
      const std::string usci =
          db_.Cell("SELECT usci FROM enterprise WHERE leaf_index = " + *answer);
      EXPECT_EQ(usci, SampleEnterprise(n).usci.str());
    }
  });
  EXPECT_EQ(db_.JournalSize(), written);
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM enterprise"),
            std::to_string(written));
}

TEST_P(GroupCommitTest, ARequestSentByAllIsDoneOnce) {
  std::vector<std::string> answers(kThreads);
  InThreads([&](int thread) {
    const auto answer = db_->Write(
        {.actor = "a", .request_id = "r", .request_digest = Sha256("x")},
        [&](Transaction& tx) -> absl::StatusOr<std::string> {
          RETURN_IF_ERROR(
              tx.Append(EnterprisesImported{{SampleEnterprise(thread)}})
                  .status());
          return "by " + std::to_string(thread);
        });
    EXPECT_OK(answer);
    if (answer.ok()) answers[static_cast<std::size_t>(thread)] = *answer;
  });
  EXPECT_EQ(std::set<std::string>(answers.begin(), answers.end()).size(), 1u);
  EXPECT_EQ(db_.JournalSize(), 1);
}

TEST_P(GroupCommitTest, ReadersSeeWholeMutationsOnly) {
  std::atomic<bool> stop = false;
  std::thread reader([&] {
    while (!stop) {
      EXPECT_OK(db_->Read([](const View& view) -> absl::Status {
        EXPECT_EQ(view.journal_size() % 3, 0);
        ASSIGN_OR_RETURN(const auto count,
                         view.sql().QueryOne(
                             "SELECT COUNT(*) FROM enterprise", {},
                             [](const sql::Row& row) { return row.Int(0); }));
        EXPECT_EQ(count, view.journal_size());
        return view.Root(view.journal_size()).status();
      }));
    }
  });
  InThreads([&](int thread) {
    for (int round = 0; round < 6; ++round) {
      std::vector<testing::Happening> three;
      for (int i = 0; i < 3; ++i) {
        three.push_back({EnterprisesImported{{SampleEnterprise(
                             NumberOf(thread, 3 * round + i))}},
                         {}});
      }
      EXPECT_OK(db_.Append(three));
    }
  });
  stop = true;
  reader.join();
  EXPECT_EQ(db_.JournalSize(), kThreads * 6 * 3);
}

TEST(GroupCommitFile, AThreadsWritesVerifyAfterwards) {
  TestDatabase db(TestDatabase::Place::kFile);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&db, t] {
      for (int round = 0; round < 5; ++round) {
        EXPECT_OK(db.Append(
            {{EnterprisesImported{{SampleEnterprise(NumberOf(t, round))}}, {}},
             testing::InspectorsMade({testing::SampleInspector(t)})}));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(VerifyDatabase(db.options(), testing::SampleKeys()),
              spotcheck::testing::IsOkAndHolds(std::vector<std::string>()));
}

}  // namespace
}  // namespace spotcheck::store
