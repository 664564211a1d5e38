#include "server/rulebook/grading.h"

#include <optional>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"

namespace spotcheck::server {
namespace {

absl::StatusOr<rules::GradePoints> ConvertPoints(const RuleSpot& spot,
                                                 const v1::GradePoints& rule) {
  rules::GradePoints points;
  ASSIGN_OR_RETURN(
      points.kind,
      Needed(spot, "event", FromWire<rules::CreditKind>(rule.event())));
  ASSIGN_OR_RETURN(points.years, RulePeriod(spot, {"years", rule.years(), 0,
                                                   rules::kMaxGradeYears}));
  points.points = rule.points();
  points.decay_percent = rule.decay_percent();
  points.text = RuleText(rule.text());
  return points;
}

absl::StatusOr<rules::GradeGate> ConvertGate(const RuleSpot& spot,
                                             const v1::GradeGate& rule) {
  rules::GradeGate gate;
  ASSIGN_OR_RETURN(
      gate.kind,
      Needed(spot, "event", FromWire<rules::CreditKind>(rule.event())));
  ASSIGN_OR_RETURN(gate.years, RulePeriod(spot, {"years", rule.years(), 0,
                                                 rules::kMaxGradeYears}));
  gate.open_only = rule.open_only();
  gate.at_most = rule.at_most();
  gate.text = RuleText(rule.text());
  return gate;
}

absl::StatusOr<rules::GradeBand> ConvertBand(const RuleSpot& spot,
                                             const v1::GradeBand& rule) {
  if (!IsStratumText(rule.stratum())) return spot.Invalid("stratum");
  return rules::GradeBand{rule.grade(), Stratum(rule.stratum()),
                          rule.min_points()};
}

}  // namespace

absl::StatusOr<rules::Scheme> ConvertScheme(const RuleSpot& spot,
                                            const v1::GradingScheme& rule) {
  rules::Scheme scheme;
  scheme.id = rule.id();
  scheme.base_points = rule.base_points();
  scheme.no_record = rule.no_record();
  ASSIGN_OR_RETURN(scheme.source, RuleSource(spot, rule.source()));
  for (int i = 0; i < rule.bands_size(); ++i) {
    ASSIGN_OR_RETURN(
        auto band,
        ConvertBand(spot.Nested("bands", rule.bands(i), i), rule.bands(i)));
    scheme.bands.push_back(std::move(band));
  }
  for (int i = 0; i < rule.points_size(); ++i) {
    ASSIGN_OR_RETURN(auto points,
                     ConvertPoints(spot.Nested("points", rule.points(i), i),
                                   rule.points(i)));
    scheme.points.push_back(std::move(points));
  }
  for (int i = 0; i < rule.gates_size(); ++i) {
    ASSIGN_OR_RETURN(
        auto gate,
        ConvertGate(spot.Nested("gates", rule.gates(i), i), rule.gates(i)));
    scheme.gates.push_back(std::move(gate));
  }
  return scheme;
}

absl::StatusOr<rules::ListRule> ConvertListRule(const RuleSpot& spot,
                                                const v1::ListRule& rule) {
  rules::ListRule list;
  list.id = rule.id();
  list.list = rule.list();
  ASSIGN_OR_RETURN(list.source, RuleSource(spot, rule.source()));
  if (rule.condition() == "FAILED_RE_CHECK") {
    list.condition = rules::FailedReCheck{};
    return list;
  }
  if (rule.condition() != "SERIOUS_FAILURES") return spot.Invalid("condition");
  rules::SeriousFailures failures;
  failures.count = rule.count();
  failures.years = rule.years();
  ASSIGN_OR_RETURN(failures.levels, RuleLevels(spot, "levels", rule.levels()));
  list.condition = std::move(failures);
  return list;
}

}  // namespace spotcheck::server
