#include "lib/rules/law/approval.h"

#include "gtest/gtest.h"
#include "tests/rules/law/machine_table.h"

namespace spotcheck::rules {
namespace {

TEST(ApprovalMachine, AllowsTwoStepsAndRefusesTheOtherFour) {
  using enum ApprovalState;
  using Event = ApprovalEvent;
  testing::ExpectTable<ApprovalState, ApprovalEvent>(
      {kWaiting, kApproved, kObsolete}, {Event::kApproval, Event::kOutOfPlace},
      {{{kWaiting, Event::kApproval}, kApproved},
       {{kWaiting, Event::kOutOfPlace}, kObsolete}},
      kApprovalMachine);
}

TEST(ApprovalMachine, EachKindAsksForItsEvent) {
  EXPECT_EQ(UnitEventOf(ApprovalKind::kWithdrawal), UnitEvent::kWithdrawal);
  EXPECT_EQ(UnitEventOf(ApprovalKind::kCloseDue), UnitEvent::kClosing);
  EXPECT_EQ(UnitEventOf(ApprovalKind::kVoid), std::nullopt);
}

}  // namespace
}  // namespace spotcheck::rules
