#ifndef SPOTCHECK_LIB_RULES_LAW_CODES_H_
#define SPOTCHECK_LIB_RULES_LAW_CODES_H_

// Three closed lists: what two persons can decide, what can follow from a
// result, and the blocks of a credit file 信用档案.

#include <cstdint>

namespace spotcheck::rules {

enum class ApprovalKind : std::uint8_t { kVoid, kWithdrawal, kCloseDue };
enum class ConsequenceKind : std::uint8_t {
  kHoldReleased,
  kProtected,
  kNotProtected,
  kFailure,
  kGrade,
  kListProposed,
};
enum class CreditBlock : std::uint8_t {
  kRegistration,
  kProduct,
  kCheck,
  kList,
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_CODES_H_
