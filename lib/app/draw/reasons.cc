#include "lib/app/draw/reasons.h"

#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/withdrawal.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

struct CodeWords {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<CodeWords, 10> kWords = {{
    {"ELIGIBLE", "可抽", "eligible"},
    {"OTHER_STRATUM", "补抽只在另一层进行",
     "the replacement is of another stratum"},
    {"WITHDRAWN", "已撤回，仍待检查", "withdrawn before and still due"},
    {"ALREADY_SELECTED", "本任务已抽中过", "drawn before in this task"},
    {"DEREGISTERED", "已注销或吊销", "deregistered"},
    {"NO_ELIGIBLE_LINE", "没有可抽的产品", "no eligible product line"},
    {"SIX_MONTHS", "六个月内不得重复抽查", "checked within six months"},
    {"SUPERIOR_CHECK", "上级已抽查", "checked by a superior"},
    {"RESERVED", "已被另一次抽取占用", "held by another draw"},
    {"NO_LAB", "没有可承检的机构", "no laboratory may test it"},
}};

Localized WithRecord(const Localized& words, const std::string& evidence) {
  if (evidence.empty()) return words;
  return {absl::StrCat(words.zh, "（依据记录 ", evidence, "）"),
          absl::StrCat(words.en, " (record ", evidence, ")")};
}

}  // namespace

Localized CodeInWords(std::string_view code) {
  for (const CodeWords& words : kWords) {
    if (words.code == code) {
      return {std::string(words.zh), std::string(words.en)};
    }
  }
  if (const auto* reason = rules::FindWithdrawalReason(code)) {
    return {std::string(reason->zh), std::string(reason->en)};
  }
  return {std::string(code), std::string(code)};
}

Localized EnterpriseReason(const rules::FrameRow& row) {
  return WithRecord(CodeInWords(rules::CodeText(row.status)), row.evidence);
}

Localized LineReason(const rules::LineRow& row,
                     const std::vector<rules::ProtectionReason>& policies) {
  const Localized words =
      WithRecord(CodeInWords(rules::CodeText(row.status)), row.evidence);
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
