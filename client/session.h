#ifndef SPOTCHECK_CLIENT_SESSION_H_
#define SPOTCHECK_CLIENT_SESSION_H_

// A connection to the server: mutual TLS, one deadline for each call, errors in
// the server's own words. Not thread-safe.

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/profile.h"

namespace spotcheck::client {

// Decodes google.rpc.Status with its ErrorInfo and LocalizedMessage details. A
// failure without details keeps gRPC's code and text.
absl::Status FromGrpc(const grpc::Status& status);

class Session {
 public:
  // Does not wait for the server; the first call waits.
  static Session Open(const Profile& profile, absl::Duration timeout);

  // Makes one call of a unary method, e.g.
  // session.Call(&v1::RegisterService::Stub::GetLab, request)
  template <typename Stub, typename Request, typename Response>
  absl::StatusOr<Response> Call(
      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                   Response*),
      const Request& request) const {
    Stub stub(channel_);
    grpc::ClientContext context;
    SetDeadline(context);
    Response response;
    const grpc::Status status = (stub.*method)(&context, request, &response);
    if (!status.ok()) return FromGrpc(status);
    return response;
  }

  // Makes one call of a method that streams its answer. `sink` takes each part
  // and ends the call by returning an error.
  template <typename Stub, typename Request, typename Response, typename Sink>
  absl::Status CallStreaming(std::unique_ptr<grpc::ClientReader<Response>> (
                                 Stub::*method)(grpc::ClientContext*,
                                                const Request&),
                             const Request& request, Sink sink) const {
    Stub stub(channel_);
    grpc::ClientContext context;
    SetDeadline(context);
    const auto reader = (stub.*method)(&context, request);
    absl::Status result;
    for (Response part; result.ok() && reader->Read(&part);) {
      result = sink(part);
    }
    if (!result.ok()) context.TryCancel();
    const grpc::Status status = reader->Finish();
    return result.ok() ? FromGrpc(status) : result;
  }

 private:
  Session(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
      : channel_(std::move(channel)), timeout_(timeout) {}
  void SetDeadline(grpc::ClientContext& context) const;

  std::shared_ptr<grpc::Channel> channel_;
  absl::Duration timeout_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_SESSION_H_
