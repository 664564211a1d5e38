#ifndef SPOTCHECK_CLIENT_COMMANDS_CALLS_H_
#define SPOTCHECK_CLIENT_COMMANDS_CALLS_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {

// Prints every page of a List… method, starting with the given request.
template <typename Stub, typename Request, typename Response>
absl::StatusOr<ExitCode> ListAll(
    const Environment& environment,
    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                 Response*),
    Request request, Section section) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ListPrinter printer(environment.output(), std::move(section));
  request.set_page_size(kMaxPageSize);
  do {
    ASSIGN_OR_RETURN(const Response page, session.Call(method, request));
    RETURN_IF_ERROR(printer.Page(page));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  RETURN_IF_ERROR(printer.End());
  return ExitCode::kDone;
}

// Makes one unary call and shows its answer.
template <typename Stub, typename Request, typename Response>
absl::StatusOr<ExitCode> CallAndShow(
    const Environment& environment,
    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                 Response*),
    const Request& request, const View& view) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const Response answer, session.Call(method, request));
  RETURN_IF_ERROR(environment.output().Show(answer, view));
  return ExitCode::kDone;
}

// Makes one unary call of a mutation, whose options it fills in, and shows the
// answer.
template <typename Stub, typename Request, typename Response>
absl::StatusOr<ExitCode> MutateAndShow(
    const Environment& environment,
    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                 Response*),
    Request request, const View& view) {
  ASSIGN_OR_RETURN(*request.mutable_options(), environment.NewMutation());
  return CallAndShow(environment, method, request, view);
}

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_CALLS_H_
