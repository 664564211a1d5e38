#ifndef SPOTCHECK_LIB_RULES_LAW_CODES_H_
#define SPOTCHECK_LIB_RULES_LAW_CODES_H_

// These closed lists name what two persons can decide about a draw and about a
// check, what can follow from a result and from a change of a check, and the
// blocks of a credit file 信用档案.

#include <cstdint>

namespace spotcheck::rules {

enum class ApprovalKind : std::uint8_t { kVoid, kWithdrawal, kCloseDue };
// A check that was recorded is corrected 更正 or voided 作废.
enum class CheckChangeKind : std::uint8_t { kCorrection, kVoid };
enum class ConsequenceKind : std::uint8_t {
  kHoldReleased,
  kProtected,
  kNotProtected,
  kFailure,
  kGrade,
  kListProposed,
};
// The things that a change of a check can change in turn.
enum class EffectKind : std::uint8_t {
  kProtection,
  kCase,
  kGrade,
  kListProposed,   // a rule proposes an entry now
  kListDismissed,  // a proposal that waited has lost its facts
  kListReview,     // a decided entry cites the check; a person looks at it
  kUnit,
  kFrameCited,  // an attempt's frozen frame cites the check and stays
};
enum class CreditBlock : std::uint8_t {
  kRegistration,
  kProduct,
  kCheck,
  kList,
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_CODES_H_
