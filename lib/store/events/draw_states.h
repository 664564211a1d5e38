#ifndef SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_
#define SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_

// These enums are the states of an attempt, a drawn unit and a hold.

#include <string_view>

#include "absl/status/statusor.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/drawn_unit.h"

namespace spotcheck::store {

using rules::AttemptState;
using rules::HoldState;
using rules::UnitState;

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_DRAW_STATES_H_
