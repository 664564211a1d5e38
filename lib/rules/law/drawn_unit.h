#ifndef SPOTCHECK_LIB_RULES_LAW_DRAWN_UNIT_H_
#define SPOTCHECK_LIB_RULES_LAW_DRAWN_UNIT_H_

// The life of a drawn unit (an enterprise that an attempt drew) and of the
// holds 占用 of its product lines (draw protocol, "Void, withdrawal,
// replacement"), and whether a drawn line can take a result. Pure.

#include <array>
#include <cstdint>
#include <optional>

#include "lib/rules/law/machine.h"

namespace spotcheck::rules {

// A hold keeps its line out of other draws while it is open.
enum class HoldState : std::uint8_t { kOpen, kResult, kWithdrawn, kExpired };
enum class HoldEvent : std::uint8_t {
  kResult,             // the line's result was recorded for the hold's task
  kResultOfOtherTask,  // a result of the line was recorded for another task
  kUnitWithdrawn,
  kUnitClosed,
  kExpiry,        // the hold's last day is over
  kResultVoided,  // two persons voided the result that the hold had
};

inline constexpr auto kHoldSteps = std::to_array<Step<HoldState, HoldEvent>>({
    // "A line is held from its run until its result, …
    {HoldState::kOpen, HoldEvent::kResult, HoldState::kResult},
    // … its withdrawal, …
    {HoldState::kOpen, HoldEvent::kUnitWithdrawn, HoldState::kWithdrawn},
    {HoldState::kOpen, HoldEvent::kUnitClosed, HoldState::kWithdrawn},
    // … or the end of the hold."
    {HoldState::kOpen, HoldEvent::kExpiry, HoldState::kExpired},
    // An ended hold keeps the right to a late result of its own task.
    {HoldState::kExpired, HoldEvent::kResult, HoldState::kResult},
    {HoldState::kWithdrawn, HoldEvent::kResult, HoldState::kResult},
    // "A withdrawn unit stays due: only a completed check …": of any task.
    {HoldState::kWithdrawn, HoldEvent::kResultOfOtherTask, HoldState::kResult},
    // The line has no result then, and is not held again.
    {HoldState::kResult, HoldEvent::kResultVoided, HoldState::kExpired},
});
inline constexpr Machine kHoldMachine(kHoldSteps);
static_assert(kHoldMachine.IsSound());

enum class UnitState : std::uint8_t { kOpen, kDone, kWithdrawn, kClosed };
enum class UnitEvent : std::uint8_t {
  kChecked,           // a line was checked and none is held any more
  kEveryLineChecked,  // each line that was drawn has its result
  kWithdrawal,        // two persons: no sample could be taken
  kClosing,           // two persons: nothing more will come
  kResultVoided,      // two persons voided a result of one of its lines
};

inline constexpr auto kUnitSteps = std::to_array<Step<UnitState, UnitEvent>>({
    {UnitState::kOpen, UnitEvent::kChecked, UnitState::kDone},
    {UnitState::kOpen, UnitEvent::kEveryLineChecked, UnitState::kDone},
    // "A withdrawn unit is recorded with its evidence and a second person, and
    // stays due: …
    {UnitState::kOpen, UnitEvent::kWithdrawal, UnitState::kWithdrawn},
    // … only a completed check, …
    {UnitState::kWithdrawn, UnitEvent::kEveryLineChecked, UnitState::kDone},
    // … or a reasoned decision of two persons, ends that."
    {UnitState::kWithdrawn, UnitEvent::kClosing, UnitState::kClosed},
    // A unit whose holds ran out without a result is due as well.
    {UnitState::kOpen, UnitEvent::kClosing, UnitState::kClosed},
    // A unit whose result was voided is due: no check of the line is completed.
    {UnitState::kDone, UnitEvent::kResultVoided, UnitState::kOpen},
});
inline constexpr Machine kUnitMachine(kUnitSteps);
static_assert(kUnitMachine.IsSound());

// The holds of one unit, counted.
struct UnitHolds {
  std::int64_t all = 0;
  std::int64_t open = 0;
  std::int64_t with_result = 0;
};
// Gives the unit's event after a result of one of its lines was recorded, for
// any task; nullopt where the unit waits for more.
std::optional<UnitEvent> AfterResult(const UnitHolds& holds);
// Gives the unit's event after holds ran out. A unit that gave a result and
// waits for no other is checked; one that gave none stays due.
std::optional<UnitEvent> AfterExpiry(const UnitHolds& holds);

// Says whether some line of a unit is still held.
enum class LinesHeld : std::uint8_t { kNone, kSome };

// True if the unit waits for a check that no hold secures any more: it was
// withdrawn, or its holds ended without a result.
bool IsDue(UnitState unit, LinesHeld held);

// A drawn line for which somebody brings a result.
struct LineForResult {
  UnitState unit = UnitState::kOpen;
  HoldState hold = HoldState::kOpen;
  bool has_result = false;      // the line has one for this task
  bool held_elsewhere = false;  // another draw holds the line by now
};
// The error HOLD_NOT_OPEN names one of these problems.
enum class HoldProblem : std::uint8_t { kHasResult, kClosed, kHeldElsewhere };
// Says why the line takes no result; nullopt where it takes one. A hold that
// ended without a result leaves its unit due: a completed check is welcome,
// once, and not while another draw holds the line.
std::optional<HoldProblem> WhyNoResult(const LineForResult& line);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_DRAWN_UNIT_H_
