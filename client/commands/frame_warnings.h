#ifndef SPOTCHECK_CLIENT_COMMANDS_FRAME_WARNINGS_H_
#define SPOTCHECK_CLIENT_COMMANDS_FRAME_WARNINGS_H_

#include <cstdint>
#include <vector>

#include "lib/base/error.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::client {

// Says why a draw of so many enterprises would fail today: nothing is in scope,
// or fewer are eligible than the sample. Empty where it would not.
std::vector<Localized> WarningsOfFrame(const v1::TaskPreview& preview,
                                       std::int64_t sample);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_FRAME_WARNINGS_H_
