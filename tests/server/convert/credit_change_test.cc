#include <vector>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "server/convert/check_change.h"
#include "tests/server/convert/full_credit.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

v1::CorrectResultRequest GoodCorrection() {
  v1::CorrectResultRequest request;
  request.set_check_id("C1");
  request.set_reason("wrong line");
  request.set_basis("letter");
  return request;
}

TEST(ConvertCredit, ACorrectionLeavesAsItIsWhatItDoesNotName) {
  ASSERT_OK_AND_ASSIGN(const app::CheckChangeInput input,
                       Parse(GoodCorrection()));
  EXPECT_EQ(input.check, CheckId("C1"));
  EXPECT_EQ(input.reason, "wrong line");
  EXPECT_EQ(input.basis, "letter");
  ASSERT_TRUE(input.corrections.has_value());
  const app::Corrections& to = *input.corrections;
  EXPECT_FALSE(to.sampled || to.verdict || to.severity || to.product_name ||
               to.standard || to.trademark || to.model || to.items ||
               to.explanation);
}

TEST(ConvertCredit, ACorrectionHoldsWhatItNames) {
  v1::CorrectResultRequest request = GoodCorrection();
  request.set_sampled("2017-05-17");
  request.set_verdict(v1::VERDICT_FAIL);
  request.set_severity(v1::SEVERITY_SERIOUS);
  request.set_product_name("p");
  request.set_standard("");
  request.set_trademark("t");
  request.set_model("m");
  request.mutable_items();
  request.set_explanation("e");
  ASSERT_OK_AND_ASSIGN(const app::CheckChangeInput input, Parse(request));
  const app::Corrections& to = *input.corrections;
  EXPECT_EQ(to.sampled, SomeDay());
  EXPECT_EQ(to.verdict, store::Verdict::kFail);
  EXPECT_EQ(to.severity, store::Severity::kSerious);
  EXPECT_EQ(to.product_name, "p");
  EXPECT_EQ(to.standard, "");
  EXPECT_EQ(to.trademark, "t");
  EXPECT_EQ(to.model, "m");
  EXPECT_EQ(to.items, std::vector<store::TestItem>());
  EXPECT_EQ(to.explanation, "e");
}

TEST(ConvertCredit, EnterpriseTaskAndLineAreVoidedAndRecordedAnew) {
  const struct {
    void (*name)(v1::CorrectResultRequest&);
    const char* field;
  } kCases[] = {{[](auto& r) { r.set_usci(kUsci); }, "usci"},
                {[](auto& r) { r.set_task("tasks/T1"); }, "task"},
                {[](auto& r) { r.set_line_id("L1"); }, "line_id"}};
  for (const auto& test : kCases) {
    v1::CorrectResultRequest request = GoodCorrection();
    test.name(request);
    const absl::Status status = Parse(request).status();
    EXPECT_THAT(status, StatusReasonIs("FIELD_NOT_CORRECTED"));
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], test.field);
  }
}

TEST(ConvertCredit, FramesThatCiteTheCheckAreNamed) {
  app::CheckChangeAnswer answer;
  answer.change = FullChange();
  AddCiting({{TaskId("T1"), 2}}, answer);
  const v1::ApproveCheckChangeResponse proto = ToProto(answer);
  ASSERT_EQ(proto.effects_size(), 1);
  EXPECT_EQ(proto.effects(0).kind(), "FRAME_CITED");
  EXPECT_EQ(proto.effects(0).subject(), "tasks/T1 2");
}

}  // namespace
}  // namespace spotcheck::server
