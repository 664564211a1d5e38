#include "lib/cli/output.h"

#include <cerrno>
#include <csignal>

#include "lib/cli/errors.h"

namespace spotcheck {

void SurviveClosedPipes() { std::signal(SIGPIPE, SIG_IGN); }

absl::Status WriteText(std::ostream& out, std::string_view text) {
  errno = 0;
  out << text << std::flush;
  if (out) return absl::OkStatus();
  return errno == EPIPE ? OutputClosedError() : OutputNotWritableError(errno);
}

}  // namespace spotcheck
