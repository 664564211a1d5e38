// Whatever the facts, a built frame satisfies what the protocol demands of the
// frozen files. The facts are varied by a fixed linear congruence.

#include <algorithm>
#include <cstdint>

#include "lib/base/status_matchers.h"
#include "lib/rules/draw_check.h"
#include "lib/rules/frame.h"
#include "tests/rules/law_fixtures.h"

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
void ExpectRotation(const BuiltFrame& built, const EnterpriseFacts& facts) {
  if (!facts.last_lab) return;
  bool barred = false;
  bool conflict = false;
  bool known = false;
  bool needed = false;
  for (const DrawLab& lab : built.frame.labs) {
    if (lab.lab != facts.last_lab->lab) continue;
    known = true;
    for (const auto& bar : lab.bars) {
      if (bar.usci != facts.usci) continue;
      (bar.reason == LabBarReason::kLastLab ? barred : conflict) = true;
    }
  }
  for (const LineRow& line : built.frame.lines) {
    if (line.usci != facts.usci || line.status != LineStatus::kEligible) {
      continue;
    }
    int others = 0;
    for (const DrawLab& lab : built.frame.labs) {
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
    const BuiltFrame built = std::move(*builder).Finish();
    AttemptId id;
    id.task = TaskId("t");
    id.attempt = replaces ? 2 : 1;
    id.previous.bytes.fill(1);
    const FrozenView view{id, plan, built.frame};
    for (const auto& check : {CheckPlan, CheckRows, CheckStrata, CheckCodes,
                              CheckEligibility, CheckLaboratories}) {
      EXPECT_OK(check(view));
    }
    for (const EnterpriseFacts& facts : all) ExpectRotation(built, facts);
  }
}

}  // namespace
}  // namespace spotcheck::rules
