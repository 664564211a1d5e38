#include "lib/rules/law/attempt.h"

#include "gtest/gtest.h"
#include "tests/rules/law/machine_table.h"

namespace spotcheck::rules {
namespace {

TEST(AttemptMachine, AllowsSixStepsAndRefusesTheOtherTwentyFour) {
  using enum AttemptState;
  using Event = AttemptEvent;
  testing::ExpectTable<AttemptState, AttemptEvent>(
      {kCommitted, kRun, kOpened, kVoid, kFailed},
      {Event::kReveal, Event::kBeacon, Event::kRun, Event::kFail, Event::kVoid,
       Event::kOpen},
      {{{kCommitted, Event::kReveal}, kCommitted},
       {{kCommitted, Event::kBeacon}, kCommitted},
       {{kCommitted, Event::kRun}, kRun},
       {{kCommitted, Event::kFail}, kFailed},
       {{kCommitted, Event::kVoid}, kVoid},
       {{kRun, Event::kOpen}, kOpened}},
      kAttemptMachine);
}

}  // namespace
}  // namespace spotcheck::rules
