#ifndef SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_
#define SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_

// Gives the words of a policy's closed lists.

#include "lib/base/words.h"
#include "lib/rules/law/policy.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<rules::EarlierBy> =
    std::to_array<Word<rules::EarlierBy>>({
        {rules::EarlierBy::kLevels, "LEVEL", "所列级别", "listed levels", 1},
        {rules::EarlierBy::kSameAuthority, "SAME_AUTHORITY", "同一部门",
         "same authority", 2},
        {rules::EarlierBy::kSuperior, "SUPERIOR", "上级", "a superior", 3},
    });
static_assert(IsWhole<rules::EarlierBy>());

template <>
inline constexpr auto kWords<rules::EarlierResult> =
    std::to_array<Word<rules::EarlierResult>>({
        {rules::EarlierResult::kPass, "PASS", "合格", "pass", 1},
        {rules::EarlierResult::kAny, "ANY", "任何结果", "any result", 2},
    });
static_assert(IsWhole<rules::EarlierResult>());

template <>
inline constexpr auto kWords<rules::PolicyEffect> =
    std::to_array<Word<rules::PolicyEffect>>({
        {rules::PolicyEffect::kSixMonths, "SIX_MONTHS", "六个月内不得重复抽查",
         "six months", 1},
        {rules::PolicyEffect::kSuperiorCheck, "SUPERIOR_CHECK", "上级已抽查",
         "superior's check", 2},
        {rules::PolicyEffect::kWarn, "WARN", "提示", "warning", 3},
    });
static_assert(IsWhole<rules::PolicyEffect>());

template <>
inline constexpr auto kWords<rules::Anchor> =
    std::to_array<Word<rules::Anchor>>({
        {rules::Anchor::kSampling, "SAMPLING", "抽样日", "day of sampling", 1},
        {rules::Anchor::kReport, "REPORT", "报告日", "day of the report", 2},
        {rules::Anchor::kNotice, "NOTICE", "结果告知日", "day of the notice",
         3},
    });
static_assert(IsWhole<rules::Anchor>());

template <>
inline constexpr auto kWords<rules::IdentityScope> =
    std::to_array<Word<rules::IdentityScope>>({
        {rules::IdentityScope::kNameModel, "NAME_MODEL", "名称与型号",
         "name and model", 1},
        {rules::IdentityScope::kFull, "FULL", "全部标识", "every mark", 2},
    });
static_assert(IsWhole<rules::IdentityScope>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_
