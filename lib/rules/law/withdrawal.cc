#include "lib/rules/law/withdrawal.h"

#include <algorithm>

namespace spotcheck::rules {

const WithdrawalReason* FindWithdrawalReason(std::string_view code) {
  const auto found = std::find_if(
      kWithdrawalReasons.begin(), kWithdrawalReasons.end(),
      [code](const WithdrawalReason& reason) { return reason.code == code; });
  return found == kWithdrawalReasons.end() ? nullptr : &*found;
}

std::string WithdrawalCodes(std::string_view separator) {
  std::string codes;
  for (const WithdrawalReason& reason : kWithdrawalReasons) {
    if (!codes.empty()) codes += separator;
    codes += reason.code;
  }
  return codes;
}

}  // namespace spotcheck::rules
