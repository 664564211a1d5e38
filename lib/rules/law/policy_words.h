#ifndef SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_
#define SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_

// Gives the words of a policy's closed lists. PolicyEffect and PolicyCode have
// none: the wire joins them to one enum, which server/rulebook/policy.cc reads.

#include "lib/base/words.h"
#include "lib/rules/law/policy.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<rules::EarlierBy> =
    std::to_array<Word<rules::EarlierBy>>({
        {rules::EarlierBy::kLevels, "LEVEL", 1, "所列级别", "listed levels"},
        {rules::EarlierBy::kSameAuthority, "SAME_AUTHORITY", 2, "同一部门",
         "same authority"},
        {rules::EarlierBy::kSuperior, "SUPERIOR", 3, "上级", "a superior"},
    });
static_assert(IsWhole<rules::EarlierBy>());

template <>
inline constexpr auto kWords<rules::EarlierResult> =
    std::to_array<Word<rules::EarlierResult>>({
        {rules::EarlierResult::kPass, "PASS", 1, "合格", "pass"},
        {rules::EarlierResult::kAny, "ANY", 2, "任何结果", "any result"},
    });
static_assert(IsWhole<rules::EarlierResult>());

template <>
inline constexpr auto kWords<rules::Anchor> =
    std::to_array<Word<rules::Anchor>>({
        {rules::Anchor::kSampling, "SAMPLING", 1, "抽样日", "day of sampling"},
        {rules::Anchor::kReport, "REPORT", 2, "报告日", "day of the report"},
        {rules::Anchor::kNotice, "NOTICE", 3, "结果告知日",
         "day of the notice"},
    });
static_assert(IsWhole<rules::Anchor>());

template <>
inline constexpr auto kWords<rules::IdentityScope> =
    std::to_array<Word<rules::IdentityScope>>({
        {rules::IdentityScope::kNameModel, "NAME_MODEL", 1, "名称与型号",
         "name and model"},
        {rules::IdentityScope::kFull, "FULL", 2, "全部标识", "every mark"},
    });
static_assert(IsWhole<rules::IdentityScope>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_RULES_LAW_POLICY_WORDS_H_
