#ifndef SPOTCHECK_LIB_RULES_LAW_WORDS_H_
#define SPOTCHECK_LIB_RULES_LAW_WORDS_H_

// Gives the words of the law's closed lists: results, failures, lists, and the
// states of attempts, units and holds.

#include "lib/base/words.h"
#include "lib/rules/law/approval.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/codes.h"
#include "lib/rules/law/drawn_unit.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck {

template <>
inline constexpr auto kWords<rules::Verdict> =
    std::to_array<Word<rules::Verdict>>({
        {rules::Verdict::kPass, "PASS", "合格", "pass", 1},
        {rules::Verdict::kFail, "FAIL", "不合格", "fail", 2},
        {rules::Verdict::kPending, "PENDING", "检验中", "pending", 3},
    });
static_assert(IsWhole<rules::Verdict>());
template <>
inline constexpr auto kSynonyms<rules::Verdict> =
    std::to_array<Synonym<rules::Verdict>>({
        {"符合", rules::Verdict::kPass},
        {"通过", rules::Verdict::kPass},
        {"passed", rules::Verdict::kPass},
        {"不符合", rules::Verdict::kFail},
        {"未通过", rules::Verdict::kFail},
        {"failed", rules::Verdict::kFail},
        {"检测中", rules::Verdict::kPending},
        {"在检", rules::Verdict::kPending},
        {"待检", rules::Verdict::kPending},
        {"待定", rules::Verdict::kPending},
    });

// A check that did not fail has no severity.
template <>
inline constexpr auto kWords<rules::Severity> =
    std::to_array<Word<rules::Severity>>({
        {rules::Severity::kNone, "", "", "", 0},
        {rules::Severity::kGeneral, "GENERAL", "一般", "general", 1},
        {rules::Severity::kSerious, "SERIOUS", "严重", "serious", 2},
    });
static_assert(IsWhole<rules::Severity>());
template <>
inline constexpr auto kSynonyms<rules::Severity> =
    std::to_array<Synonym<rules::Severity>>({
        {"一般不合格", rules::Severity::kGeneral},
        {"轻微", rules::Severity::kGeneral},
        {"严重不合格", rules::Severity::kSerious},
    });

template <>
inline constexpr auto kWords<rules::ListState> =
    std::to_array<Word<rules::ListState>>({
        {rules::ListState::kProposed, "PROPOSED", "拟列入", "proposed"},
        {rules::ListState::kListed, "LISTED", "列入", "listed"},
        {rules::ListState::kDismissed, "DISMISSED", "不予列入", "dismissed"},
        {rules::ListState::kRemoved, "REMOVED", "移出", "removed"},
        {rules::ListState::kRevoked, "REVOKED", "撤销列入", "revoked"},
    });
static_assert(IsWhole<rules::ListState>());
template <>
inline constexpr auto kSynonyms<rules::ListState> =
    std::to_array<Synonym<rules::ListState>>({
        {"不列入", rules::ListState::kDismissed},
        {"撤销", rules::ListState::kRevoked},
    });

template <>
inline constexpr auto kWords<rules::ListVerb> =
    std::to_array<Word<rules::ListVerb>>({
        {rules::ListVerb::kList, "LIST", "列入", "list"},
        {rules::ListVerb::kDismiss, "DISMISS", "不予列入", "dismiss"},
        {rules::ListVerb::kRemove, "REMOVE", "移出", "remove"},
        {rules::ListVerb::kRevoke, "REVOKE", "撤销列入", "revoke"},
    });
static_assert(IsWhole<rules::ListVerb>());
template <>
inline constexpr auto kWords<rules::CreditKind> =
    std::to_array<Word<rules::CreditKind>>({
        {rules::CreditKind::kCheckPassed, "PASS", "合格", "pass", 1},
        {rules::CreditKind::kCheckFailedGeneral, "GENERAL_FAILURE",
         "一般不合格", "general failure", 2},
        {rules::CreditKind::kCheckFailedSerious, "SERIOUS_FAILURE",
         "严重不合格", "serious failure", 3},
        {rules::CreditKind::kReCheckFailed, "FAILED_RE_CHECK", "复查不合格",
         "failed re-check", 4},
        {rules::CreditKind::kListed, "LISTED", "列入名单", "listed", 5},
    });
static_assert(IsWhole<rules::CreditKind>());

template <>
inline constexpr auto kWords<rules::AttemptState> =
    std::to_array<Word<rules::AttemptState>>({
        {rules::AttemptState::kCommitted, "COMMITTED", "已承诺，等待揭示",
         "committed, reveals are awaited"},
        {rules::AttemptState::kRun, "RUN", "已抽取，尚未公开",
         "drawn, not opened yet"},
        {rules::AttemptState::kOpened, "OPENED", "已公开", "opened"},
        {rules::AttemptState::kVoid, "VOID", "已作废", "void"},
        {rules::AttemptState::kFailed, "FAILED", "已失败", "failed"},
    });
static_assert(IsWhole<rules::AttemptState>());

template <>
inline constexpr auto kWords<rules::UnitState> =
    std::to_array<Word<rules::UnitState>>({
        {rules::UnitState::kOpen, "OPEN", "待检查", "open"},
        {rules::UnitState::kDone, "DONE", "已检查", "done"},
        {rules::UnitState::kWithdrawn, "WITHDRAWN", "已撤回", "withdrawn"},
        {rules::UnitState::kClosed, "CLOSED", "已结案", "closed"},
    });
static_assert(IsWhole<rules::UnitState>());

template <>
inline constexpr auto kWords<rules::HoldState> =
    std::to_array<Word<rules::HoldState>>({
        {rules::HoldState::kOpen, "OPEN", "待检查", "open"},
        {rules::HoldState::kResult, "RESULT", "已有结果", "has a result"},
        {rules::HoldState::kWithdrawn, "WITHDRAWN", "已撤回", "withdrawn"},
        {rules::HoldState::kExpired, "EXPIRED", "已过期", "expired"},
    });
static_assert(IsWhole<rules::HoldState>());

template <>
inline constexpr auto kWords<rules::ApprovalKind> =
    std::to_array<Word<rules::ApprovalKind>>({
        {rules::ApprovalKind::kVoid, "VOID", "作废", "void"},
        {rules::ApprovalKind::kWithdrawal, "WITHDRAWAL", "撤回企业",
         "withdrawal"},
        {rules::ApprovalKind::kCloseDue, "CLOSE_DUE", "结案，不再检查",
         "closed without a check"},
    });
static_assert(IsWhole<rules::ApprovalKind>());

template <>
inline constexpr auto kWords<rules::ApprovalState> =
    std::to_array<Word<rules::ApprovalState>>({
        {rules::ApprovalState::kWaiting, "WAITING", "等待批准",
         "waits for approval"},
        {rules::ApprovalState::kApproved, "APPROVED", "已批准", "approved"},
        {rules::ApprovalState::kObsolete, "OBSOLETE", "已失效", "obsolete"},
    });
static_assert(IsWhole<rules::ApprovalState>());

template <>
inline constexpr auto kWords<rules::CheckChangeKind> =
    std::to_array<Word<rules::CheckChangeKind>>({
        {rules::CheckChangeKind::kCorrection, "CORRECTION", "更正",
         "correction"},
        {rules::CheckChangeKind::kVoid, "VOID", "作废", "void"},
    });
static_assert(IsWhole<rules::CheckChangeKind>());

template <>
inline constexpr auto kWords<rules::EffectKind> =
    std::to_array<Word<rules::EffectKind>>({
        {rules::EffectKind::kProtection, "PROTECTION", "不得重复抽查",
         "protection"},
        {rules::EffectKind::kCase, "CASE", "案件", "case"},
        {rules::EffectKind::kGrade, "GRADE", "信用等级", "grade"},
        {rules::EffectKind::kListProposed, "LIST_PROPOSED", "拟列入名单",
         "list proposed"},
        {rules::EffectKind::kListDismissed, "LIST_DISMISSED", "不再拟列入名单",
         "list proposal dismissed"},
        {rules::EffectKind::kListReview, "LIST_REVIEW", "名单条目待复核",
         "list entry to review"},
        {rules::EffectKind::kUnit, "UNIT", "被抽单位", "drawn unit"},
        {rules::EffectKind::kFrameCited, "FRAME_CITED", "已冻结的抽样框引用",
         "cited by a frozen frame"},
    });
static_assert(IsWhole<rules::EffectKind>());

template <>
inline constexpr auto kWords<rules::ConsequenceKind> =
    std::to_array<Word<rules::ConsequenceKind>>({
        {rules::ConsequenceKind::kHoldReleased, "HOLD_RELEASED", "占用解除",
         "hold released"},
        {rules::ConsequenceKind::kProtected, "PROTECTED", "不得重复抽查",
         "protected"},
        {rules::ConsequenceKind::kNotProtected, "NOT_PROTECTED", "可重复抽查",
         "not protected"},
        {rules::ConsequenceKind::kFailure, "FAILURE", "不合格", "failure"},
        {rules::ConsequenceKind::kGrade, "GRADE", "信用等级", "grade"},
        {rules::ConsequenceKind::kListProposed, "LIST_PROPOSED", "拟列入名单",
         "list proposed"},
    });
static_assert(IsWhole<rules::ConsequenceKind>());

template <>
inline constexpr auto kWords<rules::CreditBlock> =
    std::to_array<Word<rules::CreditBlock>>({
        {rules::CreditBlock::kRegistration, "REGISTRATION", "登记",
         "registration"},
        {rules::CreditBlock::kProduct, "PRODUCT", "产品", "product"},
        {rules::CreditBlock::kCheck, "CHECK", "抽查", "check"},
        {rules::CreditBlock::kList, "LIST", "名单", "list"},
    });
static_assert(IsWhole<rules::CreditBlock>());

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_RULES_LAW_WORDS_H_
