// Whatever the facts, a built frame satisfies what the protocol demands of the
// frozen files. The facts are varied by a fixed linear congruence.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "lib/base/status_matchers.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/tsv.h"
#include "lib/rules/law/frame.h"
#include "lib/rules/law/frame_merge.h"
#include "tests/rules/law/fixtures.h"

namespace spotcheck::rules {
namespace {

using testing::Day;
using testing::RegionOf;
using testing::StandardPolicies;
using testing::Towel;
using testing::UsciIn;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  int Below(int n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }
  bool OneIn(int n) { return Below(n) == 0; }

 private:
  std::uint64_t state_;
};

constexpr int kEnterprises = 40;

FrameContext RandomContext(Dice& dice) {
  FrameContext context;
  Plan& plan = context.plan;
  plan.authority = "自治区质监局";
  plan.region = RegionOf("64");
  plan.categories = {"家用电器", "服装服饰产品", "食品及相关产品"};
  plan.as_of = Day("2021-06-01");
  plan.sample_size = 1;
  plan.lines_per_enterprise = 2;
  plan.inspectors_per_enterprise = 1;
  plan.weights = {{Stratum("A"), 1}, {Stratum("B"), 2}, {Stratum("C"), 4}};
  context.authority = {plan.authority, plan.level, plan.region};
  context.policies = TaskPolicies(StandardPolicies(), plan.region, plan.as_of);
  plan.policies = context.policies.Ids();
  for (int i = 0; i < 4; ++i) {
    LabFacts lab{LabId("LAB" + std::to_string(i)), 1 + dice.Below(9), {}, {}};
    for (const std::string_view category : kCategories) {
      if (dice.OneIn(2)) lab.scope.emplace_back(category);
    }
    for (int e = 0; e < kEnterprises; ++e) {
      if (dice.OneIn(6)) lab.conflicts.push_back({UsciIn("640104", e), "C1"});
    }
    context.labs.push_back(lab);
  }
  for (int i = 0; i < 3; ++i) {
    context.inspectors.push_back({InspectorId("I" + std::to_string(i)),
                                  5,
                                  {{UsciIn("640104", dice.Below(80)), "Q1"}}});
  }
  return context;
}

EarlierCheck RandomCheck(Dice& dice, const Usci& usci, int id) {
  EarlierCheck check;
  check.id = CheckId("R" + std::to_string(id));
  check.product = Towel();
  check.product.model = std::to_string(dice.Below(4));
  check.authority =
      AuthorityOver("局", static_cast<Level>(dice.Below(4)), usci);
  check.sampled = Day("2020-09-01").AddDays(dice.Below(300));
  check.verdict = static_cast<Verdict>(dice.Below(3));
  return check;
}

EnterpriseFacts RandomEnterprise(Dice& dice, const Usci& usci, bool replaces) {
  EnterpriseFacts facts;
  facts.usci = usci;
  facts.stratum =
      Stratum(std::string(1, static_cast<char>('A' + dice.Below(3))));
  const char* const kCategory[] = {"家用电器", "服装服饰产品",
                                   "食品及相关产品"};
  for (int i = 0; i <= dice.Below(4); ++i) {
    LineFacts line{LineId("L" + std::to_string(i)), Towel(),
                   kCategory[dice.Below(3)], std::nullopt};
    line.product.model = std::to_string(i);
    if (dice.OneIn(5)) line.held_by = "T1";
    facts.lines.push_back(line);
  }
  for (int i = 0; i < dice.Below(4); ++i) {
    facts.checks.push_back(RandomCheck(dice, usci, i));
  }
  if (dice.OneIn(2)) {
    facts.last_lab =
        LastLab{LabId("LAB" + std::to_string(dice.Below(5))), "R0"};
  }
  if (dice.OneIn(8)) facts.deregistered = "D1";
  if (replaces && dice.OneIn(4)) facts.already_selected = "S1";
  if (replaces && dice.OneIn(6)) facts.withdrawn = "W1";
  return facts;
}

// LAST_LAB bars stand only where every eligible line keeps a laboratory, and
// are missing only where they would not.
void ExpectRotation(const Frame& built, const EnterpriseFacts& facts) {
  if (!facts.last_lab) return;
  bool barred = false;
  bool conflict = false;
  bool known = false;
  bool needed = false;
  for (const DrawLab& lab : built.labs) {
    if (lab.lab != facts.last_lab->lab) continue;
    known = true;
    for (const auto& bar : lab.bars) {
      if (bar.usci != facts.usci) continue;
      (bar.reason == LabBarReason::kLastLab ? barred : conflict) = true;
    }
  }
  for (const LineRow& line : built.lines) {
    if (line.usci != facts.usci || line.status != LineStatus::kEligible) {
      continue;
    }
    int others = 0;
    for (const DrawLab& lab : built.labs) {
      const bool scoped =
          std::count(lab.scope.begin(), lab.scope.end(), line.category) > 0;
      const bool has_conflict =
          std::any_of(lab.bars.begin(), lab.bars.end(), [&](const auto& bar) {
            return bar.usci == facts.usci &&
                   bar.reason == LabBarReason::kConflict;
          });
      if (scoped && !has_conflict && lab.lab != facts.last_lab->lab) ++others;
    }
    if (others == 0) needed = true;
  }
  EXPECT_EQ(barred, known && !conflict && !needed);
}

TEST(FrameProtocolTest, EveryBuiltFrameMayBeFrozen) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    const bool replaces = seed % 2 == 1;
    FrameContext context = RandomContext(dice);
    const Plan plan = context.plan;
    if (replaces) context.replaced_stratum = Stratum("B");
    auto builder = FrameBuilder::Create(std::move(context));
    ASSERT_OK(builder);
    std::vector<EnterpriseFacts> all;
    for (int e = 0; e < kEnterprises; ++e) {
      all.push_back(RandomEnterprise(dice, UsciIn("640104", e), replaces));
      ASSERT_OK(builder->Add(all.back()));
    }
    const Frame built = std::move(*builder).Finish();
    AttemptId id;
    id.task = TaskId("t");
    id.attempt = replaces ? 2 : 1;
    id.previous.bytes.fill(1);
    const FrozenView view{id, plan, built};
    for (const auto& check : {CheckPlan, CheckRows, CheckStrata, CheckCodes,
                              CheckEligibility, CheckLaboratories}) {
      EXPECT_OK(check(view));
    }
    for (const EnterpriseFacts& facts : all) ExpectRotation(built, facts);
  }
}

// The four files as one text.
std::string FilesOf(const Plan& plan, const Frame& frame) {
  std::string text;
  const auto add = [&text](std::string_view line) {
    text.append(line).push_back('\n');
  };
  EachFrameLine(frame, add);
  EachProductLine(plan, frame, add);
  EachLabLine(plan, frame, add);
  EachInspectorLine(frame, add);
  return text;
}

using AllFacts = std::vector<EnterpriseFacts>;

Frame BuildOf(const FrameContext& context, const AllFacts& all) {
  auto builder = FrameBuilder::Create(context);
  EXPECT_OK(builder);
  for (const EnterpriseFacts& facts : all) EXPECT_OK(builder->Add(facts));
  return std::move(*builder).Finish();
}

TEST(FrameMergeTest, PartsSideBySideMakeTheWhole) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    const FrameContext context = RandomContext(dice);
    AllFacts all;
    for (int e = 0; e < kEnterprises; ++e) {
      all.push_back(RandomEnterprise(dice, UsciIn("640104", e), false));
    }
    const auto cut = all.begin() + dice.Below(kEnterprises + 1);
    Frame merged = BuildOf(context, AllFacts(all.begin(), cut));
    AppendFrame(merged, BuildOf(context, AllFacts(cut, all.end())));
    EXPECT_EQ(FilesOf(context.plan, merged),
              FilesOf(context.plan, BuildOf(context, all)));
  }
}

// Enterprises that change, come and go.
TEST(FrameMergeTest, WhatIsDecidedAnewMakesTheFrameOfTheDay) {
  int unchanged = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    Dice dice(seed);
    const FrameContext context = RandomContext(dice);
    AllFacts before;
    AllFacts after;
    AllFacts anew;
    absl::flat_hash_set<Usci> touched;
    for (int e = 0; e < kEnterprises; ++e) {
      const Usci usci = UsciIn("640104", e);
      const EnterpriseFacts facts = RandomEnterprise(dice, usci, false);
      const bool was = !dice.OneIn(10);
      if (was) before.push_back(facts);
      if (seed % 2 == 0 && dice.OneIn(4)) {  // something happened
        touched.insert(usci);
        if (dice.OneIn(4)) continue;
        anew.push_back(RandomEnterprise(dice, usci, false));
        after.push_back(anew.back());
      } else if (was) {
        after.push_back(facts);
        if (dice.OneIn(4)) {  // something that changes no row
          touched.insert(usci);
          anew.push_back(facts);
        }
      }
    }
    Frame frame = BuildOf(context, before);
    const std::string old = FilesOf(context.plan, frame);
    const bool changed = ReplaceInFrame(frame, touched, BuildOf(context, anew));
    const std::string now = FilesOf(context.plan, frame);
    EXPECT_EQ(now, FilesOf(context.plan, BuildOf(context, after)));
    EXPECT_EQ(changed, now != old);
    if (!changed) ++unchanged;
  }
  EXPECT_GE(unchanged, 50);
}

}  // namespace
}  // namespace spotcheck::rules
