#include "lib/rules/law/cases.h"

#include <algorithm>
#include <iterator>

namespace spotcheck::rules {
namespace {

// Gives the event that the check is for an open case of the line.
std::optional<CaseEvent> EventFor(const LineId& line,
                                  const CheckOutcome& check) {
  if (check.line != line || check.purpose != Purpose::kFollowUp) {
    return std::nullopt;
  }
  switch (check.verdict) {
    case Verdict::kPass:
      return CaseEvent::kFollowUpPassed;
    case Verdict::kFail:
      return CaseEvent::kFollowUpFailed;
    case Verdict::kPending:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::vector<CheckOutcome> ConcludedChecks(
    absl::Span<const CheckOutcome> recorded, CivilDate as_of) {
  std::vector<CheckOutcome> concluded;
  std::copy_if(recorded.begin(), recorded.end(), std::back_inserter(concluded),
               [as_of](const CheckOutcome& check) {
                 return check.verdict != Verdict::kPending &&
                        check.sampled <= as_of;
               });
  std::stable_sort(concluded.begin(), concluded.end(),
                   [](const CheckOutcome& a, const CheckOutcome& b) {
                     return a.sampled < b.sampled;
                   });
  return concluded;
}

bool OpensCase(const CheckOutcome& check) {
  return check.drawn && check.verdict == Verdict::kFail;
}

std::optional<CivilDate> CaseClosedOn(absl::Span<const CheckOutcome> concluded,
                                      std::size_t failure) {
  CaseState state = CaseState::kOpen;
  for (const CheckOutcome& later : concluded.subspan(failure + 1)) {
    const auto event = EventFor(concluded[failure].line, later);
    if (!event) continue;
    state = kCaseMachine.Next(state, *event).value_or(state);
    if (state == CaseState::kClosed) return later.sampled;
  }
  return std::nullopt;
}

std::optional<std::size_t> FailureFollowedUp(
    absl::Span<const CheckOutcome> concluded, std::size_t check) {
  const CheckOutcome& again = concluded[check];
  if (EventFor(again.line, again) != CaseEvent::kFollowUpFailed) {
    return std::nullopt;
  }
  for (std::size_t i = check; i > 0; --i) {
    const CheckOutcome& earlier = concluded[i - 1];
    if (earlier.line == again.line && earlier.verdict == Verdict::kFail) {
      return i - 1;
    }
  }
  return std::nullopt;
}

}  // namespace spotcheck::rules
