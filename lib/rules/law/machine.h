#ifndef SPOTCHECK_LIB_RULES_LAW_MACHINE_H_
#define SPOTCHECK_LIB_RULES_LAW_MACHINE_H_

// A Machine is the life of a thing as a table: each row says in which state
// which event is possible and to which state it leads. Whatever stands in no
// row is refused.
//
//   inline constexpr auto kDoorSteps = std::to_array<Step<Door, DoorEvent>>({
//       {Door::kOpen, DoorEvent::kPush, Door::kShut},  // Article 1
//   });
//   inline constexpr Machine kDoor(kDoorSteps);
//   static_assert(kDoor.IsSound());

#include <array>
#include <cstddef>
#include <optional>

namespace spotcheck::rules {

template <typename State, typename Event>
struct Step {
  State from;
  Event event;
  State to;
};

// State and Event are enums; `Size` is the number of rows.
template <typename State, typename Event, std::size_t Size>
class Machine {
 public:
  using Steps = std::array<Step<State, Event>, Size>;
  explicit constexpr Machine(const Steps& steps) : steps_(steps) {}

  // Gives the state after the event; nullopt where the event is refused.
  constexpr std::optional<State> Next(State state, Event event) const {
    for (const auto& step : steps_) {
      if (step.from == state && step.event == event) return step.to;
    }
    return std::nullopt;
  }
  constexpr bool Allows(State state, Event event) const {
    return Next(state, event).has_value();
  }
  // True if some event leads from the one state to the other.
  constexpr bool Leads(State from, State to) const {
    for (const auto& step : steps_) {
      if (step.from == from && step.to == to) return true;
    }
    return false;
  }
  constexpr const Steps& steps() const { return steps_; }

  // True if no state and event stand in two rows, and no event leads into a
  // state that it also leads out of. Then the rows of one event may be carried
  // out on many things one row after the other, and nothing moves twice.
  constexpr bool IsSound() const {
    for (std::size_t i = 0; i < Size; ++i) {
      for (std::size_t j = 0; j < Size; ++j) {
        if (i == j || steps_[i].event != steps_[j].event) continue;
        if (steps_[i].from == steps_[j].from) return false;
        if (steps_[i].to == steps_[j].from) return false;
      }
    }
    return true;
  }

 private:
  Steps steps_;
};

template <typename State, typename Event, std::size_t Size>
Machine(const std::array<Step<State, Event>, Size>&)
    -> Machine<State, Event, Size>;

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_MACHINE_H_
