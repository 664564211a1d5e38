#include "lib/rules/law/task_rules.h"

#include <charconv>
#include <set>
#include <vector>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules {
namespace {

absl::Status ValidateWeights(const StratumWeights& weights) {
  if (weights.empty()) return law_errors::WeightsMissing();
  for (const auto& [stratum, weight] : weights) {
    if (!IsStratumText(stratum.str())) {
      return law_errors::InvalidWeights(stratum.str());
    }
    RETURN_IF_ERROR(ValidateNumber(weight, {"weights"}, kMaxWeight));
  }
  return absl::OkStatus();
}

absl::Status ValidateCategories(const std::vector<std::string>& categories) {
  if (categories.empty()) return law_errors::CategoriesMissing();
  std::set<std::string> seen;
  for (const std::string& category : categories) {
    if (!IsCategory(category))
      return law_errors::UnknownCategory(std::string(category));
    if (!seen.insert(category).second) {
      return law_errors::CategoryRepeated(category);
    }
  }
  return absl::OkStatus();
}

absl::Status ValidatePolicyIds(const std::vector<PolicyId>& policies) {
  std::set<PolicyId> seen;
  for (const PolicyId& policy : policies) {
    if (!IsIdText(policy.str()) || !seen.insert(policy).second) {
      return law_errors::InvalidPolicyIds(policy.str());
    }
  }
  return absl::OkStatus();
}

}  // namespace

StratumWeights DefaultStratumWeights() {
  return {{Stratum("A"), 1},
          {Stratum("B"), 2},
          {Stratum("C"), 4},
          {Stratum("D"), 8}};
}

absl::StatusOr<StratumWeights> ParseStratumWeights(std::string_view text) {
  StratumWeights weights;
  const std::string whole(text);
  const std::vector<std::string> parts = absl::StrSplit(whole, ',');
  for (const std::string& part : parts) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) return law_errors::InvalidWeights(whole);
    const Stratum stratum(part.substr(0, equals));
    const char* const end = part.data() + part.size();
    std::int64_t weight = 0;
    const auto parsed =
        std::from_chars(part.data() + equals + 1, end, weight, 10);
    if (!IsStratumText(stratum.str()) || parsed.ec != std::errc() ||
        parsed.ptr != end || !weights.emplace(stratum, weight).second) {
      return law_errors::InvalidWeights(whole);
    }
  }
  RETURN_IF_ERROR(ValidateWeights(weights));
  return weights;
}

absl::Status ValidateCategoryFilter(std::string_view category) {
  if (category.empty() || IsCategory(category)) return absl::OkStatus();
  return law_errors::UnknownCategory(std::string(category));
}

absl::Status ValidateText(std::string_view text, FieldName field) {
  if (!IsValidUtf8(text)) return law_errors::TextNotUtf8(field);
  const int length = CodePointCount(text);
  if (length < 1 || length > kMaxDrawText) {
    return law_errors::TextLength(field, length, kMaxDrawText);
  }
  if (const auto hidden = FirstHiddenCharacter(text); hidden.has_value()) {
    return law_errors::TextControlCharacter(field, *hidden);
  }
  if (!IsNfc(text)) return law_errors::TextNotNfc(field);
  return absl::OkStatus();
}

absl::Status ValidateNumber(std::int64_t number, FieldName field,
                            std::int64_t limit) {
  if (number < 1 || number > limit) {
    return law_errors::NumberOutOfRange(field, number, limit);
  }
  return absl::OkStatus();
}

absl::Status ValidatePlan(const Plan& plan) {
  RETURN_IF_ERROR(ValidateText(plan.authority, {"authority"}));
  RETURN_IF_ERROR(
      AuthorityOfTask(plan.authority, plan.level, plan.region).status());
  RETURN_IF_ERROR(ValidateCategories(plan.categories));
  RETURN_IF_ERROR(ValidatePolicyIds(plan.policies));
  RETURN_IF_ERROR(ValidateNumber(plan.sample_size, {"sample_size"}));
  RETURN_IF_ERROR(
      ValidateNumber(plan.lines_per_enterprise, {"lines_per_enterprise"}));
  RETURN_IF_ERROR(ValidateNumber(plan.inspectors_per_enterprise,
                                 {"inspectors_per_enterprise"}));
  return ValidateWeights(plan.weights);
}

absl::Status ValidateBasis(Purpose purpose, std::string_view basis) {
  switch (purpose) {
    case Purpose::kRoutine:
      if (basis.empty()) return absl::OkStatus();
      break;
    case Purpose::kFollowUp:
    case Purpose::kEmergency:
      if (TrimWhiteSpace(basis).empty()) return law_errors::BasisMissing();
      break;
  }
  return ValidateText(basis, {"basis"});
}

absl::Status ValidateAsOf(CivilDate as_of, CivilDate today) {
  if (as_of > today) return law_errors::AsOfInFuture(as_of, today);
  return absl::OkStatus();
}

absl::Status ValidateSampled(CivilDate sampled, const SampledWindow& window) {
  if (sampled < window.as_of || sampled > window.today) {
    return law_errors::SampledOutOfRange(sampled, window.as_of, window.today);
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::rules
