#include "lib/rules/bundle/write.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/tsv.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

Json SelectedJson(const SelectedEnterprise& selected) {
  Json lines = Json::array();
  for (const SelectedLine& line : selected.lines) {
    lines.push_back({{"line_id", line.line.str()}, {"lab_id", line.lab.str()}});
  }
  Json inspectors = Json::array();
  for (const InspectorId& id : selected.inspectors) {
    inspectors.push_back(id.str());
  }
  return {{"rank", selected.rank},
          {"usci", selected.usci.str()},
          {"stratum", selected.stratum.str()},
          {"ticket", selected.ticket.ToHex()},
          {"lines", std::move(lines)},
          {"inspectors", std::move(inspectors)}};
}

Json WitnessJson(const Witness& witness) {
  return {{"name", witness.name},
          {"key", HexEncode(witness.key)},
          {"commitment", witness.commitment.ToHex()},
          {"contribution", HexEncode(witness.contribution)},
          {"signature", HexEncode(witness.signature)}};
}

// Collects the lines that `visit` hands out, with a line feed after each.
template <typename Visit>
std::string Collect(Visit visit) {
  std::string text;
  visit([&](std::string_view line) { text.append(line).push_back('\n'); });
  return text;
}

}  // namespace

Json PlanJson(const Plan& plan) {
  Json policies = Json::array();
  for (const PolicyId& policy : plan.policies) policies.push_back(policy.str());
  Json weights = Json::object();
  for (const auto& [stratum, weight] : plan.weights) {
    weights[stratum.str()] = weight;
  }
  return {{"authority", plan.authority},
          {"level", std::string(CodeOf(plan.level))},
          {"region", plan.region.Label()},
          {"purpose", std::string(CodeOf(plan.purpose))},
          {"categories", plan.categories},
          {"policies", std::move(policies)},
          {"as_of", plan.as_of.ToString()},
          {"sample_size", plan.sample_size},
          {"lines_per_enterprise", plan.lines_per_enterprise},
          {"inspectors_per_enterprise", plan.inspectors_per_enterprise},
          {"weights", std::move(weights)},
          {"deadline", FormatUtcSeconds(plan.deadline)}};
}

Json RootsJson(const FrameRoots& roots) {
  return {{"frame_root", roots.frame_root.ToHex()},
          {"frame_size", roots.frame_size},
          {"lines_root", roots.lines_root.ToHex()},
          {"labs_root", roots.labs_root.ToHex()},
          {"inspectors_root", roots.inspectors_root.ToHex()}};
}

Json ResultJson(const DrawResult& result) {
  Json allocation = Json::object();
  for (const auto& [stratum, count] : result.allocation) {
    allocation[stratum.str()] = count;
  }
  Json probability = Json::object();
  for (const auto& [stratum, fraction] : result.inclusion_probability) {
    probability[stratum.str()] =
        absl::StrCat(fraction.numerator, "/", fraction.denominator);
  }
  Json selection = Json::array();
  for (const SelectedEnterprise& selected : result.selection) {
    selection.push_back(SelectedJson(selected));
  }
  return {{"allocation", std::move(allocation)},
          {"inclusion_probability", std::move(probability)},
          {"lab_overflow", result.lab_overflow},
          {"inspector_overflow", result.inspector_overflow},
          {"selection", std::move(selection)},
          {"result_root", result.result_root.ToHex()},
          {"transcript", result.transcript.ToHex()}};
}

std::string WriteDrawJson(const Bundle& bundle) {
  Json witnesses = Json::array();
  for (const Witness& witness : bundle.witnesses) {
    witnesses.push_back(WitnessJson(witness));
  }
  Json draw = {{"protocol", kDrawProtocol},
               {"suite", std::string(HashSuiteName(bundle.id.suite))},
               {"task", TaskName(bundle.id.task)},
               {"attempt", bundle.id.attempt},
               {"previous", bundle.id.previous.ToHex()},
               {"plan", PlanJson(bundle.plan)},
               {"beacon_spec", bundle.beacon.spec},
               {"beacon_value", HexEncode(bundle.beacon.value)},
               {"beacon_signature", HexEncode(bundle.beacon.signature)},
               {"operator_secret", HexEncode(bundle.operator_secret)},
               {"operator_commitment", bundle.operator_commitment.ToHex()},
               {"witnesses", std::move(witnesses)},
               {"commitment", bundle.commitment.ToHex()}};
  draw.update(RootsJson(bundle.roots));
  draw.update(ResultJson(bundle.result));
  // Fields are sorted, indented by one space, and characters stay as they are.
  return draw.dump(1, ' ', false, Json::error_handler_t::replace);
}

BundleFiles WriteBundle(const Bundle& bundle) {
  const Plan& plan = bundle.plan;
  const Frame& frame = bundle.frame;
  return {
      {kFrameFile, Collect([&](LineSink sink) { EachFrameLine(frame, sink); })},
      {kLinesFile,
       Collect([&](LineSink sink) { EachProductLine(plan, frame, sink); })},
      {kLabsFile,
       Collect([&](LineSink sink) { EachLabLine(plan, frame, sink); })},
      {kInspectorsFile,
       Collect([&](LineSink sink) { EachInspectorLine(frame, sink); })},
      {kDrawFile, WriteDrawJson(bundle)}};
}

}  // namespace spotcheck::rules
