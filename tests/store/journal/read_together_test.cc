#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/connection.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using testing::SampleEnterprise;
using testing::TestDatabase;

std::int64_t Enterprises(const View& view) {
  const auto count =
      view.sql().QueryOne("SELECT COUNT(*) FROM enterprise", {},
                          [](const sql::Row& row) { return row.Int(0); });
  EXPECT_OK(count);
  return count.value_or(-1).value_or(-1);
}

TEST(ReadTogether, EveryViewIsOfOneStateWhileTheWriterGoesOn) {
  TestDatabase db(TestDatabase::Place::kFile);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int n = 0; n < 300; ++n) {
      EXPECT_OK(db.Append({{EnterprisesImported{{SampleEnterprise(n)}}, {}}}));
    }
    done = true;
  });
  int together = 0;
  do {
    EXPECT_OK(db->ReadTogether(2, [&](Database::Views views) {
      const std::int64_t first = Enterprises(*views.front());
      for (const View* view : views) {
        EXPECT_EQ(view->journal_size(), views.front()->journal_size());
        EXPECT_EQ(Enterprises(*view), first);
      }
      if (views.size() == 2) ++together;
      return absl::OkStatus();
    }));
  } while (!done);
  writer.join();
  EXPECT_GT(together, 0);
}

TEST(ReadTogether, TwoOfThemStillLeaveAConnectionForOthers) {
  TestDatabase db(TestDatabase::Place::kFile);
  const auto all = static_cast<std::size_t>(db.options().readers);
  EXPECT_OK(db->ReadTogether(all, [&](Database::Views first) {
    EXPECT_EQ(first.size(), all - 2);
    return db->ReadTogether(all, [&](Database::Views second) {
      EXPECT_EQ(second.size(), 1U);
      return db->Read([](const View&) { return absl::OkStatus(); });
    });
  }));
}

TEST(ReadTogether, InMemoryThereIsOneView) {
  TestDatabase db(TestDatabase::Place::kMemory);
  EXPECT_OK(db->ReadTogether(4, [&](Database::Views views) {
    EXPECT_EQ(views.size(), 1U);
    return absl::OkStatus();
  }));
}

}  // namespace
}  // namespace spotcheck::store
