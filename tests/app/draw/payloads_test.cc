#include "lib/app/draw/payloads.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::app {
namespace {

using ::spotcheck::testing::StatusReasonIs;

// The bytes are as the first version wrote them: names in alphabetical order,
// no white space, texts escaped no more than JSON needs.
TEST(Payloads, OfARunKeepTheirBytes) {
  const std::string bytes =
      R"({"bottlenecks":[{"bins":["L1","L2"],"capacity":1,"demand":20,)"
      R"("items":["药 \"a\"\n","b/c"],"kind":"LABS"}],)"
      R"("inspector_overflow":0,"lab_overflow":3})";
  ASSERT_OK_AND_ASSIGN(const RunOutcome outcome, DecodeOutcome(bytes));
  EXPECT_EQ(outcome.lab_overflow, 3);
  ASSERT_EQ(outcome.bottlenecks.size(), 1u);
  EXPECT_EQ(outcome.bottlenecks[0].kind, "LABS");
  EXPECT_EQ(outcome.bottlenecks[0].demand, 20);
  EXPECT_EQ(outcome.bottlenecks[0].items[0], "药 \"a\"\n");
  EXPECT_EQ(EncodeOutcome(outcome), bytes);
}

TEST(Payloads, OfACommitmentKeepTheirBytes) {
  const std::string strata =
      R"([{"eligible":2,"excluded":{"NO_ELIGIBLE_LINE":1,"WITHDRAWN":4},)"
      R"("in_scope":7,"stratum":"A","weight":1}])";
  ASSERT_OK_AND_ASSIGN(const auto read, DecodeStrata(strata));
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].in_scope, 7);
  EXPECT_EQ(read[0].excluded.at("WITHDRAWN"), 4);
  EXPECT_EQ(EncodeStrata(read), strata);
  const std::string pseudonyms = R"({"I1":"6401","I2":"6402"})";
  ASSERT_OK_AND_ASSIGN(const auto map, DecodePseudonyms(pseudonyms));
  EXPECT_EQ(map.at("I2"), "6402");
  EXPECT_EQ(EncodePseudonyms(map), pseudonyms);
  EXPECT_EQ(EncodePseudonyms({}), "{}");
  EXPECT_EQ(EncodeStrata({}), "[]");
}

TEST(Payloads, InAnotherFormAreRefused) {
  for (const char* other :
       {"", "null", R"({"lab_overflow":3})",
        R"({"bottlenecks":[],"inspector_overflow":0, "lab_overflow":3})",
        R"({"bottlenecks":[],"inspector_overflow":"0","lab_overflow":3})"}) {
    EXPECT_THAT(DecodeOutcome(other), StatusReasonIs("PAYLOAD_MALFORMED"))
        << other;
  }
  EXPECT_THAT(DecodeStrata("{}"), StatusReasonIs("PAYLOAD_MALFORMED"));
  EXPECT_THAT(DecodePseudonyms(R"({"b":"1","a":"2"})"),
              StatusReasonIs("PAYLOAD_MALFORMED"));
}

}  // namespace
}  // namespace spotcheck::app
