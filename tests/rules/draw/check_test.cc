#include "lib/rules/draw/check.h"

#include <functional>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;

// What cannot even be written into a bundle, or is refused before one exists.
struct Offence {
  const char* name;
  std::function<void(Bundle&)> commit;
  const char* reason;
};

void BarTwice(Bundle& b) {
  const Usci& usci = b.frame.enterprises[0].usci;
  b.frame.labs[1].bars = {{usci, LabBarReason::kConflict, "C1"},
                          {usci, LabBarReason::kLastLab, "C2"}};
}

const Offence kOffences[] = {
    {"AttemptZero", [](Bundle& b) { b.id.attempt = 0; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"NoSample", [](Bundle& b) { b.plan.sample_size = 0; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"NoLines", [](Bundle& b) { b.plan.lines_per_enterprise = 0; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"NoInspectors", [](Bundle& b) { b.plan.inspectors_per_enterprise = 0; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"WeightTooLarge", [](Bundle& b) { b.plan.weights[Stratum("A")] = 1001; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"NoWeights", [](Bundle& b) { b.plan.weights.clear(); }, "DRAW_LIST_EMPTY"},
    {"NoCategories", [](Bundle& b) { b.plan.categories.clear(); },
     "DRAW_LIST_EMPTY"},
    {"StratumInLowerCase", [](Bundle& b) { b.plan.weights[Stratum("a")] = 1; },
     "DRAW_TEXT_MALFORMED"},
    {"TaskWithASlash", [](Bundle& b) { b.id.task = TaskId("a/b"); },
     "DRAW_TEXT_MALFORMED"},
    {"AuthorityWithATab", [](Bundle& b) { b.plan.authority = "a\tb"; },
     "DRAW_TEXT_MALFORMED"},
    {"AuthorityTooLong",
     [](Bundle& b) { b.plan.authority = std::string(201, 'x'); },
     "DRAW_TEXT_MALFORMED"},
    {"PolicyTwice",
     [](Bundle& b) { b.plan.policies.push_back(b.plan.policies[0]); },
     "DRAW_LIST_REPEATS"},
    {"EmptyFrame",
     [](Bundle& b) {
       b.frame.enterprises.clear();
       b.frame.lines.clear();
     },
     "DRAW_NUMBER_OUT_OF_RANGE"},
    {"EnterprisesOutOfOrder",
     [](Bundle& b) {
       std::swap(b.frame.enterprises[0], b.frame.enterprises[1]);
     },
     "DRAW_ROW_ORDER"},
    {"LineTwice", [](Bundle& b) { b.frame.lines[1] = b.frame.lines[0]; },
     "DRAW_ROW_ORDER"},
    {"LaboratoriesOutOfOrder",
     [](Bundle& b) { std::swap(b.frame.labs[0], b.frame.labs[1]); },
     "DRAW_ROW_ORDER"},
    {"InspectorsOutOfOrder",
     [](Bundle& b) { std::swap(b.frame.inspectors[0], b.frame.inspectors[1]); },
     "DRAW_ROW_ORDER"},
    {"CategoryOutOfRange", [](Bundle& b) { b.frame.lines[0].category = 2; },
     "DRAW_UNKNOWN_CATEGORY"},
    {"ScopeTwice",
     [](Bundle& b) {
       b.frame.labs[0].scope = {1, 1};
     },
     "DRAW_LIST_REPEATS"},
    {"BarTwice", BarTwice, "DRAW_BAR_REPEATED"},
    {"EvidenceOfTheEligible",
     [](Bundle& b) { b.frame.enterprises[0].evidence = "R1"; },
     "DRAW_EVIDENCE_MALFORMED"},
    {"ReservedWithoutEvidence",
     [](Bundle& b) { b.frame.lines[0].status = LineStatus::kReserved; },
     "DRAW_EVIDENCE_MALFORMED"},
    {"NoCapacity", [](Bundle& b) { b.frame.labs[0].capacity = 0; },
     "DRAW_NUMBER_OUT_OF_RANGE"},
};

class CheckOffenceTest : public ::testing::TestWithParam<Offence> {};

TEST_P(CheckOffenceTest, IsRefusedAtTheFreeze) {
  Bundle bundle = SmallBundle();
  GetParam().commit(bundle);
  EXPECT_THAT(CheckFrozen({bundle.id, bundle.plan, bundle.frame}),
              StatusReasonIs(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(All, CheckOffenceTest, ::testing::ValuesIn(kOffences),
                         [](const auto& test) { return test.param.name; });

TEST(CheckBeaconTest, TheSpecNamesChainAndRound) {
  const std::string chain(64, 'a');
  const auto check = [](const std::string& spec) {
    const std::string signature = "signature";
    return CheckBeacon(
        {spec, std::string(Sha256(signature).view()), signature});
  };
  EXPECT_OK(check("drand:" + chain + ":1"));
  EXPECT_OK(check("drand:" + chain + ":4657413"));
  for (const std::string& spec :
       {"drand:" + chain, "drand:" + chain + ":", "drand:" + chain + ":0",
        "drand:" + chain + ":01", "drand:" + chain + ":-1",
        "drand:" + std::string(63, 'a') + ":1",
        "drand:" + std::string(64, 'A') + ":1", "nist:" + chain + ":1",
        "drand:" + chain + ":1234567890123456789"}) {
    EXPECT_THAT(check(spec), StatusReasonIs("DRAW_BEACON_SPEC_MALFORMED"))
        << spec;
  }
}

TEST(CheckSampleTest, TheRefusalSaysBothNumbersAndTheReasons) {
  Bundle bundle = SmallBundle();
  bundle.frame.enterprises[0].status = EnterpriseStatus::kDeregistered;
  bundle.frame.enterprises[0].evidence = "D1";
  bundle.plan.sample_size = 8;
  const ErrorInfo error =
      GetErrorInfo(CheckFrozen({bundle.id, bundle.plan, bundle.frame}));
  EXPECT_EQ(error.metadata.at("value"), "8");
  EXPECT_EQ(error.metadata.at("limit"), "7");
  EXPECT_EQ(error.metadata.at("excluded"), "DEREGISTERED 1");
}

}  // namespace
}  // namespace spotcheck::rules
