#ifndef SPOTCHECK_LIB_RULES_DRAW_TSV_H_
#define SPOTCHECK_LIB_RULES_DRAW_TSV_H_

// These functions write the four frozen files as the protocol does, line by
// line and without line feeds. The same bytes are hashed at the commitment and
// written into the bundle. A line is valid only during the call that gets it.

#include <string_view>

#include "absl/functional/function_ref.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

using LineSink = absl::FunctionRef<void(std::string_view line)>;

// `frame` is sorted as draw/types.h says; category indexes are in range.
void EachFrameLine(const Frame& frame, LineSink sink);
void EachProductLine(const Plan& plan, const Frame& frame, LineSink sink);
void EachLabLine(const Plan& plan, const Frame& frame, LineSink sink);
void EachInspectorLine(const Frame& frame, LineSink sink);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TSV_H_
