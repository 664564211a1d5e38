#include "server/convert/draw.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "server/convert/draw_answers.h"
#include "server/convert/draw_history.h"
#include "server/rpc/draw_visibility.h"
#include "tests/server/every_field.h"
#include "tests/server/full_reason.h"

namespace spotcheck::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kUsci[] = "91350100M000100Y43";

Usci SomeUsci() { return Usci::Parse(kUsci).value(); }

app::StratumPreview FullStratum() {
  return {Stratum("A"), 9, 5, {{"DEREGISTERED", 4}}, 2};
}
app::LineExclusion FullExclusion() {
  return {SomeUsci(), LineId("L1"), "SIX_MONTHS", "P",
          "R1",       "2017-05-17", "2017-11-17", {FullReason()}};
}
app::PendingApproval FullPending() {
  return {"A1",         store::ApprovalKind::kVoid,
          TaskId("T1"), 1,
          "someone",    "reason",
          kUsci,        7};
}
app::JournalCheckpoint FullCheckpoint() { return {"note", 5, Sha256("x")}; }
app::ProvenLeaf FullLeaf() {
  return {FullCheckpoint(), {7, 8, {Sha256("y")}, Sha256("z")}, "leaf"};
}

app::DrawAnswer FullDraw() {
  app::DrawAnswer draw;
  draw.task = TaskId("T1");
  draw.state = app::AttemptState::kRun;
  draw.authority = "body";
  draw.previous = "p";
  draw.commitment = "c";
  draw.deadline = "d";
  draw.beacon_spec = "b";
  draw.witnesses = {{"name", "org", "key", "commitment", 7}};
  draw.result_root = "r";
  draw.transcript = "t";
  draw.journal_index = 7;
  draw.run_journal_index = 8;
  draw.reason = "reason";
  draw.pending = {FullPending()};
  draw.strata = {FullStratum()};
  draw.policies = {PolicyId("P")};
  draw.selection = {
      {1,
       SomeUsci(),
       "name",
       Stratum("A"),
       {{LineId("L1"), LabId("lab"), store::HoldState::kOpen, "product"}},
       {"I1"},
       {"badge"},
       "ticket"}};
  draw.exclusions = {FullExclusion()};
  draw.lab_overflow = 1;
  draw.inspector_overflow = 2;
  draw.bottlenecks = {{"LABS", {"lab"}, 1, 2, {"item"}}};
  draw.visits_done = true;
  draw.opens_by = "o";
  return draw;
}

store::StoredTask FullTask() {
  store::StoredTask task;
  task.task = TaskId("T1");
  task.suite = HashSuite::kSm3;
  rules::Plan& plan = task.plan.plan;
  plan.authority = "body";
  plan.region = Region::Parse("64").value();
  plan.categories = {"c"};
  plan.as_of = {2017, 5, 17};
  plan.sample_size = 1;
  plan.lines_per_enterprise = 2;
  plan.inspectors_per_enterprise = 3;
  plan.weights = {{Stratum("A"), 4}};
  task.plan.basis = "basis";
  task.leaf_index = 7;
  task.withdrawn = "why";
  return task;
}

store::StoredAttempt FullAttempt() {
  store::StoredAttempt attempt;
  attempt.task = TaskId("T1");
  attempt.authority.name = "body";
  attempt.state = app::AttemptState::kFailed;
  attempt.commitment = "c";
  attempt.previous = "p";
  attempt.committed_at = attempt.deadline = absl::FromUnixSeconds(1);
  attempt.operator_name = "op";
  attempt.reason = "reason";
  attempt.leaf_index = 7;
  return attempt;
}

app::UnitExplanation FullExplanation() {
  app::UnitExplanation full;
  full.usci = SomeUsci();
  full.in_scope = true;
  full.status = "ELIGIBLE";
  full.reason = {"中", "en"};
  full.lines = {{LineId("L1"),
                 "name",
                 "category",
                 "ELIGIBLE",
                 {"中", "en"},
                 {FullReason()},
                 1}};
  full.stratum = "A";
  full.weight = 2;
  full.inclusion_probability = "1/2";
  full.inclusion_percent = "50.00";
  full.drawn = true;
  full.rank = 1;
  full.ticket = "t";
  full.first_not_drawn = "u";
  full.bars = {{"LAB", "lab", "CONFLICT", "evidence"}};
  return full;
}

TEST(ConvertDraw, LeavesNoFieldOfATaskOrWitnessUnset) {
  EXPECT_THAT(UnsetFields(ToProto(TaskPage{{FullTask()}, "next"})), IsEmpty());
  const app::TaskPreview preview{
      TaskId("T1"),    {FullStratum()},   {PolicyId("P")}, 3, 2,
      {{"NO_LAB", 1}}, {FullExclusion()}, {{"PQL-15", 1}}};
  EXPECT_THAT(UnsetFields(ToProto(preview)), IsEmpty());
  EXPECT_THAT(
      UnsetFields(ToProto(WitnessPage{{{"name", "org", "key", 7, 1}}, "next"})),
      IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(app::NextAttempt{TaskId("T1"), 1, Digest(),
                                                   HashSuite::kSm3})),
              IsEmpty());
}

TEST(ConvertDraw, LeavesNoFieldOfADrawUnset) {
  EXPECT_THAT(UnsetFields(ToProto(FullDraw())), IsEmpty());
  const app::CommitAnswer commit{
      TaskId("T1"),   1, "p", "c", "d", FullCheckpoint(), 7, {FullStratum()},
      {PolicyId("P")}};
  EXPECT_THAT(UnsetFields(ToProto(commit, {"vkey"})), IsEmpty());
  const app::RevealAnswer reveal{TaskId("T1"), 1, FullLeaf(),
                                 app::AttemptState::kRun};
  EXPECT_THAT(UnsetFields(ToProto(reveal, {"vkey"})), IsEmpty());
  const app::ApproveAnswer approve{FullPending(), app::AttemptState::kVoid, 7};
  EXPECT_THAT(UnsetFields(ToProto(approve)), IsEmpty());
}

TEST(ConvertDraw, LeavesNoFieldOfAnExplanationUnset) {
  EXPECT_THAT(UnsetFields(ToProto(FullExplanation())), IsEmpty());
  const app::UnitProof proof{
      TaskId("T1"), 1,   HashSuite::kSm3, "leaf", 1, 2, {Sha256("y")}, "r",
      "c",          "t", FullLeaf()};
  EXPECT_THAT(UnsetFields(ToProto({proof, {"vkey"}})), IsEmpty());
  EXPECT_THAT(
      UnsetFields(ToProto(ReportPage{app::ReportFormat::kHtml, "page"})),
      IsEmpty());
  const AttemptsPage attempts = {{{FullAttempt(), {"key"}, 2, 1}}, "next"};
  EXPECT_THAT(UnsetFields(ToProto(attempts)), IsEmpty());
  const CountsPage counts = {{{"AUTHORITY", "body", 1, 2, 3, 4, 5, 6, 7, 8}},
                             "next"};
  EXPECT_THAT(UnsetFields(ToProto(counts)), IsEmpty());
}

TEST(ConvertDraw, SendsABundleInChunksOfAMebibyte) {
  const std::vector<app::BundleFile> files = {
      {"empty", ""}, {"big", std::string((2 << 20) + 5, 'x')}};
  std::vector<std::pair<std::string, std::size_t>> seen;
  SendChunks(files, [&seen](const std::string& bytes) {
    v1::ExportBundleResponse chunk;
    EXPECT_TRUE(chunk.ParseFromString(bytes));
    seen.emplace_back(chunk.file(), chunk.data().size());
    return true;
  });
  using Chunk = std::pair<std::string, std::size_t>;
  EXPECT_THAT(seen, ElementsAre(Chunk("empty", 0), Chunk("big", 1 << 20),
                                Chunk("big", 1 << 20), Chunk("big", 5)));
}

TEST(DrawSight, KeepsOnlyWhatIsPublicFromThoseWhoDoNotRunDraws) {
  for (const Role role :
       {Role::kApprover, Role::kWitness, Role::kAgency, Role::kAuditor}) {
    const v1::Draw seen = ToProto(PublicUnlessRun(role, FullDraw()));
    EXPECT_THAT(
        UnsetFields(seen),
        ElementsAre("Draw.strata", "Draw.policies", "Draw.selection",
                    "Draw.exclusions", "Draw.pending.usci", "Draw.lab_overflow",
                    "Draw.inspector_overflow", "Draw.bottlenecks",
                    "Draw.visits_done", "Draw.opens_by"));
    EXPECT_EQ(WithoutUnitUnlessRun(role, {FullPending()}).approved.usci.empty(),
              role != Role::kApprover);
  }
  EXPECT_THAT(
      UnsetFields(ToProto(PublicUnlessRun(Role::kOperator, FullDraw()))),
      IsEmpty());
}

}  // namespace
}  // namespace spotcheck::server
