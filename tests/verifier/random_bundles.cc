// random_bundles DIR COUNT: writes COUNT bundles into DIR/00000, DIR/00001, …
// for a verifier that shares no code with this program. Equal COUNT, equal
// bundles. Every edge of the protocol comes round: one enterprise, everyone
// drawn, strata without a row or without an eligible one, capacities too small,
// a weight of 1000 beside 1, fewer lines than asked, both suites, beacons,
// replacements.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>

#include "lib/rules/bundle/write.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

// A test's own generator: it makes frames, never draws.
using Random = std::mt19937_64;

// Numbers below 10,000,000 give distinct codes.
constexpr int kCodes = 9'000'000;

int Roll(Random& random, int low, int high) {
  return low + static_cast<int>(random() %
                                static_cast<std::uint64_t>(high - low + 1));
}
bool Once(Random& random, int in) { return Roll(random, 1, in) == 1; }

const std::vector<std::string>& StrataNames() {
  static const std::vector<std::string> names = {"A", "B", "C", "D"};
  return names;
}

Plan RandomPlan(Random& random, int kind) {
  Plan plan;
  plan.authority = "自治区质监局";
  plan.level = Level::kProvincial;
  plan.region = *Region::Parse("64");
  plan.categories = {"食品及相关产品", "服装服饰产品", "家用电器"};
  plan.policies = {PolicyId("NINGXIA-2017"), PolicyId("PQL-15")};
  plan.as_of = CivilDate(2017, 10, 16);
  plan.deadline = *ParseUtc("2017-10-18T08:00:00Z");
  for (const std::string& name : StrataNames()) {
    plan.weights[Stratum(name)] = Roll(random, 1, 8);
  }
  if (kind % 5 == 0) {
    plan.weights[Stratum("A")] = 1;
    plan.weights[Stratum("D")] = 1000;
  }
  plan.lines_per_enterprise = Roll(random, 1, 4);
  plan.inspectors_per_enterprise = Roll(random, 1, 2);
  return plan;
}

std::vector<DrawLab> RandomLabs(Random& random, const Plan& plan) {
  std::vector<DrawLab> labs;
  const int count = Roll(random, 1, 5);
  for (int i = 0; i < count; ++i) {
    DrawLab lab;
    lab.lab = LabId("LAB" + std::to_string(i));
    lab.capacity = Roll(random, 1, 12);
    for (std::uint16_t c = 0; c < plan.categories.size(); ++c) {
      if (i == 0 || !Once(random, 3)) lab.scope.push_back(c);
    }
    if (lab.scope.empty()) lab.scope.push_back(0);
    labs.push_back(std::move(lab));
  }
  return labs;
}

std::vector<DrawInspector> RandomInspectors(Random& random) {
  std::vector<DrawInspector> inspectors;
  const int count = Roll(random, 4, 10);
  for (int i = 0; i < count; ++i) {
    DrawInspector inspector;
    inspector.inspector = InspectorId("I0" + std::to_string(i));
    inspector.capacity = Roll(random, 1, 6);
    inspectors.push_back(std::move(inspector));
  }
  return inspectors;
}

bool CanTest(const Frame& frame, const Usci& usci, std::uint16_t category) {
  for (const DrawLab& lab : frame.labs) {
    const bool in_scope = std::find(lab.scope.begin(), lab.scope.end(),
                                    category) != lab.scope.end();
    const bool barred =
        std::any_of(lab.bars.begin(), lab.bars.end(),
                    [&](const auto& bar) { return bar.usci == usci; });
    if (in_scope && !barred) return true;
  }
  return false;
}

void AddBars(Random& random, const Usci& usci, Frame& frame) {
  for (std::size_t i = 1; i < frame.labs.size(); ++i) {
    if (!Once(random, 8)) continue;
    frame.labs[i].bars.push_back(
        {usci,
         Once(random, 2) ? LabBarReason::kLastLab : LabBarReason::kConflict,
         "C" + std::to_string(random() % 1000)});
  }
  // Two inspectors at least stay unbarred for every enterprise.
  for (std::size_t i = 2; i < frame.inspectors.size(); ++i) {
    if (!Once(random, 10)) continue;
    frame.inspectors[i].bars.push_back({usci, InspectorBarReason::kRecusal,
                                        "H" + std::to_string(random() % 1000)});
  }
}

// Adds the enterprise's lines; true if one of them is eligible.
bool AddLines(Random& random, const Usci& usci, int kind, Frame& frame) {
  const int count = Roll(random, 1, 4);
  bool eligible = false;
  for (int i = 0; i < count; ++i) {
    LineRow line;
    line.usci = usci;
    line.line = LineId("L0" + std::to_string(i));
    line.category = static_cast<std::uint16_t>(Roll(random, 0, 2));
    const int status = kind % 4 == 0 ? 0 : Roll(random, 0, 9);
    if (status == 1 || status == 2 || status == 3) {
      line.status = static_cast<LineStatus>(status);
      line.evidence = "R" + std::to_string(random() % 100000);
    } else if (!CanTest(frame, usci, line.category)) {
      line.status = LineStatus::kNoLab;
    }
    eligible |= line.status == LineStatus::kEligible;
    frame.lines.push_back(std::move(line));
  }
  return eligible;
}

void AddEnterprise(Random& random, const Usci& usci, int kind, Bundle& bundle) {
  AddBars(random, usci, bundle.frame);
  const bool eligible = AddLines(random, usci, kind, bundle.frame);
  FrameRow row;
  row.usci = usci;
  // Some bundles leave strata without a row.
  row.stratum = Stratum(
      StrataNames()[static_cast<std::size_t>(Roll(random, kind % 3, 3))]);
  if (Once(random, 12)) {
    row.status = EnterpriseStatus::kDeregistered;
    row.evidence = "D1";
  } else if (bundle.id.attempt > 1 && row.stratum != Stratum("D")) {
    row.status = EnterpriseStatus::kOtherStratum;
  } else if (bundle.id.attempt > 1 && Once(random, 4)) {
    row.status = Once(random, 2) ? EnterpriseStatus::kWithdrawn
                                 : EnterpriseStatus::kAlreadySelected;
    row.evidence = "J7";
  } else if (!eligible) {
    row.status = EnterpriseStatus::kNoEligibleLine;
  }
  bundle.frame.enterprises.push_back(std::move(row));
}

std::int64_t Eligible(const Frame& frame) {
  return std::count_if(frame.enterprises.begin(), frame.enterprises.end(),
                       [](const FrameRow& r) {
                         return r.status == EnterpriseStatus::kEligible;
                       });
}

// A bundle of this kind, or one without an eligible enterprise.
Bundle RandomBundle(Random& random, int kind) {
  Bundle bundle;
  bundle.id.suite = kind % 2 == 0 ? HashSuite::kSha256 : HashSuite::kSm3;
  bundle.id.task = TaskId("task-" + std::to_string(kind));
  if (kind % 6 == 0) {
    bundle.id.attempt = 2;
    bundle.id.previous = Sha256("previous");
  }
  bundle.plan = RandomPlan(random, kind);
  bundle.frame.labs = RandomLabs(random, bundle.plan);
  bundle.frame.inspectors = RandomInspectors(random);
  std::set<Usci> uscis;
  const int size = kind % 10 == 1 ? 1 : Roll(random, 2, 30);
  while (static_cast<int>(uscis.size()) < size) {
    uscis.insert(MakeUsci(Roll(random, 0, kCodes)));
  }
  for (const Usci& usci : uscis) AddEnterprise(random, usci, kind, bundle);
  const int eligible = static_cast<int>(Eligible(bundle.frame));
  if (eligible > 0) {
    bundle.plan.sample_size =
        kind % 7 == 0 ? eligible : Roll(random, 1, eligible);
  }
  if (kind % 9 == 0) {
    bundle.beacon.spec =
        "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
        ":657413";
  }
  return bundle;
}

bool WriteFiles(const std::filesystem::path& folder, const Bundle& bundle) {
  std::filesystem::create_directories(folder);
  for (const auto& [name, text] : WriteBundle(bundle)) {
    std::ofstream out(folder / name, std::ios::binary);
    out << text;
    if (!out.good()) return false;
  }
  return true;
}

int Main(const std::filesystem::path& folder, int count) {
  constexpr std::uint64_t kSeed = 20171016;
  Random random(kSeed);
  int written = 0;
  for (int kind = 0; written < count; ++kind) {
    const Bundle bundle = RandomBundle(random, kind);
    if (Eligible(bundle.frame) == 0) continue;
    std::string name = std::to_string(written);
    name.insert(name.begin(), 5 - std::min<std::size_t>(name.size(), 5), '0');
    if (!WriteFiles(folder / name,
                    Complete(bundle, static_cast<std::uint64_t>(kind)))) {
      std::cerr << "cannot write below " << folder << "\n";
      return 1;
    }
    ++written;
  }
  std::cout << written << " bundles in " << folder.string() << "\n";
  return 0;
}

}  // namespace
}  // namespace spotcheck::rules

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: random_bundles DIR COUNT\n";
    return 2;
  }
  return spotcheck::rules::Main(argv[1], std::atoi(argv[2]));
}
