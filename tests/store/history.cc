#include "tests/store/history.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/tags.h"

namespace spotcheck::store::testing {
namespace {

constexpr int kEnterprises = 60;
constexpr int kTasks = 12;

// Proposes whatever comes to mind; the store refuses what is out of place.
class Historian {
 public:
  Historian(TestDatabase& db, std::uint32_t seed) : db_(db), random_(seed) {}

  void Begin() {
    EnterprisesImported all;
    for (int n = 0; n < kEnterprises; ++n) {
      all.rows.push_back(SampleEnterprise(n));
    }
    ASSERT_OK(db_.Append({{all, {}}}));
  }

  void Step() {
    db_.clock().Advance(absl::Seconds(Below(100'000) - 100));
    Mutation mutation{.actor = "actor " + std::to_string(Below(3))};
    if (Below(2) == 0) {
      mutation.request_id = "r" + std::to_string(Below(400));
      mutation.request_digest = Sha256("x");
    }
    if (Below(10) == 0) mutation.mode = Mutation::Mode::kDryRun;
    std::vector<Happening> happenings;
    for (int i = 0; i <= Below(3); ++i) happenings.push_back(Any());
    const bool fails = Below(12) == 0;
    written_ += Write(mutation, happenings, fails) ? 1 : 0;
  }
  int written() const { return written_; }

 private:
  int Below(int limit) {
    return static_cast<int>(random_() % static_cast<std::uint32_t>(limit));
  }

  bool Write(const Mutation& mutation, const std::vector<Happening>& happenings,
             bool fails) {
    const std::int64_t before = db_.JournalSize();
    const auto answer = db_->Write(
        mutation, [&](Transaction& tx) -> absl::StatusOr<std::string> {
          for (const Happening& happening : happenings) {
            RETURN_IF_ERROR(
                tx.Append(happening.event, happening.payloads).status());
          }
          if (fails) return absl::AbortedError("fails");
          return std::string("answer");
        });
    const bool grew = db_.JournalSize() > before;
    EXPECT_TRUE(!grew || answer.ok());
    return grew;
  }

  Happening Any() {
    switch (Below(5)) {
      case 0:
        return OfRegisters();
      case 1:
        return OfResults();
      default:
        return OfDraws();
    }
  }

  Happening OfRegisters() {
    switch (Below(6)) {
      case 0: {
        EnterpriseRecord row = SampleEnterprise(Below(kEnterprises));
        row.name += std::to_string(Below(3));
        return {EnterprisesImported{{row, SampleEnterprise(Below(90))}}, {}};
      }
      case 1: {
        ProductRecord row = SampleProduct(Below(3 * kEnterprises));
        row.gtin = std::to_string(Below(2));
        return {ProductsImported{{row}}, {}};
      }
      case 2:
        return {LabsImported{{SampleLab(Below(9))}}, {}};
      case 3:
        return {RulesLoaded{std::to_string(Below(3)), std::to_string(Below(9))},
                {}};
      case 4:
        return {WitnessRegistered{"n", "o", HexOf(std::to_string(Below(50)))},
                {}};
      default: {
        InspectorRecord row = SampleInspector(Below(20));
        row.capacity = Below(9);
        return InspectorsMade({row, SampleInspector(Below(30))});
      }
    }
  }

  Happening OfResults() {
    const int n = Below(3 * kEnterprises);
    const std::string entry = "L" + std::to_string(Below(30));
    switch (Below(5)) {
      case 0:
        return {ChecksImported{{SampleProduct(n)}, {SampleCheck(n)}}, {}};
      case 1:
        return {ListProposed{{entry,
                              SampleUsci(Below(kEnterprises)),
                              "SERIOUS",
                              "RULE",
                              "理由",
                              "reason",
                              {CheckId("R")}}},
                {}};
      case 2:
        return {
            ListChanged{entry, static_cast<ListState>(1 + Below(4)), "理由"},
            {}};
      default:
        return ResultOf(AnyTask(), Below(40), Below(300));
    }
  }

  Happening OfDraws() {
    const TaskId task = AnyTask();
    const std::int64_t attempt = 1 + Below(3);
    switch (Below(11)) {
      case 0:
        return TaskMade(task, Below(9));
      case 1:
      case 2:
        return Committed(task, attempt, 1 + Below(60));
      case 3:
      case 4:
        return Revealed(task, attempt);
      case 5:
      case 6:
        return Ran(task, attempt, {3 * Below(6), 18 + 3 * Below(6)});
      case 7:
        return {DrawOpened{task, attempt}, {}};
      case 8:
        return Below(2) == 0
                   ? Happening{DrawFailed{task, attempt, {HexOf("key")}}, {}}
                   : Happening{BeaconProvided{task, attempt, "aa", "bb"}, {}};
      case 9:
        return {HoldsExpired{task, attempt, CivilDate(2026, 6 + Below(6), 1)},
                {}};
      default:
        return OfApprovals(task, attempt);
    }
  }

  Happening OfApprovals(const TaskId& task, std::int64_t attempt) {
    const Sealer sealer(SampleKeys().seal_master);
    const int number = Below(30);
    const auto kind = static_cast<ApprovalKind>(number % 3);
    const Usci usci = SampleUsci(Below(12));
    const std::string id = task.str() + "-" + std::to_string(number);
    const std::string tag =
        kind == ApprovalKind::kVoid ? "" : UnitTag(sealer, task, usci);
    if (Below(2) == 0) {
      return {ApprovalGranted{id, kind, task, attempt, tag}, {}};
    }
    return {
        ApprovalRequested{id, kind, task, attempt, tag, "理由"},
        {{"detail", EncodeUnitRequest({usci, "CLOSED", HexOf("photo"), ""})}}};
  }

  TaskId AnyTask() { return TaskId("T" + std::to_string(Below(kTasks))); }

  TestDatabase& db_;
  std::mt19937 random_;
  int written_ = 0;
};

}  // namespace

void WriteHistory(TestDatabase& db, std::uint32_t seed, int mutations) {
  Historian historian(db, seed);
  historian.Begin();
  for (int i = 0; i < mutations; ++i) historian.Step();
  EXPECT_GT(historian.written(), mutations / 4);
}

}  // namespace spotcheck::store::testing
