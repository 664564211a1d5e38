#ifndef SPOTCHECK_CLIENT_COMMANDS_CALLS_H_
#define SPOTCHECK_CLIENT_COMMANDS_CALLS_H_

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "client/io/fields.h"
#include "client/io/message_text.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {

// Gives the message of a list's rows.
template <typename Response>
const google::protobuf::Descriptor& RowsOf(const Section& section) {
  return *Response::descriptor()
              ->FindFieldByName(std::string(section.rows))
              ->message_type();
}

// Prints every page of a List… method, starting with the given request: up to
// --limit rows, with --fields.
template <typename Stub, typename Request, typename Response>
absl::StatusOr<ExitCode> ListAll(
    const Environment& environment,
    grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                 Response*),
    Request request, Section section) {
  const GlobalOptions& options = environment.options;
  RETURN_IF_ERROR(
      ChooseColumns(RowsOf<Response>(section), options.fields, section));
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  const std::string rows(section.rows);
  ListPrinter printer(environment.output(), std::move(section), options.fields);
  std::int64_t left = options.limit == 0
                          ? std::numeric_limits<std::int64_t>::max()
                          : options.limit;
  do {
    request.set_page_size(
        static_cast<std::int32_t>(std::min<std::int64_t>(left, kMaxPageSize)));
    ASSIGN_OR_RETURN(const Response page, session.Call(method, request));
    RETURN_IF_ERROR(printer.Page(page));
    request.set_page_token(page.next_page_token());
    left -= std::ssize(RowsAt(page, rows));
  } while (!request.page_token().empty() && left > 0);
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
