#include "tests/store/history.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/shapes.h"

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
    ASSERT_OK(db_.Append({{DayTurned{CivilDate(2026, 6, 2)}, {}},
                          {ClockAccepted{StartTime(), "停机检修"}, {}}}));
    ASSERT_NO_FATAL_FAILURE(EndOneHoldInEachWay());
  }

  void Step() {
    db_.clock().Advance(absl::Seconds(Below(100'000) - 100));
    Mutation mutation{.actor = "actor " + std::to_string(Below(3))};
    if (Below(2) == 0) {
      mutation.request_id = "r" + std::to_string(Below(2'000));
      mutation.request_digest = Sha256("x");
    }
    if (Below(12) == 0) mutation.mode = Mutation::Mode::kDryRun;
    std::vector<Happening> happenings = {Any()};
    for (int more = Below(8); more > 5; --more) happenings.push_back(Any());
    const bool fails = Below(12) == 0;
    written_ += Write(mutation, happenings, fails) ? 1 : 0;
  }
  int written() const { return written_; }

 private:
  int Below(int limit) {
    return static_cast<int>(random_() % static_cast<std::uint32_t>(limit));
  }

  // The tasks and products below are out of reach of what is made at random, so
  // that no history is without an ended hold of each kind.
  void EndOneHoldInEachWay() {
    const TaskId withdrawn("W1");
    const TaskId expired("W2");
    const TaskId checked("W3");
    std::int64_t sequence = 0;
    int product = 150;
    for (const TaskId& task : {withdrawn, expired, checked}) {
      ASSERT_OK(db_.Append({TaskMade(task, 1), Committed(task, 1, ++sequence),
                            Revealed(task, 1), Ran(task, 1, {product})}));
      product += 3;
    }
    const std::string tag = db_.Cell("SELECT unit_tag FROM drawn_unit WHERE " +
                                     Where(withdrawn, 1));
    ASSERT_OK(
        db_.Append({AskedOf({withdrawn, 1, tag}, ApprovalKind::kWithdrawal)}));
    ASSERT_OK(db_.Append({Waiting(withdrawn, 1)}));
    ASSERT_OK(
        db_.Append({{HoldsExpired{expired, 1, CivilDate(2027, 1, 1)}, {}}}));
    ASSERT_OK(db_.Append({ResultOf(checked, 156, 9'000)}));
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
    switch (Below(8)) {
      case 0:
        return OfRegisters();
      case 1:
        return OfResults();
      default:
        return OfDraws();
    }
  }

  Happening OfRegisters() {
    switch (Below(7)) {
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
      case 5: {
        const std::string id = std::to_string(Below(9));
        if (Below(2) == 0) return {GrantWithdrawn{id, "已调离"}, {}};
        return {GrantAdded{id, "wang", SampleCheck(1).authority}, {}};
      }
      default: {
        InspectorRecord row = SampleInspector(Below(20));
        row.capacity = Below(9);
        return InspectorsMade({row, SampleInspector(Below(30))});
      }
    }
  }

  // A check that stands, and a request about it or its approval; now and then
  // one that does not.
  Happening OfChanges() {
    const std::string id = "X" + std::to_string(Below(40));
    CheckRecord check = SampleCheck(Below(3 * kEnterprises));
    const std::string waiting = db_.Cell(
        "SELECT change_id FROM check_change WHERE state = 'WAITING' "
        "ORDER BY change_id LIMIT 1");
    if (waiting.empty() || Below(2) == 0) {
      const bool is_void = Below(2) == 0;
      CheckChangeRequested asked{id,          CheckChangeKind::kVoid,
                                 check.usci,  check.check,
                                 "录错",      "更正函",
                                 std::nullopt};
      if (is_void) return {asked, {}};
      asked.kind = CheckChangeKind::kCorrection;
      check.verdict = static_cast<Verdict>(Below(3));
      asked.replacement = check;
      return {asked, {}};
    }
    const auto stored = [&](const std::string& column) {
      return db_.Cell("SELECT " + column +
                      " FROM check_change WHERE change_id = '" + waiting + "'");
    };
    CheckSuperseded event;
    event.change_id = waiting;
    event.kind = *FromCode<CheckChangeKind>(stored("kind"));
    event.usci = Usci::Parse(stored("usci")).value();
    event.check = CheckId(stored("check_id"));
    event.reason = "录错";
    event.basis = "更正函";
    event.requested_by = "operator";
    if (event.kind == CheckChangeKind::kCorrection) {
      event.replacement = codec::Decode<CheckRecord>(stored("replacement"));
    }
    return {event, {}};
  }

  Happening OfResults() {
    const int n = Below(3 * kEnterprises);
    const std::string entry = "L" + std::to_string(Below(30));
    switch (Below(6)) {
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
            ListChanged{entry, NextOf(entry), "理由", CivilDate(2026, 9, 1)},
            {}};
      case 3:
        return OfChanges();
      default:
        return ResultOf(AnyTask(), Below(40), Below(3'000));
    }
  }

  // A state that the entry could come to; now and then one that it could not.
  ListState NextOf(const std::string& entry) {
    if (Below(20) == 0) return static_cast<ListState>(Below(5));
    const std::string state = db_.Cell(
        "SELECT state FROM list_entry WHERE entry_id = '" + entry + "'");
    if (state == "LISTED") {
      return Below(2) == 0 ? ListState::kRemoved : ListState::kRevoked;
    }
    return Below(2) == 0 ? ListState::kListed : ListState::kDismissed;
  }

  // The latest attempt as it stands, and what could come next; now and then
  // something that could not.
  Happening OfDraws() {
    const TaskId task = AnyTask();
    const std::string where = " FROM attempt WHERE task_id = '" + task.str() +
                              "' ORDER BY attempt DESC LIMIT 1";
    if (db_.Cell("SELECT 1 FROM task WHERE task_id = '" + task.str() + "'")
            .empty()) {
      return TaskMade(task, Below(9));
    }
    const std::string state = db_.Cell("SELECT state" + where);
    if (state.empty()) return NextAttempt(task, 1);
    const std::int64_t attempt = std::stoll(db_.Cell("SELECT attempt" + where));
    if (Below(20) == 0) return {DrawOpened{task, attempt}, {}};
    if (state == "COMMITTED") return OfCommitted(task, attempt);
    if (state == "RUN" && Below(8) > 0) return OfRun(task, attempt);
    return NextAttempt(task, attempt + 1);
  }

  Happening NextAttempt(const TaskId& task, std::int64_t attempt) {
    const std::string next =
        db_.Cell("SELECT COALESCE(MAX(sequence), 0) + 1 FROM attempt");
    return Committed(task, attempt, std::stoll(next));
  }

  Happening OfCommitted(const TaskId& task, std::int64_t attempt) {
    switch (Below(8)) {
      case 0:
        return {DrawFailed{task, attempt, {HexOf("key")}}, {}};
      case 1:
        return {BeaconProvided{task, attempt, "aa", "bb"}, {}};
      case 2:
        return {ApprovalRequested{NewId(), ApprovalKind::kVoid, task, attempt,
                                  "", "计划有误"},
                {}};
      case 3:
        return Waiting(task, attempt);
      case 4:
      case 5:
        return Revealed(task, attempt);
      default:
        return Ran(task, attempt, {3 * Below(6), 18 + 3 * Below(6)});
    }
  }

  Happening OfRun(const TaskId& task, std::int64_t attempt) {
    switch (Below(8)) {
      case 0:
        return {DrawOpened{task, attempt}, {}};
      case 1:
        return {HoldsExpired{task, attempt, CivilDate(2026, 8 + Below(5), 1)},
                {}};
      case 2:
      case 3:
        return Waiting(task, attempt);
      case 4:
        return Asked(task, attempt, ApprovalKind::kWithdrawal);
      case 5:
        return Asked(task, attempt, ApprovalKind::kCloseDue);
      default:
        return ResultOf(task, 3 * Below(12), Below(3'000));
    }
  }

  std::string NewId() { return "a" + std::to_string(++approvals_); }

  // Mostly about a unit that was drawn.
  Happening Asked(const TaskId& task, std::int64_t attempt, ApprovalKind kind) {
    const std::string tag = db_.Cell(
        "SELECT unit_tag FROM drawn_unit WHERE " + Where(task, attempt) +
        " ORDER BY unit_tag LIMIT 1 OFFSET " + std::to_string(Below(3)));
    return AskedOf({task, attempt, tag}, kind);
  }

  Happening AskedOf(const UnitKey& unit, ApprovalKind kind) {
    const UnitRequest detail{SampleUsci(Below(12)), "CLOSED", HexOf("photo"),
                             ""};
    return {ApprovalRequested{NewId(), kind, unit.task, unit.attempt,
                              unit.unit_tag, "停产"},
            {{"detail", EncodePayload(detail)}}};
  }

  // The second person's consent to one of the requests that wait.
  Happening Waiting(const TaskId& task, std::int64_t attempt) {
    const std::string rest = " FROM approval WHERE state = 'WAITING' AND " +
                             Where(task, attempt) +
                             " ORDER BY leaf_index DESC LIMIT 1";
    const std::string kind = db_.Cell("SELECT kind" + rest);
    return {ApprovalGranted{db_.Cell("SELECT approval_id" + rest),
                            kind == "VOID"         ? ApprovalKind::kVoid
                            : kind == "WITHDRAWAL" ? ApprovalKind::kWithdrawal
                                                   : ApprovalKind::kCloseDue,
                            task, attempt, db_.Cell("SELECT unit_tag" + rest)},
            {}};
  }

  static std::string Where(const TaskId& task, std::int64_t attempt) {
    return "task_id = '" + task.str() +
           "' AND attempt = " + std::to_string(attempt);
  }

  TaskId AnyTask() { return TaskId("T" + std::to_string(Below(kTasks))); }

  TestDatabase& db_;
  std::mt19937 random_;
  int approvals_ = 0;
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
