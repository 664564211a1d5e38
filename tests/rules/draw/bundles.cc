#include "tests/rules/draw/bundles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gtest/gtest.h"
#include "lib/base/entropy.h"
#include "lib/base/signing.h"
#include "lib/rules/bundle/verify.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/run.h"
#include "tests/source_dir.h"

namespace spotcheck::rules {
namespace {

std::filesystem::path VectorFolder() {
  return std::filesystem::path(SourceDir()) / "tests/testdata/vectors";
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

const std::vector<std::string>& VectorNames() {
  static const auto* const kNames = new std::vector<std::string>{
      "draw-all",    "draw-large", "draw-one", "draw-replacement",
      "draw-sha256", "draw-skew",  "draw-sm3", "draw-tight"};
  return *kNames;
}

BundleFiles LoadVector(const std::string& name) {
  BundleFiles files;
  for (const auto& entry :
       std::filesystem::directory_iterator(VectorFolder() / name)) {
    files[entry.path().filename()] = ReadFile(entry.path());
  }
  return files;
}

Usci MakeUsci(int number) {
  std::string text = "91640100MA0000000";
  const std::string digits = std::to_string(number);
  text.replace(text.size() - digits.size(), digits.size(), digits);
  const auto check = UsciCheckCharacter(text);
  EXPECT_TRUE(check.ok()) << text;
  return Usci::Parse(text + *check).value();
}

Bundle SmallBundle() {
  Bundle bundle;
  bundle.id = {HashSuite::kSm3, TaskId("small"), 1, Digest{}};
  Plan& plan = bundle.plan;
  plan.authority = "宁夏回族自治区质量技术监督局";
  plan.region = Region::Parse("64").value();
  plan.categories = {"食品及相关产品", "家用电器"};
  plan.policies = {PolicyId("NINGXIA-2017")};
  plan.as_of = CivilDate(2017, 10, 16);
  plan.sample_size = 4;
  plan.lines_per_enterprise = 2;
  plan.inspectors_per_enterprise = 2;
  plan.weights = {{Stratum("A"), 1}, {Stratum("B"), 3}};
  plan.deadline = absl::FromUnixSeconds(1508313600);
  for (int i = 1; i <= 8; ++i) {
    bundle.frame.enterprises.push_back({MakeUsci(i),
                                        Stratum(i % 2 == 0 ? "A" : "B"),
                                        EnterpriseStatus::kEligible, ""});
    for (std::uint16_t j = 0; j < 3; ++j) {
      bundle.frame.lines.push_back(
          {MakeUsci(i), LineId("L" + std::to_string(j)),
           static_cast<std::uint16_t>(j % 2), LineStatus::kEligible, ""});
    }
  }
  const auto by_usci = [](const auto& a, const auto& b) {
    return a.usci < b.usci;
  };
  auto& frame = bundle.frame;
  std::sort(frame.enterprises.begin(), frame.enterprises.end(), by_usci);
  std::stable_sort(frame.lines.begin(), frame.lines.end(), by_usci);
  frame.labs = {{LabId("LAB0"), 3, {0, 1}, {"服装服饰产品"}, {}},
                {LabId("LAB1"), 3, {1}, {}, {}},
                {LabId("LAB2"), 3, {0}, {}, {}}};
  for (const char* id : {"I0", "I1", "I2"}) {
    frame.inspectors.push_back({InspectorId(id), 3, {}});
  }
  return bundle;
}

Bundle Complete(Bundle bundle, std::uint64_t seed) {
  FakeEntropy entropy(seed);
  const HashSuite suite = bundle.id.suite;
  bundle.operator_secret = entropy.Bytes(32);
  bundle.operator_commitment =
      OperatorCommitment(bundle.id, bundle.operator_secret);
  bundle.roots = ComputeRoots(suite, bundle.plan, bundle.frame);
  if (!bundle.beacon.spec.empty()) {
    bundle.beacon.signature = entropy.Bytes(48);
    bundle.beacon.value = std::string(Sha256(bundle.beacon.signature).view());
  }
  std::vector<SigningKey> keys;
  CommitmentInputs inputs{
      bundle.roots, bundle.beacon.spec, bundle.operator_commitment, {}};
  bundle.witnesses.clear();
  for (const char* name : {"监督员甲", "观察员乙"}) {
    keys.push_back(SigningKey::Generate(entropy));
    Witness witness{name, std::string(keys.back().verify_key().bytes()),
                    Digest{}, entropy.Bytes(16), ""};
    witness.commitment = WitnessCommitment(bundle.id, witness);
    inputs.witness_commitments.push_back(witness.commitment);
    bundle.witnesses.push_back(witness);
  }
  bundle.commitment = DrawCommitment(bundle.id, bundle.plan, inputs);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    bundle.witnesses[i].signature =
        keys[i].Sign(WitnessMessage(bundle.commitment));
  }
  auto result =
      RunDraw(suite, bundle.plan, bundle.frame,
              CollectSeedInputs(bundle.commitment, bundle.operator_secret,
                                bundle.witnesses, bundle.beacon));
  if (result.ok()) bundle.result = *std::move(result);
  return bundle;
}

std::string Failures(const BundleFiles& files) {
  std::string failures;
  for (const BundleCheck& check : VerifyBundle(files).checks) {
    if (!check.ok) failures += check.name + ": " + check.detail.en + "\n";
  }
  return failures;
}

}  // namespace spotcheck::rules
