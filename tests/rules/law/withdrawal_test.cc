#include "lib/rules/law/withdrawal.h"

#include "gtest/gtest.h"

namespace spotcheck::rules {
namespace {

// SAMR Order 18 on what makes a sample impossible, in its order.
TEST(Withdrawal, KnowsSevenReasonsAndNoOther) {
  EXPECT_EQ(WithdrawalCodes(", "),
            "INSUFFICIENT_STOCK, NOT_FOR_SALE, EXPORT_ONLY, TRIAL_PRODUCT, "
            "CLOSED, NOT_PRODUCED, REFUSED");
  ASSERT_NE(FindWithdrawalReason("REFUSED"), nullptr);
  EXPECT_EQ(FindWithdrawalReason("REFUSED")->zh, "拒绝抽样");
  EXPECT_EQ(FindWithdrawalReason("FRIEND"), nullptr);
  EXPECT_EQ(FindWithdrawalReason(""), nullptr);
}

}  // namespace
}  // namespace spotcheck::rules
