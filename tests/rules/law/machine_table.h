#ifndef SPOTCHECK_TESTS_RULES_LAW_MACHINE_TABLE_H_
#define SPOTCHECK_TESTS_RULES_LAW_MACHINE_TABLE_H_

// A state machine against a table that the test wrote by hand: every state with
// every event.

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace spotcheck::rules::testing {

// `states` and `events` hold every enumerator; what `allowed` does not name is
// refused.
template <typename State, typename Event, typename Machine>
void ExpectTable(const std::vector<State>& states,
                 const std::vector<Event>& events,
                 const std::map<std::pair<State, Event>, State>& allowed,
                 const Machine& machine) {
  for (const State state : states) {
    for (const Event event : events) {
      SCOPED_TRACE(::testing::Message()
                   << "state " << static_cast<int>(state) << ", event "
                   << static_cast<int>(event));
      const auto next = allowed.find({state, event});
      const bool is_allowed = next != allowed.end();
      EXPECT_EQ(machine.Next(state, event),
                is_allowed ? std::optional(next->second) : std::nullopt);
      EXPECT_EQ(machine.Allows(state, event), is_allowed);
    }
  }
}

}  // namespace spotcheck::rules::testing

#endif  // SPOTCHECK_TESTS_RULES_LAW_MACHINE_TABLE_H_
