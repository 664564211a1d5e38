#include "server/convert_draw.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "server/convert_draw_answers.h"
#include "server/draw_sight.h"
#include "tests/server/every_field.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kUsci[] = "91350100M000100Y43";
// The key of RFC 8032's first test.
constexpr char kKey[] =
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string kHex32(64, 'a');
const std::string kHex64(128, 'a');

Usci SomeUsci() { return Usci::Parse(kUsci).value(); }

app::StratumPreview FullStratum() {
  return {Stratum("A"), 9, 5, {{"DEREGISTERED", 4}}, 2};
}
app::LineExclusion FullExclusion() {
  return {SomeUsci(), LineId("L1"), "SIX_MONTHS", "P",
          "R1",       "2017-05-17", "2017-11-17"};
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
  draw.selection = {{1,
                     SomeUsci(),
                     "name",
                     Stratum("A"),
                     {{LineId("L1"), LabId("lab"), "OPEN", "product"}},
                     {"I1"},
                     {"badge"},
                     "ticket"}};
  draw.exclusions = {FullExclusion()};
  draw.lab_overflow = 1;
  draw.inspector_overflow = 2;
  draw.bottlenecks = {{"LABS", {"lab"}, 1, 2, {"item"}}};
  return draw;
}

app::TaskAnswer FullTask() {
  app::TaskAnswer task;
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
  task.journal_index = 7;
  return task;
}

app::UnitExplanation FullExplanation() {
  app::UnitExplanation full;
  full.usci = SomeUsci();
  full.in_scope = 1;
  full.status = "ELIGIBLE";
  full.reason = {"中", "en"};
  full.lines = {{LineId("L1"),
                 "name",
                 "category",
                 "ELIGIBLE",
                 {"中", "en"},
                 {FullExclusion()},
                 1}};
  full.stratum = "A";
  full.weight = 2;
  full.inclusion_probability = "1/2";
  full.inclusion_percent = "50.00";
  full.drawn = 1;
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
  const std::vector<app::AttemptSummary> attempts = {
      {TaskId("T1"),
       1,
       "body",
       app::AttemptState::kFailed,
       "c",
       "p",
       "at",
       "deadline",
       "op",
       "reason",
       {"key"},
       2,
       1,
       7}};
  EXPECT_THAT(UnsetFields(ToProto(attempts)), IsEmpty());
  const std::vector<app::DrawCounts> counts = {
      {"AUTHORITY", "body", 1, 2, 3, 4, 5, 6, 7, 8}};
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
                    "Draw.inspector_overflow", "Draw.bottlenecks"));
    EXPECT_EQ(WithoutUnitUnlessRun(role, {FullPending()}).approved.usci.empty(),
              role != Role::kApprover);
  }
  EXPECT_THAT(
      UnsetFields(ToProto(PublicUnlessRun(Role::kOperator, FullDraw()))),
      IsEmpty());
}

v1::CreateTaskRequest GoodTask() {
  v1::CreateTaskRequest request;
  request.set_task_id("T1");
  v1::Task& task = *request.mutable_task();
  task.set_authority("body");
  task.set_level(v1::LEVEL_PROVINCIAL);
  task.set_region("64");
  task.add_categories("家用电器");
  task.set_sample_size(3);
  task.set_lines_per_enterprise(2);
  task.set_inspectors_per_enterprise(1);
  (*task.mutable_weights())["A"] = 4;
  return request;
}

TEST(ConvertDraw, ReadsATask) {
  v1::CreateTaskRequest request = GoodTask();
  ASSERT_OK_AND_ASSIGN(const TaskInput input, Parse(request));
  const rules::Plan& plan = input.task.plan.plan;
  EXPECT_EQ(input.task.task, TaskId("T1"));
  EXPECT_EQ(input.task.suite, HashSuite::kSha256);
  EXPECT_EQ(plan.purpose, rules::Purpose::kRoutine);
  EXPECT_EQ(plan.level, rules::Level::kProvincial);
  EXPECT_EQ(plan.region.str(), "64");
  EXPECT_EQ(plan.sample_size, 3);
  EXPECT_EQ(plan.lines_per_enterprise, 2);
  EXPECT_EQ(plan.inspectors_per_enterprise, 1);
  EXPECT_EQ(plan.weights.at(Stratum("A")), 4);
  EXPECT_FALSE(input.as_of.has_value());
  request.mutable_task()->set_as_of("2017-05-17");
  EXPECT_EQ(Parse(request)->as_of, CivilDate(2017, 5, 17));
}

TEST(ConvertDraw, NamesTheFieldOfATaskThatCannotStand) {
  struct Case {
    void (*spoil)(v1::CreateTaskRequest&);
    const char* reason;
    const char* field;
  };
  const Case cases[] = {
      {[](auto& r) { r.set_task_id("tasks/T1"); }, "INVALID_ID", "task_id"},
      {[](auto& r) { r.mutable_task()->clear_level(); }, "UNKNOWN_VALUE",
       "task.level"},
      {[](auto& r) { r.mutable_task()->set_purpose(v1::Purpose(9)); },
       "UNKNOWN_VALUE", "task.purpose"},
      {[](auto& r) { r.mutable_task()->set_suite(v1::HashSuite(9)); },
       "UNKNOWN_VALUE", "task.suite"},
      {[](auto& r) { r.mutable_task()->clear_authority(); }, "FIELD_MISSING",
       "task.authority"},
      {[](auto& r) { r.mutable_task()->set_region("6"); }, "INVALID_REGION",
       "task.region"},
      {[](auto& r) { r.mutable_task()->add_categories(""); }, "FIELD_MISSING",
       "task.categories[1]"},
      {[](auto& r) { (*r.mutable_task()->mutable_weights())["a b"] = 1; },
       "INVALID_ID", "task.weights"},
      {[](auto& r) { r.mutable_task()->set_as_of("today"); }, "INVALID_DATE",
       "task.as_of"},
      {[](auto& r) {
         r.mutable_task()->set_basis(std::string(10'000'000, 'x'));
       },
       "FIELD_TOO_LONG", "task.basis"},
  };
  for (const Case& test : cases) {
    v1::CreateTaskRequest request = GoodTask();
    test.spoil(request);
    const absl::Status status = Parse(request).status();
    EXPECT_THAT(status, StatusReasonIs(test.reason));
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], test.field);
  }
}

v1::ReplaceUnitsRequest GoodReplacement() {
  v1::ReplaceUnitsRequest request;
  request.set_task("tasks/T1");
  request.set_stratum("A");
  request.set_as_of("2017-05-17");
  request.set_deadline("2017-05-18T00:00:00Z");
  request.set_beacon_spec("drand:x:1");
  v1::WitnessCommitment& witness = *request.add_witnesses();
  witness.set_witness_name("name");
  witness.set_key(kKey);
  witness.set_commitment(kHex32);
  witness.set_attempt(2);
  witness.set_previous(kHex32);
  return request;
}

TEST(ConvertDraw, ReadsACommitment) {
  ASSERT_OK_AND_ASSIGN(const app::CommitRequest parsed,
                       Parse(GoodReplacement()));
  EXPECT_EQ(parsed.task, TaskId("T1"));
  EXPECT_EQ(parsed.replaced, Stratum("A"));
  EXPECT_EQ(parsed.as_of, CivilDate(2017, 5, 17));
  EXPECT_TRUE(parsed.deadline.has_value());
  EXPECT_EQ(parsed.beacon_spec, "drand:x:1");
  ASSERT_EQ(parsed.witnesses.size(), 1U);
  EXPECT_EQ(parsed.witnesses[0].key, kKey);
  EXPECT_EQ(parsed.witnesses[0].attempt, 2);
}

TEST(ConvertDraw, NamesTheFieldOfACommitmentThatCannotStand) {
  struct Case {
    void (*spoil)(v1::ReplaceUnitsRequest&);
    const char* reason;
    const char* field;
  };
  const Case cases[] = {
      {[](auto& r) { r.set_task("tasks/"); }, "INVALID_RESOURCE_NAME", "task"},
      {[](auto& r) { r.set_stratum("a"); }, "INVALID_ID", "stratum"},
      {[](auto& r) { r.set_deadline("soon"); }, "INVALID_TIME", "deadline"},
      {[](auto& r) { r.mutable_witnesses(0)->set_key(kHex64); },
       "INVALID_HEX_SIZE", "witnesses[0].key"},
      {[](auto& r) { r.mutable_witnesses(0)->set_key(std::string(64, '0')); },
       "INVALID_VERIFY_KEY", "witnesses[0].key"},
      {[](auto& r) { r.mutable_witnesses(0)->set_commitment("AA"); },
       "INVALID_HEX_SIZE", "witnesses[0].commitment"},
      {[](auto& r) { r.mutable_witnesses(0)->clear_previous(); },
       "INVALID_HEX_SIZE", "witnesses[0].previous"},
      {[](auto& r) { r.mutable_witnesses(0)->set_attempt(0); },
       "NUMBER_NOT_IN_RANGE", "witnesses[0].attempt"},
      {[](auto& r) {
         for (int i = 0; i < 64; ++i) r.add_witnesses();
       },
       "TOO_MANY_ELEMENTS", "witnesses"},
  };
  for (const Case& test : cases) {
    v1::ReplaceUnitsRequest request = GoodReplacement();
    test.spoil(request);
    const absl::Status status = Parse(request).status();
    EXPECT_THAT(status, StatusReasonIs(test.reason));
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], test.field);
  }
}

TEST(ConvertDraw, ReadsARevealAndABeacon) {
  v1::RevealContributionRequest reveal;
  reveal.set_task("tasks/T1");
  reveal.set_attempt(1);
  reveal.set_key(kKey);
  reveal.set_contribution(kHex32);
  reveal.set_signature(kHex64);
  EXPECT_OK(Parse(reveal));
  reveal.set_contribution("aa");
  EXPECT_THAT(Parse(reveal), StatusReasonIs("INVALID_HEX_SIZE"));
  reveal.set_contribution(kHex32);
  reveal.set_attempt(0);
  EXPECT_THAT(Parse(reveal), StatusReasonIs("NUMBER_NOT_IN_RANGE"));

  v1::ProvideBeaconRequest beacon;
  beacon.set_task("tasks/T1");
  beacon.set_value(kHex32);
  beacon.set_signature(kHex64);
  EXPECT_OK(Parse(beacon));
  beacon.clear_signature();
  EXPECT_THAT(Parse(beacon), StatusReasonIs("INVALID_HEX_SIZE"));
}

TEST(ConvertDraw, KnowsTheReasonsOfAWithdrawal) {
  v1::WithdrawUnitRequest request;
  request.set_task("tasks/T1");
  request.set_usci(kUsci);
  request.set_reason_code("CLOSED");
  request.set_evidence(kHex32);
  EXPECT_OK(Parse(request));
  request.set_reason_code("FRIEND");
  EXPECT_THAT(Parse(request), StatusReasonIs("UNKNOWN_VALUE"));
}

TEST(ConvertDraw, AsksForTaskOrAuthorityButNotBoth) {
  v1::ListAttemptsRequest request;
  EXPECT_THAT(Parse(request), StatusReasonIs("ONE_OF_TWO_FIELDS"));
  request.set_task("tasks/T1");
  request.set_authority("body");
  EXPECT_THAT(Parse(request), StatusReasonIs("ONE_OF_TWO_FIELDS"));
}

TEST(ConvertDraw, KnowsTheFormatsOfAReport) {
  v1::GetDrawReportRequest request;
  request.set_task("tasks/T1");
  EXPECT_EQ(Parse(request)->format, app::ReportFormat::kMarkdown);
  request.set_format("html");
  request.set_language("en");
  EXPECT_EQ(Parse(request)->language, app::Language::kEn);
  request.set_format("pdf");
  EXPECT_THAT(Parse(request), StatusReasonIs("UNKNOWN_VALUE"));
}

}  // namespace
}  // namespace spotcheck::server
