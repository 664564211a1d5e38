#include "server/rpc/edge.h"

#include <utility>

#include "absl/time/clock.h"
#include "lib/base/error.h"
#include "lib/base/status_macros.h"
#include "server/identity/errors.h"
#include "server/identity/permissions.h"

namespace spotcheck::server {
namespace {

// Answers who calls, if the certificate is not revoked and the role may call
// the rpc.
absl::StatusOr<Identity> Authorise(std::string_view rpc,
                                   const std::string& certificate,
                                   RevocationList& revocations) {
  ASSIGN_OR_RETURN(CertificateFacts facts, FactsOf(certificate));
  RETURN_IF_ERROR(revocations.Check(facts.serial));
  const RoleSet allowed = AllowedRoles(rpc);
  if (!allowed.Has(facts.identity.role)) {
    return RoleNotAllowed(rpc, facts.identity.role, allowed);
  }
  return std::move(facts.identity);
}

}  // namespace

absl::StatusOr<std::string> Edge::Serve(const Rpc& rpc,
                                        const Incoming& incoming,
                                        std::string_view request) {
  std::string response;
  RETURN_IF_ERROR(Around(rpc, incoming, [&](const Call& call) -> absl::Status {
    ASSIGN_OR_RETURN(response,
                     std::get<UnaryHandler>(rpc.handler)(call, request));
    return absl::OkStatus();
  }));
  return response;
}

absl::Status Edge::ServeStream(const Rpc& rpc, const Incoming& incoming,
                               std::string_view request, Send send) {
  return Around(rpc, incoming, [&](const Call& call) {
    return std::get<StreamHandler>(rpc.handler)(call, request, send);
  });
}

absl::Status Edge::Around(const Rpc& rpc, const Incoming& incoming,
                          absl::FunctionRef<absl::Status(const Call&)> body) {
  const absl::Time start = absl::Now();
  CallRecord record;
  record.rpc = rpc.method->full_name();
  absl::Status status = incoming.still_wanted();
  if (status.ok()) {
    const auto identity =
        Authorise(record.rpc, incoming.certificate, revocations_);
    status = identity.status();
    if (identity.ok()) {
      record.caller = identity->name;
      record.role = std::string(RoleName(identity->role));
      status = body({record.rpc, *identity, incoming.still_wanted});
    }
  }
  record.code = absl::StatusCodeToString(status.code());
  record.reason = ErrorReason(status);
  record.took = absl::Now() - start;
  log_.Call(record);
  metrics_.Count(record);
  return status;
}

}  // namespace spotcheck::server
