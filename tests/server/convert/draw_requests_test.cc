#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "server/convert/draw.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

constexpr char kUsci[] = "91350100M000100Y43";
// The key of RFC 8032's first test.
constexpr char kKey[] =
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string kHex32(64, 'a');
const std::string kHex64(128, 'a');

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
       "TEXT_LENGTH", "task.basis"},
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
  // A bundle holds a hundred bytes at the most.
  beacon.set_signature(std::string(200, 'a'));
  EXPECT_OK(Parse(beacon));
  beacon.set_signature(std::string(202, 'a'));
  EXPECT_THAT(Parse(beacon), StatusReasonIs("INVALID_HEX_SIZE"));
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

TEST(ConvertDraw, AsksForAllAttemptsOrThoseOfATaskOrAnAuthorityButNotBoth) {
  v1::ListAttemptsRequest request;
  EXPECT_OK(Parse(request));
  request.set_state("RUN");
  EXPECT_EQ(Parse(request)->of.state, store::AttemptState::kRun);
  request.set_state("RUNNING");
  EXPECT_THAT(Parse(request), StatusReasonIs("UNKNOWN_VALUE"));
  request.clear_state();
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
