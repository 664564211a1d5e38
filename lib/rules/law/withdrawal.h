#ifndef SPOTCHECK_LIB_RULES_LAW_WITHDRAWAL_H_
#define SPOTCHECK_LIB_RULES_LAW_WITHDRAWAL_H_

// A withdrawal gives one of these reasons why no sample was taken of a drawn
// enterprise 未抽到样品 (SAMR Order 18; DOMAIN 3).

#include <array>
#include <string>
#include <string_view>

namespace spotcheck::rules {

struct WithdrawalReason {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

inline constexpr std::array<WithdrawalReason, 7> kWithdrawalReasons = {{
    {"INSUFFICIENT_STOCK", "数量不足以抽样", "too little stock for a sample"},
    {"NOT_FOR_SALE", "不用于销售", "not for sale"},
    {"EXPORT_ONLY", "只用于出口", "for export only"},
    {"TRIAL_PRODUCT", "标明试制、处理或样品", "marked as trial or sample"},
    {"CLOSED", "已关停", "closed"},
    {"NOT_PRODUCED", "不再生产", "no longer produced"},
    {"REFUSED", "拒绝抽样", "refused"},
}};

// Finds the reason with this code; null where none has it.
constexpr const WithdrawalReason* FindWithdrawalReason(std::string_view code) {
  for (const WithdrawalReason& reason : kWithdrawalReasons) {
    if (reason.code == code) return &reason;
  }
  return nullptr;
}

// Joins all codes for a message that says which there are.
inline std::string WithdrawalCodes(std::string_view separator) {
  std::string codes;
  for (const WithdrawalReason& reason : kWithdrawalReasons) {
    if (!codes.empty()) codes += separator;
    codes += reason.code;
  }
  return codes;
}

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_WITHDRAWAL_H_
