#include "lib/app/draw/reasons.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/withdrawal.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

Localized WithRecord(const Localized& words, const std::string& evidence) {
  if (evidence.empty()) return words;
  return {absl::StrCat(words.zh, "（依据记录 ", evidence, "）"),
          absl::StrCat(words.en, " (record ", evidence, ")")};
}

}  // namespace

Localized CodeInWords(std::string_view code) {
  if (const auto status = FromCode<rules::EnterpriseStatus>(code)) {
    return InWords(*status);
  }
  if (const auto status = FromCode<rules::LineStatus>(code)) {
    return InWords(*status);
  }
  if (const auto* reason = rules::FindWithdrawalReason(code)) {
    return {std::string(reason->zh), std::string(reason->en)};
  }
  return {std::string(code), std::string(code)};
}

Localized EnterpriseReason(const rules::FrameRow& row) {
  return WithRecord(InWords(row.status), row.evidence);
}

Localized LineReason(const rules::LineRow& row,
                     const std::vector<rules::ProtectionReason>& policies) {
  const Localized words = WithRecord(InWords(row.status), row.evidence);
  if (policies.empty()) return words;
  const rules::ProtectionReason& by = policies.front();
  const std::string policy = by.policy.str();
  const std::string sampled = by.sampled.ToString();
  const std::string until = by.until.ToString();
  return {absl::StrCat(words.zh, "：按 ", policy, "，", sampled,
                       " 抽样，保护至 ", until),
          absl::StrCat(words.en, ": ", policy, ", sampled ", sampled,
                       ", protected through ", until)};
}

absl::StatusOr<Localized> OutOfScopeReason(const store::View& view,
                                           const rules::Plan& plan,
                                           const Usci& usci) {
  ASSIGN_OR_RETURN(const bool known, store::HasEnterprise(view, usci));
  if (!known) {
    return Localized{"企业未登记在册",
                     "the register does not hold the enterprise"};
  }
  if (!plan.region.Contains(usci.region())) {
    return Localized{
        absl::StrCat("企业登记地 ", std::string(usci.region()),
                     " 不在任务范围 ", plan.region.Label(), " 内"),
        absl::StrCat("its region ", std::string(usci.region()),
                     " is not within the task's ", plan.region.Label())};
  }
  return Localized{"企业没有本任务类别的产品",
                   "it had no product line in the task's categories"};
}

}  // namespace spotcheck::app
