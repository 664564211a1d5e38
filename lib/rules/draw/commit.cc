#include "lib/rules/draw/commit.h"

#include <algorithm>

#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/rules/draw/merkle.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/tsv.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

std::string SortedLp(std::vector<std::string> elements) {
  std::sort(elements.begin(), elements.end());
  return Lp(elements);
}

std::string WeightsLp(const std::map<Stratum, std::int64_t>& weights) {
  std::string out;
  for (const auto& [stratum, weight] : weights) {
    AppendLp(stratum.str(), out);
    AppendLp(std::to_string(weight), out);
  }
  return out;
}

std::vector<std::string> Texts(const std::vector<PolicyId>& policies) {
  std::vector<std::string> texts;
  for (const PolicyId& policy : policies) texts.push_back(policy.str());
  return texts;
}

}  // namespace

std::string EncodePlan(const Plan& plan) {
  return Lp({"plan", plan.authority, CodeOf(plan.level), plan.region.Label(),
             CodeOf(plan.purpose), SortedLp(plan.categories),
             SortedLp(Texts(plan.policies)), plan.as_of.ToString(),
             std::to_string(plan.sample_size),
             std::to_string(plan.lines_per_enterprise),
             std::to_string(plan.inspectors_per_enterprise),
             WeightsLp(plan.weights), FormatUtcSeconds(plan.deadline)});
}

FrameRoots ComputeRoots(HashSuite suite, const Plan& plan, const Frame& frame) {
  MerkleRoot enterprises(suite);
  EachFrameLine(frame, [&](std::string_view line) { enterprises.Add(line); });
  MerkleRoot lines(suite);
  EachProductLine(plan, frame, [&](std::string_view line) { lines.Add(line); });
  MerkleRoot labs(suite);
  EachLabLine(plan, frame, [&](std::string_view line) { labs.Add(line); });
  MerkleRoot inspectors(suite);
  EachInspectorLine(frame,
                    [&](std::string_view line) { inspectors.Add(line); });
  return {enterprises.Root(), enterprises.size(), lines.Root(), labs.Root(),
          inspectors.Root()};
}

Digest WitnessCommitment(const AttemptId& id, const Witness& witness) {
  return Hash(id.suite, Lp({"witness", TaskName(id.task),
                            std::to_string(id.attempt), id.previous.view(),
                            witness.name, witness.key, witness.contribution}));
}

Digest OperatorCommitment(const AttemptId& id, std::string_view secret) {
  return Hash(id.suite,
              Lp({"operator", TaskName(id.task), std::to_string(id.attempt),
                  id.previous.view(), secret}));
}

Digest DrawCommitment(const AttemptId& id, const Plan& plan,
                      const CommitmentInputs& inputs) {
  std::string witnesses;
  for (const Digest& commitment : inputs.witness_commitments) {
    AppendLp(commitment.view(), witnesses);
  }
  const FrameRoots& roots = inputs.roots;
  return Hash(
      id.suite,
      Lp({"spotcheck-draw/1 commit", HashSuiteName(id.suite), TaskName(id.task),
          std::to_string(id.attempt), id.previous.view(), EncodePlan(plan),
          roots.frame_root.view(), std::to_string(roots.frame_size),
          roots.lines_root.view(), roots.labs_root.view(),
          roots.inspectors_root.view(), inputs.beacon_spec,
          inputs.operator_commitment.view(), witnesses}));
}

std::string WitnessMessage(const Digest& commitment) {
  return Lp({"spotcheck-draw/1 witness", commitment.view()});
}

Digest DrawSeed(HashSuite suite, const SeedInputs& inputs) {
  std::string ikm = Lp(
      {"spotcheck-draw/1 seed", inputs.commitment.view(), inputs.beacon_value});
  for (const std::string& contribution : inputs.contributions) {
    AppendLp(contribution, ikm);
  }
  return HmacKey(suite, inputs.operator_secret).Sign(ikm);
}

Digest DrawTranscript(HashSuite suite, const Digest& commitment,
                      const Digest& result_root) {
  return Hash(suite, Lp({"spotcheck-draw/1 transcript", commitment.view(),
                         result_root.view()}));
}

}  // namespace spotcheck::rules
