#include "lib/app/draw/citing.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

class CitingTest : public House {
 protected:
  // Commits an attempt over a region whose frozen lines end with this status.
  void Commit(const std::string& task, const std::string& region,
              const std::string& status) {
    store::TaskPlan plan;
    plan.plan.authority = task;
    plan.plan.region = *Region::Parse(region);
    const rules::Authority body{task, rules::Level::kProvincial,
                                *Region::Parse("64")};
    const std::string encoded = store::EncodePayload(plan);
    ASSERT_OK(Append(store::TaskCreated{TaskId(task), body, HashSuite::kSha256},
                     {{"plan", encoded}}));
    store::DrawCommitted committed;
    committed.task = TaskId(task);
    committed.authority = body;
    committed.previous = Sha256(task).ToHex();
    committed.commitment = Sha256(task).ToHex();
    committed.deadline = clock_.Now();
    ASSERT_OK(Append(committed, {{"plan", encoded},
                                 {"lines.tsv", "L1\t" + usci_.str() + "\t1\t" +
                                                   status + "\n"}}));
  }
  std::vector<std::string> Citing(std::int64_t after, std::int64_t before) {
    const auto found = Read([&](const store::View& view) {
      return AttemptsCiting(view, {usci_, check_, {after, before}});
    });
    EXPECT_OK(found);
    std::vector<std::string> tasks;
    if (!found.ok()) return tasks;
    for (const store::AttemptKey& key : *found) tasks.push_back(key.task.str());
    return tasks;
  }

  const Usci usci_ = MakeUsci("640181", 1);
  const CheckId check_{"C12"};
};

TEST_F(CitingTest, OnlyFramesFrozenWhileTheCheckStoodCanCiteIt) {
  Commit("T1", "64", "EXCLUDED:SIX_MONTHS:C12");
  const std::int64_t between = JournalSize();
  Commit("T2", "6401", "EXCLUDED:SIX_MONTHS:C12");
  const std::int64_t end = JournalSize();
  using Tasks = std::vector<std::string>;
  EXPECT_EQ(Citing(-1, end), (Tasks{"T1", "T2"}));
  EXPECT_EQ(Citing(between, end), Tasks{"T2"});
  EXPECT_EQ(Citing(-1, between), Tasks{"T1"});
}

TEST_F(CitingTest, OtherChecksAndOtherRegionsAreNotCited) {
  Commit("T1", "64", "EXCLUDED:SIX_MONTHS:C123");
  Commit("T2", "64", "ELIGIBLE");
  Commit("T3", "6501", "EXCLUDED:SIX_MONTHS:C12");
  EXPECT_TRUE(Citing(-1, JournalSize()).empty());
}

}  // namespace
}  // namespace spotcheck::app
