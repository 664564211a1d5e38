#include "tests/store/frozen/story.h"

#include <string>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "tests/store/frozen/happenings.h"

namespace spotcheck::store::testing {
namespace {

using rules::Level;
using rules::Purpose;

absl::Time Midnight(int month, int day) {
  return absl::FromCivil(absl::CivilDay(2026, month, day), absl::UTCTimeZone());
}

// Task A goes through every kind of attempt, B waits to be void, C waits for
// its visits.
StoryTask TaskA() {
  return {TaskId("2026-A.1"), AuthorityOf(Level::kCounty), HashSuite::kSha256,
          Purpose::kFollowUp};
}
StoryTask TaskB() {
  return {TaskId("2026-B"), AuthorityOf(Level::kNational), HashSuite::kSm3,
          Purpose::kEmergency};
}
StoryTask TaskC() {
  return {TaskId("2026-C"), AuthorityOf(Level::kProvincial), HashSuite::kSha256,
          Purpose::kRoutine};
}

CheckRecord Imported(CheckRecord check, Level level, Purpose purpose) {
  check.authority = AuthorityOf(level);
  check.purpose = purpose;
  return check;
}

class Storyteller {
 public:
  explicit Storyteller(TestDatabase& db) : db_(db) {}

  void Tell() {
    Registers();
    Checks();
    Corrections();
    AttemptsThatCameToNothing();
    ADrawAndItsVisits();
    TheLateOnes();
    DrawsThatWait();
    Lists();
    Grants();
    ChecksThatWereWrong();
    TasksThatNeverDraw();
  }

 private:
  // A request of a person.
  void Asks(const std::string& person, const std::vector<Happening>& events) {
    const std::string id = std::to_string(++requests_);
    Write({.actor = person,
           .request_id = "request-" + id,
           .request_digest = Sha256(id)},
          events);
  }
  void OperatorAsks(const std::vector<Happening>& events) {
    Asks("李芳", events);
  }
  // A step of the server's own.
  void Follows(const std::vector<Happening>& events) {
    Write({.actor = "spotcheckd"}, events);
  }
  void Write(const Mutation& mutation, const std::vector<Happening>& events) {
    db_.clock().Advance(absl::Hours(1) + absl::Microseconds(1));
    ASSERT_OK(db_->Write(
        mutation, [&](Transaction& tx) -> absl::StatusOr<std::string> {
          for (const Happening& happening : events) {
            RETURN_IF_ERROR(
                tx.Append(happening.event, happening.payloads).status());
          }
          return std::string("answer");
        }));
  }

  void Commits(const StoryAttempt& attempt) {
    const absl::Time today = absl::FromCivil(
        CivilDate::Of(db_.clock().Now()).civil(), absl::UTCTimeZone());
    OperatorAsks({Frozen(attempt, today + absl::Hours(72))});
  }
  void BothGive(const StoryAttempt& attempt) {
    for (const int position : {1, 2}) {
      Asks(WitnessName(position), {Gave(attempt, position)});
    }
  }
  void Runs(const StoryAttempt& attempt, const std::vector<StoryUnit>& units) {
    const CivilDate today = CivilDate::Of(db_.clock().Now());
    Follows({Drew(attempt, today.AddDays(60), units)});
  }
  void TwoPersonsDecide(const StoryRequest& request) {
    OperatorAsks({Asked(request)});
    Asks("马\"强\"", {Approved(request)});
  }
  void Records(const StoryTask& task, int product,
               const StoryFinding& finding) {
    OperatorAsks({{ResultRecorded{Recorded(task, product, finding)}, {}}});
  }

  void Registers() {
    EnterprisesImported enterprises;
    for (int n = 0; n < 10; ++n) {
      enterprises.rows.push_back(SampleEnterprise(n));
    }
    ProductsImported products;
    for (int n = 0; n < 28; ++n) products.rows.push_back(SampleProduct(n));
    LabsImported labs;
    for (int n = 0; n < 6; ++n) labs.rows.push_back(SampleLab(n));
    labs.rows.back().active = false;
    InspectorRecord retired = SampleInspector(3);
    retired.active = false;
    OperatorAsks({{RulesLoaded{"10-no-repeat.txtpb",
                               "policy {\n\tid: \"X\" # \\ \x01\b\f\r €\n}\n"},
                   {}},
                  {RulesLoaded{"20-grades.txtpb", "grades {}\n"}, {}}});
    OperatorAsks({{enterprises, {}}});
    OperatorAsks({{products, {}}});
    OperatorAsks({{labs, {}}});
    OperatorAsks(
        {InspectorsMade({SampleInspector(1), SampleInspector(2), retired})});
    OperatorAsks({Registered(1)});
    OperatorAsks({Registered(2)});
  }

  // One check still waits for its conclusion, another gets it.
  void Checks() {
    const StoryFinding pending{Verdict::kPending, Severity::kNone,
                               CivilDate(2026, 5, 28)};
    const StoryFinding general{Verdict::kFail, Severity::kGeneral,
                               CivilDate(2025, 11, 3)};
    const StoryFinding serious{Verdict::kFail, Severity::kSerious,
                               CivilDate(2026, 5, 28)};
    const auto county = [](const CheckRecord& check) {
      return Imported(check, Level::kCounty, Purpose::kRoutine);
    };
    OperatorAsks(
        {{ChecksImported{{SampleProduct(28)},
                         {Imported(CheckOf(0, "NX-1", {}), Level::kNational,
                                   Purpose::kRoutine),
                          Imported(CheckOf(3, "NX-2", general),
                                   Level::kProvincial, Purpose::kFollowUp),
                          Imported(CheckOf(6, "NX-3", serious), Level::kCity,
                                   Purpose::kEmergency),
                          county(CheckOf(9, "NX-4", pending)),
                          county(CheckOf(28, "NX-5", pending))}},
          {}}});
    OperatorAsks(
        {{ChecksImported{{}, {county(CheckOf(9, "NX-4", serious))}}, {}}});
  }

  // Rows that are imported again, with other content.
  void Corrections() {
    EnterpriseRecord renamed = SampleEnterprise(9);
    renamed.name = "灵武市新名乳业有限公司";
    renamed.state = "注销";
    renamed.deregistered = true;
    ProductRecord bare = SampleProduct(5);
    bare.category = "";
    bare.gtin = "";
    LabRecord grown = SampleLab(1);
    grown.capacity = 99;
    grown.conflicts = {};
    InspectorRecord moved = SampleInspector(2);
    moved.region = "64";
    moved.recusals = {};
    OperatorAsks({{EnterprisesImported{{renamed}}, {}}});
    OperatorAsks({{ProductsImported{{bare}}, {}}});
    OperatorAsks({{LabsImported{{grown}}, {}}});
    OperatorAsks({InspectorsMade({moved})});
    OperatorAsks(
        {{RulesLoaded{"20-grades.txtpb", "grades { id: \"N\" }\n"}, {}}});
  }

  // The first attempt is declared void. In the second, a reveal sets a waiting
  // void aside, and the other witness never comes.
  void AttemptsThatCameToNothing() {
    OperatorAsks({Created(TaskA())});
    const StoryAttempt first{.task = TaskA(), .attempt = 1, .sequence = 1};
    Commits(first);
    TwoPersonsDecide({"P01", ApprovalKind::kVoid, first});
    const StoryAttempt second{.task = TaskA(), .attempt = 2, .sequence = 2};
    Commits(second);
    OperatorAsks({Asked({"P02", ApprovalKind::kVoid, second})});
    Asks(WitnessName(1), {Gave(second, 1)});
    db_.clock().Set(Midnight(6, 9));
    Follows({{DrawFailed{TaskA().id, 2, {WitnessKey(2)}}, {}}});
  }

  // Enterprise 0 is checked; 1 and 2 are withdrawn, then 1 is checked after all
  // and 2 is closed; 3 and 4 are not visited in time; 5 is checked although its
  // withdrawal waits.
  void ADrawAndItsVisits() {
    const StoryAttempt third{.task = TaskA(),
                             .attempt = 3,
                             .sequence = 3,
                             .beacon_spec = "drand:" + HexOf("chain") + ":7"};
    Commits(third);
    BothGive(third);
    OperatorAsks({{BeaconProvided{TaskA().id, 3, third.Hex("value"),
                                  third.Hex("beacon")},
                   {}}});
    Runs(third, {{0, 1}, {3}, {6}, {9}, {12}, {15}});
    db_.clock().Set(Midnight(6, 15));
    Records(TaskA(), 0, {});
    Records(TaskA(), 1,
            {Verdict::kFail, Severity::kSerious, CivilDate(2026, 6, 12)});
    TwoPersonsDecide({"P03", ApprovalKind::kWithdrawal, third, 1});
    TwoPersonsDecide({"P04", ApprovalKind::kWithdrawal, third, 2});
    Records(TaskA(), 3,
            {Verdict::kFail, Severity::kGeneral, CivilDate(2026, 6, 12)});
    TwoPersonsDecide({"P05", ApprovalKind::kCloseDue, third, 2});
    OperatorAsks({Asked({"P06", ApprovalKind::kWithdrawal, third, 5})});
    Records(TaskA(), 15, {});
  }

  // The holds run out: enterprise 3 gets a late result, 4 stays due. The draw
  // is opened, and a replacement is drawn, which is withdrawn in its turn.
  void TheLateOnes() {
    db_.MoveClock(Midnight(9, 1));
    Follows({{DayTurned{CivilDate(2026, 9, 1)}, {}}});
    Follows({{HoldsExpired{TaskA().id, 3, CivilDate(2026, 9, 1)}, {}}});
    Records(TaskA(), 9,
            {Verdict::kPass, Severity::kNone, CivilDate(2026, 8, 30)});
    OperatorAsks({{DrawOpened{TaskA().id, 3}, {}}});
    const StoryAttempt fourth{
        .task = TaskA(), .attempt = 4, .sequence = 4, .replaced = Stratum("A")};
    Commits(fourth);
    BothGive(fourth);
    Runs(fourth, {{21}});
    TwoPersonsDecide({"P07", ApprovalKind::kWithdrawal, fourth, 7});
  }

  void DrawsThatWait() {
    OperatorAsks({Created(TaskB())});
    const StoryAttempt waiting{.task = TaskB(), .attempt = 1, .sequence = 1};
    Commits(waiting);
    OperatorAsks({Asked({"P08", ApprovalKind::kVoid, waiting})});
    OperatorAsks({Created(TaskC())});
    const StoryAttempt running{.task = TaskC(), .attempt = 1, .sequence = 1};
    Commits(running);
    BothGive(running);
    Runs(running, {{24, 25}});
    OperatorAsks({Asked({"P09", ApprovalKind::kWithdrawal, running, 8})});
  }

  // A serious failure proposes four entries; one of each state is left.
  void Lists() {
    const CheckRecord check =
        Recorded(TaskC(), 24,
                 {Verdict::kFail, Severity::kSerious, CivilDate(2026, 9, 5)});
    std::vector<Happening> events = {{ResultRecorded{check}, {}}};
    for (const std::string id : {"L-1", "L-2", "L-3", "L-4"}) {
      events.push_back({ListProposed{{id,
                                      check.usci,
                                      "严重违法失信名单",
                                      "RULE-1",
                                      "两次严重不合格",
                                      "two serious failures",
                                      {check.check, CheckId("R2")}},
                                     CivilDate(2026, 9, 10)},
                        {}});
    }
    db_.clock().Set(Midnight(9, 10));
    OperatorAsks(events);
    const CivilDate today(2026, 9, 10);
    for (const auto& [id, state, reason] :
         {std::tuple("L-1", ListState::kListed, "查证属实"),
          std::tuple("L-1", ListState::kRemoved, "期满"),
          std::tuple("L-2", ListState::kListed, "查证属实"),
          std::tuple("L-2", ListState::kRevoked, "复议撤销"),
          std::tuple("L-3", ListState::kDismissed, "证据不足")}) {
      Asks("马\"强\"", {{ListChanged{id, state, reason, today}, {}}});
    }
  }

  // One grant stands, another was withdrawn.
  void Grants() {
    OperatorAsks({{GrantAdded{"G1", "li", AuthorityOf(Level::kProvincial)}, {}},
                  {GrantAdded{"G2", "tax", AuthorityOf(Level::kCounty)}, {}}});
    OperatorAsks({{GrantWithdrawn{"G2", "职责已移交"}, {}}});
  }

  // A drawn result is corrected, with the explanation of its failed item; that
  // takes the facts of a proposal away. Another one is void, and a third
  // request waits.
  void ChecksThatWereWrong() {
    CheckRecord check =
        Recorded(TaskC(), 25,
                 {Verdict::kFail, Severity::kGeneral, CivilDate(2026, 9, 6)});
    const ListEntryRecord entry{"L-5",        check.usci, "严重违法失信名单",
                                "RULE-1",     "不合格",   "a failure",
                                {check.check}};
    OperatorAsks({{ResultRecorded{check}, {}}, {ListProposed{entry}, {}}});
    CheckRecord corrected = check;
    corrected.verdict = Verdict::kPass;
    corrected.severity = Severity::kNone;
    corrected.explanation = "二氧化硫不作判定";
    OperatorAsks(
        {{CheckChangeRequested{"X1", CheckChangeKind::kCorrection, check.usci,
                               check.check, "录错一行", "检验报告", corrected},
          {}}});
    ProductRecord line = SampleProduct(25);
    Asks("马\"强\"",
         {{CheckSuperseded{"X1",
                           CheckChangeKind::kCorrection,
                           check.usci,
                           check.check,
                           "录错一行",
                           "检验报告",
                           "李芳",
                           {line},
                           corrected},
           {}},
          {ListChanged{"L-5", ListState::kDismissed, "所依据的检验已更正",
                       CivilDate(2026, 9, 10), "X1"},
           {}}});
    OperatorAsks(
        {{CheckChangeRequested{"X2", CheckChangeKind::kVoid, check.usci,
                               check.check, "录错企业", "更正函", std::nullopt},
          {}}});
    Asks("马\"强\"", {{CheckSuperseded{"X2",
                                       CheckChangeKind::kVoid,
                                       check.usci,
                                       check.check,
                                       "录错企业",
                                       "更正函",
                                       "李芳",
                                       {},
                                       std::nullopt},
                       {}}});
    OperatorAsks(
        {{ResultRecorded{check}, {}},
         {CheckChangeRequested{"X3", CheckChangeKind::kVoid, check.usci,
                               check.check, "重复", "更正函", std::nullopt},
          {}}});
  }

  // One task got another plan, one was withdrawn.
  void TasksThatNeverDraw() {
    const StoryTask changed = {TaskId("2026-D"), AuthorityOf(Level::kCity),
                               HashSuite::kSha256, Purpose::kRoutine};
    const StoryTask better = {changed.id, AuthorityOf(Level::kCounty),
                              HashSuite::kSm3, Purpose::kFollowUp};
    OperatorAsks({Created(changed)});
    OperatorAsks({Changed(better)});
    const StoryTask cancelled = {TaskId("2026-E"), AuthorityOf(Level::kCity),
                                 HashSuite::kSha256, Purpose::kRoutine};
    OperatorAsks({Created(cancelled)});
    OperatorAsks({{TaskWithdrawn{cancelled.id, "计划取消"}, {}}});
  }

  TestDatabase& db_;
  int requests_ = 0;
};

}  // namespace

void WriteFrozenStory(TestDatabase& db) { Storyteller(db).Tell(); }

}  // namespace spotcheck::store::testing
