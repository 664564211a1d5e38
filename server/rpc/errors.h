#ifndef SPOTCHECK_SERVER_RPC_ERRORS_H_
#define SPOTCHECK_SERVER_RPC_ERRORS_H_

// The errors of a call that concern its transport and not its content; the
// table in errors.cc has their reasons, codes and sentences.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "lib/base/error_row.h"
#include "server/identity/roles.h"

namespace spotcheck::server {

// The rows of the table; errors_test reads them.
std::span<const ErrorRow> RpcErrorRows();

absl::Status CallDeadlinePassed(std::string_view rpc);
absl::Status CallCancelled(std::string_view rpc);
// `waiting` calls already wait for a turn at the gate of long reads.
absl::Status TooManyLongReads(std::string_view rpc, std::int64_t waiting);
// The role will see the whole draw only when the draw is opened.
absl::Status DrawNotOpened(std::string_view task, Role role);
absl::Status MetricsNotLoopback(const std::string& address);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_ERRORS_H_
