#ifndef SPOTCHECK_SERVER_CONVERT_DRAW_HISTORY_H_
#define SPOTCHECK_SERVER_CONVERT_DRAW_HISTORY_H_

// DrawService: turns the history of attempts and the counts of draws into
// responses.

#include "lib/app/common/page.h"
#include "lib/app/draw/draws.h"
#include "server/convert/common.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::server {

using AttemptsPage = app::Page<app::AttemptSummary>;
using CountsPage = app::Page<app::DrawCounts>;

v1::ListAttemptsResponse ToProto(const AttemptsPage& page);
v1::DrawStatistics ToProto(const CountsPage& page);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_DRAW_HISTORY_H_
