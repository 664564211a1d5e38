#include "lib/rules/law/grade.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::rules {
namespace {

constexpr std::int64_t kHundredths = 100;
constexpr std::int64_t kPercent = 100;
constexpr int kMonthsOfYear = 12;
// No scheme has so many points, and no sum of so many comes near 64 bits.
constexpr std::int64_t kMaxPoints = 1'000'000;

absl::Status Wrong(const Scheme& scheme, FieldName field, Localized why) {
  return law_errors::InvalidScheme(
      {scheme.id, std::string(field.text), std::move(why)});
}

std::optional<std::size_t> BandOf(const Scheme& scheme,
                                  std::string_view grade) {
  for (std::size_t i = 0; i < scheme.bands.size(); ++i) {
    if (scheme.bands[i].grade == grade) return i;
  }
  return std::nullopt;
}

absl::Status ValidateBands(const Scheme& scheme) {
  if (scheme.bands.empty()) {
    return Wrong(scheme, {"bands"}, {"没有等级", "there is no grade"});
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < scheme.bands.size(); ++i) {
    const GradeBand& band = scheme.bands[i];
    if (band.grade.empty() || !IsStratumText(band.stratum.str()) ||
        !seen.insert(band.grade).second) {
      return Wrong(scheme, {"bands"},
                   {"等级为空、重复或分层不合规定",
                    "a grade is empty, repeated or without a stratum"});
    }
    const bool bounded = i + 1 < scheme.bands.size();
    if (i > 0 && bounded && band.min_points >= scheme.bands[i - 1].min_points) {
      return Wrong(scheme, {"bands"},
                   {"分数线应逐级降低",
                    "the minimum must fall from band to "
                    "band"});
    }
  }
  return absl::OkStatus();
}

bool HasText(const Localized& text) {
  return !text.zh.empty() && !text.en.empty();
}

bool IsPeriod(const std::optional<int>& years) {
  return !years || (*years > 0 && *years <= kMaxGradeYears);
}

absl::Status ValidateScores(const Scheme& scheme) {
  std::set<CreditKind> seen;
  for (const GradePoints& rule : scheme.points) {
    if (!HasText(rule.text) || !IsPeriod(rule.years) ||
        rule.decay_percent < 0 || rule.decay_percent > kPercent ||
        rule.points < -kMaxPoints || rule.points > kMaxPoints ||
        !seen.insert(rule.kind).second) {
      return Wrong(scheme, {"points"},
                   {"计分项重复、缺少说明或数值越界",
                    "an entry is repeated, without text or out of range"});
    }
  }
  for (const GradeGate& gate : scheme.gates) {
    if (!HasText(gate.text) || !IsPeriod(gate.years) ||
        !BandOf(scheme, gate.at_most)) {
      return Wrong(scheme, {"gates"},
                   {"否决项的等级不存在、缺少说明或年数越界",
                    "an entry is without text, names no grade or has years "
                    "out of range"});
    }
  }
  return absl::OkStatus();
}

bool IsForgotten(const std::optional<int>& years, CivilDate date,
                 CivilDate as_of) {
  return years && AddMonths(date, *years * kMonthsOfYear) < as_of;
}

bool IsOpen(const CreditEvent& event, CivilDate as_of) {
  return event.opens_case && !(event.closed && *event.closed <= as_of);
}

// Counts the whole years between two days; the anniversary completes a year.
int WholeYears(CivilDate from, CivilDate to) {
  int years = static_cast<int>(to.civil().year() - from.civil().year());
  if (years > 0 && AddMonths(from, years * kMonthsOfYear) > to) --years;
  return years;
}

std::int64_t Hundredths(const GradePoints& rule, CivilDate date,
                        CivilDate as_of) {
  const std::int64_t lost =
      std::int64_t{rule.decay_percent} * WholeYears(date, as_of);
  return rule.points * std::max<std::int64_t>(kPercent - lost, 0);
}

std::size_t BandFor(const Scheme& scheme, std::int64_t hundredths) {
  const auto found =
      std::find_if(scheme.bands.begin(), scheme.bands.end() - 1,
                   [hundredths](const GradeBand& band) {
                     return hundredths >= band.min_points * kHundredths;
                   });
  return static_cast<std::size_t>(found - scheme.bands.begin());
}

void ApplyGates(const Scheme& scheme, absl::Span<const CreditEvent> events,
                CivilDate as_of, Grade& grade) {
  for (const GradeGate& gate : scheme.gates) {
    for (const CreditEvent& event : events) {
      if (event.kind != gate.kind || event.date > as_of ||
          IsForgotten(gate.years, event.date, as_of) ||
          (gate.open_only && !IsOpen(event, as_of))) {
        continue;
      }
      grade.reasons.push_back({event.id, 0, gate.at_most, gate.text});
    }
  }
}

void ApplyPoints(const Scheme& scheme, absl::Span<const CreditEvent> events,
                 CivilDate as_of, Grade& grade) {
  grade.hundredths = scheme.base_points * kHundredths;
  for (const GradePoints& rule : scheme.points) {
    for (const CreditEvent& event : events) {
      if (event.kind != rule.kind || event.date > as_of ||
          IsForgotten(rule.years, event.date, as_of)) {
        continue;
      }
      const std::int64_t hundredths = Hundredths(rule, event.date, as_of);
      grade.hundredths += hundredths;
      grade.reasons.push_back({event.id, hundredths, std::nullopt, rule.text});
    }
  }
}

}  // namespace

absl::Status ValidateScheme(const Scheme& scheme) {
  if (!IsIdText(scheme.id)) {
    return Wrong(scheme, {"id"}, {"编号不合规定", "it is no id"});
  }
  if (scheme.source.text.empty()) {
    return Wrong(scheme, {"source"}, {"没有出处", "it names no source"});
  }
  if (scheme.base_points < -kMaxPoints || scheme.base_points > kMaxPoints) {
    return Wrong(scheme, {"base_points"}, {"越界", "out of range"});
  }
  RETURN_IF_ERROR(ValidateBands(scheme));
  RETURN_IF_ERROR(ValidateScores(scheme));
  if (!BandOf(scheme, scheme.no_record)) {
    return Wrong(scheme, {"no_record"}, {"等级不存在", "it names no grade"});
  }
  return absl::OkStatus();
}

Grade GradeOf(const Scheme& scheme, absl::Span<const CreditEvent> events,
              CivilDate as_of) {
  Grade grade;
  ApplyGates(scheme, events, as_of, grade);
  ApplyPoints(scheme, events, as_of, grade);
  std::size_t band = BandFor(scheme, grade.hundredths);
  if (grade.reasons.empty()) band = *BandOf(scheme, scheme.no_record);
  for (const GradeReason& reason : grade.reasons) {
    if (reason.at_most) band = std::max(band, *BandOf(scheme, *reason.at_most));
  }
  grade.grade = scheme.bands[band].grade;
  grade.stratum = scheme.bands[band].stratum;
  return grade;
}

}  // namespace spotcheck::rules
