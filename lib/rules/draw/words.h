#ifndef SPOTCHECK_LIB_RULES_DRAW_WORDS_H_
#define SPOTCHECK_LIB_RULES_DRAW_WORDS_H_

// Gives the words of the draw protocol's closed lists. The codes are part of
// the protocol: a new one needs a new version of it.

#include "lib/base/words.h"
#include "lib/rules/draw/types.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<rules::Level> = std::to_array<Word<rules::Level>>({
    {rules::Level::kNational, "national", "国家级", "national", 1},
    {rules::Level::kProvincial, "provincial", "省级", "provincial", 2},
    {rules::Level::kCity, "city", "市级", "city", 3},
    {rules::Level::kCounty, "county", "县级", "county", 4},
});
static_assert(IsWhole<rules::Level>());
// These stand without a final 级, which rules::ParseLevel takes off.
template <>
inline constexpr auto kSynonyms<rules::Level> =
    std::to_array<Synonym<rules::Level>>({
        {"national", rules::Level::kNational},
        {"国家", rules::Level::kNational},
        {"provincial", rules::Level::kProvincial},
        {"省", rules::Level::kProvincial},
        {"自治区", rules::Level::kProvincial},
        {"直辖市", rules::Level::kProvincial},
        {"city", rules::Level::kCity},
        {"市", rules::Level::kCity},
        {"地市", rules::Level::kCity},
        {"设区市", rules::Level::kCity},
        {"自治州", rules::Level::kCity},
        {"county", rules::Level::kCounty},
        {"县", rules::Level::kCounty},
        {"区", rules::Level::kCounty},
        {"区县", rules::Level::kCounty},
        {"县区", rules::Level::kCounty},
        {"县市", rules::Level::kCounty},
    });

template <>
inline constexpr auto kWords<rules::Purpose> =
    std::to_array<Word<rules::Purpose>>({
        {rules::Purpose::kRoutine, "ROUTINE", "例行抽查", "routine", 1},
        {rules::Purpose::kFollowUp, "FOLLOW_UP", "跟踪抽查", "follow-up", 2},
        {rules::Purpose::kEmergency, "EMERGENCY", "应急抽查", "emergency", 3},
    });
static_assert(IsWhole<rules::Purpose>());
template <>
inline constexpr auto kSynonyms<rules::Purpose> =
    std::to_array<Synonym<rules::Purpose>>({
        {"例行", rules::Purpose::kRoutine},
        {"跟踪", rules::Purpose::kFollowUp},
        {"应急", rules::Purpose::kEmergency},
    });

template <>
inline constexpr auto kWords<rules::LineStatus> =
    std::to_array<Word<rules::LineStatus>>({
        {rules::LineStatus::kEligible, "ELIGIBLE", "可抽", "eligible"},
        {rules::LineStatus::kSixMonths, "SIX_MONTHS", "六个月内不得重复抽查",
         "checked within six months"},
        {rules::LineStatus::kSuperiorCheck, "SUPERIOR_CHECK", "上级已抽查",
         "checked by a superior"},
        {rules::LineStatus::kReserved, "RESERVED", "已被另一次抽取占用",
         "held by another draw"},
        {rules::LineStatus::kNoLab, "NO_LAB", "没有可承检的机构",
         "no laboratory may test it"},
    });
static_assert(IsWhole<rules::LineStatus>());

template <>
inline constexpr auto kWords<rules::EnterpriseStatus> =
    std::to_array<Word<rules::EnterpriseStatus>>({
        {rules::EnterpriseStatus::kEligible, "ELIGIBLE", "可抽", "eligible"},
        {rules::EnterpriseStatus::kOtherStratum, "OTHER_STRATUM",
         "补抽只在另一层进行", "the replacement is of another stratum"},
        {rules::EnterpriseStatus::kWithdrawn, "WITHDRAWN", "已撤回，仍待检查",
         "withdrawn before and still due"},
        {rules::EnterpriseStatus::kAlreadySelected, "ALREADY_SELECTED",
         "本任务已抽中过", "drawn before in this task"},
        {rules::EnterpriseStatus::kDeregistered, "DEREGISTERED", "已注销或吊销",
         "deregistered"},
        {rules::EnterpriseStatus::kNoEligibleLine, "NO_ELIGIBLE_LINE",
         "没有可抽的产品", "no eligible product line"},
    });
static_assert(IsWhole<rules::EnterpriseStatus>());

template <>
inline constexpr auto kWords<rules::LabBarReason> =
    std::to_array<Word<rules::LabBarReason>>({
        {rules::LabBarReason::kConflict, "CONFLICT", "利益冲突",
         "conflict of interest"},
        {rules::LabBarReason::kLastLab, "LAST_LAB", "上次承检机构",
         "tested it last"},
    });
static_assert(IsWhole<rules::LabBarReason>());

template <>
inline constexpr auto kWords<rules::InspectorBarReason> =
    std::to_array<Word<rules::InspectorBarReason>>({
        {rules::InspectorBarReason::kRecusal, "RECUSAL", "回避", "recused"},
    });
static_assert(IsWhole<rules::InspectorBarReason>());

template <>
inline constexpr auto kWords<rules::Assigned> =
    std::to_array<Word<rules::Assigned>>({
        {rules::Assigned::kLab, "LAB", "检验机构", "laboratory"},
        {rules::Assigned::kInspector, "INSPECTOR", "检查人员", "inspector"},
    });
static_assert(IsWhole<rules::Assigned>());

template <>
inline constexpr auto kWords<rules::Pool> = std::to_array<Word<rules::Pool>>({
    {rules::Pool::kLabs, "LABS", "检验机构", "laboratories"},
    {rules::Pool::kInspectors, "INSPECTORS", "检查人员", "inspectors"},
});
static_assert(IsWhole<rules::Pool>());

template <>
inline constexpr auto kWords<rules::Counted> =
    std::to_array<Word<rules::Counted>>({
        {rules::Counted::kAuthority, "AUTHORITY", "抽查部门", "authority"},
        {rules::Counted::kOperator, "OPERATOR", "操作人", "operator"},
        {rules::Counted::kWitness, "WITNESS", "见证人", "witness"},
    });
static_assert(IsWhole<rules::Counted>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_RULES_DRAW_WORDS_H_
