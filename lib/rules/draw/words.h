#ifndef SPOTCHECK_LIB_RULES_DRAW_WORDS_H_
#define SPOTCHECK_LIB_RULES_DRAW_WORDS_H_

// Gives the words of the draw protocol's closed lists. The codes are part of
// the protocol: a new one needs a new version of it.

#include "lib/base/words.h"
#include "lib/rules/draw/codes.h"
#include "lib/rules/draw/types.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<rules::Level> = std::to_array<Word<rules::Level>>({
    {rules::Level::kNational, "national", 1, "国家级", "national"},
    {rules::Level::kProvincial, "provincial", 2, "省级", "provincial"},
    {rules::Level::kCity, "city", 3, "市级", "city"},
    {rules::Level::kCounty, "county", 4, "县级", "county"},
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
        {rules::Purpose::kRoutine, "ROUTINE", 1, "例行抽查", "routine"},
        {rules::Purpose::kFollowUp, "FOLLOW_UP", 2, "跟踪抽查", "follow-up"},
        {rules::Purpose::kEmergency, "EMERGENCY", 3, "应急抽查", "emergency"},
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
        {rules::LineStatus::kEligible, "ELIGIBLE", kNoWire, "可抽", "eligible"},
        {rules::LineStatus::kSixMonths, "SIX_MONTHS", kNoWire,
         "六个月内不得重复抽查", "checked within six months"},
        {rules::LineStatus::kSuperiorCheck, "SUPERIOR_CHECK", kNoWire,
         "上级已抽查", "checked by a superior"},
        {rules::LineStatus::kReserved, "RESERVED", kNoWire,
         "已被另一次抽取占用", "held by another draw"},
        {rules::LineStatus::kNoLab, "NO_LAB", kNoWire, "没有可承检的机构",
         "no laboratory may test it"},
    });
static_assert(IsWhole<rules::LineStatus>());

template <>
inline constexpr auto kWords<rules::EnterpriseStatus> =
    std::to_array<Word<rules::EnterpriseStatus>>({
        {rules::EnterpriseStatus::kEligible, "ELIGIBLE", kNoWire, "可抽",
         "eligible"},
        {rules::EnterpriseStatus::kOtherStratum, "OTHER_STRATUM", kNoWire,
         "补抽只在另一层进行", "the replacement is of another stratum"},
        {rules::EnterpriseStatus::kWithdrawn, "WITHDRAWN", kNoWire,
         "已撤回，仍待检查", "withdrawn before and still due"},
        {rules::EnterpriseStatus::kAlreadySelected, "ALREADY_SELECTED", kNoWire,
         "本任务已抽中过", "drawn before in this task"},
        {rules::EnterpriseStatus::kDeregistered, "DEREGISTERED", kNoWire,
         "已注销或吊销", "deregistered"},
        {rules::EnterpriseStatus::kNoEligibleLine, "NO_ELIGIBLE_LINE", kNoWire,
         "没有可抽的产品", "no eligible product line"},
    });
static_assert(IsWhole<rules::EnterpriseStatus>());

template <>
inline constexpr auto kWords<rules::LabBarReason> =
    std::to_array<Word<rules::LabBarReason>>({
        {rules::LabBarReason::kConflict, "CONFLICT", kNoWire, "利益冲突",
         "conflict of interest"},
        {rules::LabBarReason::kLastLab, "LAST_LAB", kNoWire, "上次承检机构",
         "tested it last"},
    });
static_assert(IsWhole<rules::LabBarReason>());

template <>
inline constexpr auto kWords<rules::InspectorBarReason> =
    std::to_array<Word<rules::InspectorBarReason>>({
        {rules::InspectorBarReason::kRecusal, "RECUSAL", kNoWire, "回避",
         "recused"},
    });
static_assert(IsWhole<rules::InspectorBarReason>());

template <>
inline constexpr auto kWords<rules::Assigned> =
    std::to_array<Word<rules::Assigned>>({
        {rules::Assigned::kLab, "LAB", kNoWire, "检验机构", "laboratory"},
        {rules::Assigned::kInspector, "INSPECTOR", kNoWire, "检查人员",
         "inspector"},
    });
static_assert(IsWhole<rules::Assigned>());

template <>
inline constexpr auto kWords<rules::Pool> = std::to_array<Word<rules::Pool>>({
    {rules::Pool::kLabs, "LABS", kNoWire, "检验机构", "laboratories"},
    {rules::Pool::kInspectors, "INSPECTORS", kNoWire, "检查人员", "inspectors"},
});
static_assert(IsWhole<rules::Pool>());

template <>
inline constexpr auto kWords<rules::Counted> =
    std::to_array<Word<rules::Counted>>({
        {rules::Counted::kAuthority, "AUTHORITY", kNoWire, "抽查部门",
         "authority"},
        {rules::Counted::kOperator, "OPERATOR", kNoWire, "操作人", "operator"},
        {rules::Counted::kWitness, "WITNESS", kNoWire, "见证人", "witness"},
    });
static_assert(IsWhole<rules::Counted>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_RULES_DRAW_WORDS_H_
