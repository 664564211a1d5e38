#include "lib/rules/bundle/verify.h"

#include <algorithm>
#include <functional>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/run.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::uint64_t kSeed = 1;

// Something the protocol refuses, though every digest in the bundle fits it.
struct Offence {
  const char* name;
  std::function<void(Bundle&)> commit;
  const char* check;  // the check that must fail
  const char* says;   // part of its English detail
};

void Exclude(FrameRow& row, EnterpriseStatus status, const char* evidence) {
  row.status = status;
  row.evidence = evidence;
}

void Exclude(LineRow& row, LineStatus status, const char* evidence) {
  row.status = status;
  row.evidence = evidence;
}

// All lines of the first enterprise.
void ExcludeFirstLines(Bundle& bundle) {
  for (LineRow& line : bundle.frame.lines) {
    if (line.usci == bundle.frame.enterprises[0].usci) {
      Exclude(line, LineStatus::kSixMonths, "R1");
    }
  }
}

void MakeLater(Bundle& bundle) {
  bundle.id.attempt = 2;
  bundle.id.previous = Sha256("before");
}

const Offence kFrozenOffences[] = {
    {"StratumWithoutWeight",
     [](Bundle& b) { b.plan.weights.erase(Stratum("A")); }, "strata",
     "no weight"},
    {"EligibleWithoutLine", ExcludeFirstLines, "eligibility",
     "ELIGIBLE without"},
    {"NoEligibleLineWithOne",
     [](Bundle& b) {
       Exclude(b.frame.enterprises[0], EnterpriseStatus::kNoEligibleLine, "");
     },
     "eligibility", "has an eligible line"},
    {"EligibleLineWithoutLaboratoryInScope",
     [](Bundle& b) {
       b.frame.labs[0].scope = {1};
       b.frame.labs[2].scope = {};
     },
     "laboratories", "no unbarred laboratory"},
    {"EligibleLineWithBarredLaboratoriesOnly",
     [](Bundle& b) {
       const Usci& usci = b.frame.enterprises[0].usci;
       b.frame.labs[0].bars = {{usci, LabBarReason::kConflict, "C1"}};
       b.frame.labs[2].bars = {{usci, LabBarReason::kLastLab, "C2"}};
     },
     "laboratories", "no unbarred laboratory"},
    {"NoLabWithOne",
     [](Bundle& b) { Exclude(b.frame.lines[0], LineStatus::kNoLab, ""); },
     "laboratories", "NO_LAB"},
    {"OtherStratumBesideEligible",
     [](Bundle& b) {
       MakeLater(b);
       Exclude(b.frame.enterprises[0], EnterpriseStatus::kOtherStratum, "");
     },
     "codes", "has eligible enterprises"},
    {"WithdrawnInAFirstAttempt",
     [](Bundle& b) {
       Exclude(b.frame.enterprises[0], EnterpriseStatus::kWithdrawn, "W1");
     },
     "codes", "WITHDRAWN"},
    {"AlreadySelectedInAFirstAttempt",
     [](Bundle& b) {
       Exclude(b.frame.enterprises[0], EnterpriseStatus::kAlreadySelected,
               "T1");
     },
     "codes", "ALREADY_SELECTED"},
    {"BarOutsideTheFrame",
     [](Bundle& b) {
       b.frame.labs[1].bars = {{MakeUsci(99), LabBarReason::kConflict, "C1"}};
     },
     "rows", "not in frame.tsv"},
    {"RecusalOutsideTheFrame",
     [](Bundle& b) {
       b.frame.inspectors[1].bars = {
           {MakeUsci(99), InspectorBarReason::kRecusal, "C1"}};
     },
     "rows", "not in frame.tsv"},
    {"LineOutsideTheFrame",
     [](Bundle& b) { b.frame.enterprises.erase(b.frame.enterprises.begin()); },
     "rows", "not in frame.tsv"},
    {"SampleLargerThanThePool", [](Bundle& b) { b.plan.sample_size = 9; },
     "sample", "9 enterprises is larger than the 8"},
    {"TooFewInspectors",
     [](Bundle& b) { b.plan.inspectors_per_enterprise = 4; }, "inspectors",
     "3 unbarred"},
    {"TooManyRecusals",
     [](Bundle& b) {
       const Usci& usci = b.frame.enterprises[0].usci;
       for (int i : {0, 1}) {
         b.frame.inspectors[static_cast<std::size_t>(i)].bars = {
             {usci, InspectorBarReason::kRecusal, "C1"}};
       }
     },
     "inspectors", "1 unbarred"},
    {"CategoryTwice",
     [](Bundle& b) { b.plan.categories.push_back(b.plan.categories[0]); },
     "plan", "more than once"},
};

const Offence kOtherOffences[] = {
    {"NoPreviousAttempt", [](Bundle& b) { b.id.attempt = 2; }, "previous",
     "no previous"},
};

class OffenceTest : public ::testing::TestWithParam<Offence> {};

TEST_P(OffenceTest, IsRefusedThoughEveryDigestFits) {
  Bundle bundle = SmallBundle();
  GetParam().commit(bundle);
  const std::string failures = Failures(WriteBundle(Complete(bundle, kSeed)));
  EXPECT_THAT(failures, HasSubstr(std::string(GetParam().check) + ": "));
  EXPECT_THAT(failures, HasSubstr(GetParam().says));
}

const auto kOffenceName = [](const auto& test) { return test.param.name; };
INSTANTIATE_TEST_SUITE_P(Frozen, OffenceTest,
                         ::testing::ValuesIn(kFrozenOffences), kOffenceName);
INSTANTIATE_TEST_SUITE_P(Other, OffenceTest,
                         ::testing::ValuesIn(kOtherOffences), kOffenceName);

TEST(VerifyBundleTest, AcceptsABundleMadeHere) {
  for (const HashSuite suite : {HashSuite::kSha256, HashSuite::kSm3}) {
    Bundle bundle = SmallBundle();
    bundle.id.suite = suite;
    EXPECT_THAT(Failures(WriteBundle(Complete(bundle, kSeed))), IsEmpty());
  }
}

TEST(VerifyBundleTest, SaysThatABeaconIsUnchecked) {
  Bundle bundle = SmallBundle();
  bundle.beacon.spec = "drand:" + std::string(64, 'a') + ":657413";
  const BundleReport report = VerifyBundle(Complete(bundle, kSeed));
  EXPECT_TRUE(report.ok());
  const auto beacon = std::find_if(
      report.checks.begin(), report.checks.end(),
      [](const BundleCheck& check) { return check.name == "beacon"; });
  ASSERT_NE(beacon, report.checks.end());
  EXPECT_THAT(beacon->detail.en, HasSubstr("beacon unchecked"));
}

// Witness and beacon offences spoil a completed bundle.
std::string FailuresAfter(const std::function<void(Bundle&)>& spoil) {
  Bundle bundle = SmallBundle();
  bundle.beacon.spec = "drand:" + std::string(64, 'a') + ":657413";
  bundle = Complete(bundle, kSeed);
  spoil(bundle);
  return Failures(WriteBundle(bundle));
}

TEST(VerifyBundleTest, RefusesWitnessesThatAreOne) {
  EXPECT_THAT(FailuresAfter(
                  [](Bundle& b) { b.witnesses[1].name = b.witnesses[0].name; }),
              HasSubstr("witnesses: witnesses 0 and 1 have the same name"));
  EXPECT_THAT(
      FailuresAfter([](Bundle& b) { b.witnesses[1].key = b.witnesses[0].key; }),
      HasSubstr("witnesses: witnesses 0 and 1 have the same key"));
  EXPECT_THAT(FailuresAfter([](Bundle& b) { b.witnesses.clear(); }),
              HasSubstr("witnesses: the draw has no witness"));
}

TEST(VerifyBundleTest, RefusesAKeyOfSmallOrder) {
  EXPECT_THAT(FailuresAfter([](Bundle& b) {
                b.witnesses[0].key = '\x01' + std::string(31, '\0');
              }),
              HasSubstr("witnesses: the key of witness 0"));
}

TEST(VerifyBundleTest, RefusesAnotherWitnessesSignature) {
  EXPECT_THAT(FailuresAfter([](Bundle& b) {
                std::swap(b.witnesses[0].signature, b.witnesses[1].signature);
              }),
              HasSubstr("signatures: draw.json witnesses[0].signature"));
}

TEST(VerifyBundleTest, RefusesBeaconFieldsThatDoNotFit) {
  EXPECT_THAT(FailuresAfter([](Bundle& b) { b.beacon.spec.clear(); }),
              HasSubstr("beacon: "));
  EXPECT_THAT(FailuresAfter([](Bundle& b) { b.beacon.value.clear(); }),
              HasSubstr("beacon: "));
  EXPECT_THAT(FailuresAfter([](Bundle& b) { b.beacon.signature.clear(); }),
              HasSubstr("beacon: "));
  EXPECT_THAT(FailuresAfter([](Bundle& b) { b.beacon.signature += 'x'; }),
              HasSubstr("beacon: beacon_value is not the SHA-256"));
}

TEST(VerifyBundleTest, NamesWhatDiffers) {
  EXPECT_THAT(
      FailuresAfter([](Bundle& b) {
        b.result.selection[2].lines[1].lab = LabId("LAB9");
      }),
      HasSubstr("selection: draw.json selection[2].lines[1].lab_id: the bundle "
                "says \"LAB9\""));
  EXPECT_THAT(FailuresAfter([](Bundle& b) { ++b.result.lab_overflow; }),
              HasSubstr("lab_overflow: draw.json lab_overflow"));
  EXPECT_THAT(
      FailuresAfter([](Bundle& b) { b.result.allocation[Stratum("Z")] = 0; }),
      HasSubstr("allocation: draw.json allocation.Z"));
}

TEST(VerifyBundleTest, AChangedFileShowsAtItsRoot) {
  EXPECT_THAT(FailuresAfter([](Bundle& b) { ++b.frame.labs[0].capacity; }),
              HasSubstr("labs_root: "));
}

TEST(RunDrawTest, ExcludedRowsDoNotChangeTheDraw) {
  const Bundle bundle = Complete(SmallBundle(), kSeed);
  Bundle wider = bundle;
  wider.frame.enterprises.push_back(
      {MakeUsci(99), Stratum("B"), EnterpriseStatus::kDeregistered, "D1"});
  std::sort(
      wider.frame.enterprises.begin(), wider.frame.enterprises.end(),
      [](const FrameRow& a, const FrameRow& b) { return a.usci < b.usci; });
  ASSERT_OK_AND_ASSIGN(
      const DrawResult result,
      RunDraw(wider.id.suite, wider.plan, wider.frame,
              CollectSeedInputs(wider.commitment, wider.operator_secret,
                                wider.witnesses, wider.beacon)));
  EXPECT_EQ(ResultJson(result), ResultJson(bundle.result));
}

TEST(RunDrawTest, RefusesASecretOrContributionOfTheWrongSize) {
  const Bundle bundle = Complete(SmallBundle(), kSeed);
  const auto run = [&](SeedInputs inputs) {
    return RunDraw(bundle.id.suite, bundle.plan, bundle.frame, inputs);
  };
  const SeedInputs inputs =
      CollectSeedInputs(bundle.commitment, bundle.operator_secret,
                        bundle.witnesses, bundle.beacon);
  SeedInputs changed = inputs;
  changed.operator_secret.pop_back();
  EXPECT_THAT(run(changed), StatusReasonIs("DRAW_SECRET_SIZE"));
  changed = inputs;
  changed.contributions[0].resize(15);
  EXPECT_THAT(run(changed), StatusReasonIs("DRAW_SECRET_SIZE"));
  changed = inputs;
  changed.contributions.clear();
  EXPECT_THAT(run(changed), StatusReasonIs("DRAW_NO_WITNESS"));
}

TEST(CheckFrozenTest, TheFirstOffenceIsTheAnswer) {
  Bundle bundle = SmallBundle();
  EXPECT_OK(CheckFrozen({bundle.id, bundle.plan, bundle.frame}));
  bundle.plan.sample_size = 9;
  EXPECT_THAT(CheckFrozen({bundle.id, bundle.plan, bundle.frame}),
              StatusReasonIs("DRAW_SAMPLE_TOO_LARGE"));
  std::swap(bundle.frame.enterprises[0], bundle.frame.enterprises[1]);
  EXPECT_THAT(CheckFrozen({bundle.id, bundle.plan, bundle.frame}),
              StatusReasonIs("DRAW_ROW_ORDER"));
}

// A replacement of one unit of stratum B, after `earlier`.
Bundle Replacement(const Bundle& earlier) {
  Bundle later = SmallBundle();
  MakeLater(later);
  later.id.previous = earlier.commitment;
  later.plan.sample_size = 1;
  later.plan.as_of = CivilDate(2017, 11, 1);
  later.plan.deadline = earlier.plan.deadline + absl::Hours(24 * 20);
  for (FrameRow& row : later.frame.enterprises) {
    if (row.stratum == Stratum("A")) {
      Exclude(row, EnterpriseStatus::kOtherStratum, "");
    }
  }
  for (const SelectedEnterprise& drawn : earlier.result.selection) {
    for (FrameRow& row : later.frame.enterprises) {
      if (row.usci == drawn.usci && row.status == EnterpriseStatus::kEligible) {
        Exclude(row, EnterpriseStatus::kAlreadySelected, "small-1");
      }
    }
  }
  return later;
}

std::string ReplacementFailures(const std::function<void(Bundle&)>& spoil) {
  const Bundle earlier = Complete(SmallBundle(), kSeed);
  Bundle later = Replacement(earlier);
  spoil(later);
  std::string failures;
  for (const BundleCheck& check :
       VerifyReplacement(earlier, Complete(later, kSeed + 1)).checks) {
    if (!check.ok) failures += check.name + ": " + check.detail.en + "\n";
  }
  return failures;
}

TEST(VerifyReplacementTest, AcceptsANewDayDeadlineAndSize) {
  EXPECT_THAT(ReplacementFailures([](Bundle&) {}), IsEmpty());
  const Bundle earlier = Complete(SmallBundle(), kSeed);
  EXPECT_THAT(Failures(WriteBundle(Complete(Replacement(earlier), kSeed + 1))),
              IsEmpty());
}

TEST(VerifyReplacementTest, RefusesAnyOtherChangeOfThePlan) {
  EXPECT_THAT(
      ReplacementFailures([](Bundle& b) { b.plan.weights[Stratum("B")] = 4; }),
      HasSubstr("plan: draw.json plan.weights"));
  EXPECT_THAT(
      ReplacementFailures([](Bundle& b) { b.plan.lines_per_enterprise = 1; }),
      HasSubstr("plan: draw.json plan.lines_per_enterprise"));
}

TEST(VerifyReplacementTest, RefusesAnotherTaskOrAnEarlierAttempt) {
  EXPECT_THAT(ReplacementFailures([](Bundle& b) { b.id.task = TaskId("x"); }),
              HasSubstr("attempt: "));
  EXPECT_THAT(ReplacementFailures([](Bundle& b) { b.id.attempt = 1; }),
              HasSubstr("attempt: "));
}

TEST(VerifyReplacementTest, RefusesAUnitThatCouldBeDrawnAgain) {
  EXPECT_THAT(ReplacementFailures([](Bundle& b) {
                for (FrameRow& row : b.frame.enterprises) {
                  if (row.status == EnterpriseStatus::kAlreadySelected) {
                    Exclude(row, EnterpriseStatus::kEligible, "");
                  }
                }
              }),
              HasSubstr("redraws: "));
}

}  // namespace
}  // namespace spotcheck::rules
