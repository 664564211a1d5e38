#include "server/rpc/grpc_service.h"

#include <google/protobuf/descriptor.h>
#include <grpc/grpc_security_constants.h>
#include <grpcpp/impl/rpc_service_method.h>
#include <grpcpp/security/auth_context.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/method_handler.h>
#include <grpcpp/support/sync_stream.h>

#include <chrono>
#include <list>
#include <string>
#include <utility>

#include "server/rpc/errors.h"
#include "server/rpc/grpc_status.h"
#include "server/rpc/rpcs.h"

namespace spotcheck::server {
namespace {

using grpc::ByteBuffer;
using grpc::ServerContext;
using grpc::internal::RpcMethod;

std::string BytesOf(const ByteBuffer& buffer) {
  grpc::Slice slice;
  if (buffer.DumpToSingleSlice(&slice).ok()) {
    return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
  }
  return "";
}

ByteBuffer BufferOf(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return ByteBuffer(&slice, 1);
}

// The caller's deadline counts in real time, not by the server's clock of the
// journal.
absl::Status StillWanted(const ServerContext& context, std::string_view rpc) {
  if (std::chrono::system_clock::now() >= context.deadline()) {
    return CallDeadlinePassed(rpc);
  }
  if (context.IsCancelled()) return CallCancelled(rpc);
  return absl::OkStatus();
}

Incoming IncomingOf(const ServerContext& context, std::string_view rpc) {
  Incoming incoming;
  const auto found = context.auth_context()->FindPropertyValues(
      GRPC_X509_PEM_CERT_PROPERTY_NAME);
  if (!found.empty()) {
    incoming.certificate.assign(found[0].data(), found[0].size());
  }
  incoming.still_wanted = [&context, rpc] { return StillWanted(context, rpc); };
  return incoming;
}

// Registers the methods as the generated code does, but takes the bytes as they
// came: the generated base classes would answer INTERNAL, without details, to a
// message they cannot read. ByteBuffer is a message type of gRPC's own.
class RawService final : public grpc::Service {
 public:
  RawService(const google::protobuf::ServiceDescriptor& service,
             const RpcTable& table, Edge& edge)
      : edge_(edge) {
    for (int i = 0; i < service.method_count(); ++i) {
      const auto found = table.rpcs().find(service.method(i)->full_name());
      if (found != table.rpcs().end()) Register(found->second);
    }
  }

 private:
  void Register(const Rpc& rpc) {
    paths_.push_back("/" + rpc.method->service()->full_name() + "/" +
                     rpc.method->name());
    const char* path = paths_.back().c_str();
    if (rpc.method->server_streaming()) {
      AddMethod(new grpc::internal::RpcServiceMethod(
          path, RpcMethod::SERVER_STREAMING, StreamHandlerOf(rpc)));
    } else {
      AddMethod(new grpc::internal::RpcServiceMethod(
          path, RpcMethod::NORMAL_RPC, UnaryHandlerOf(rpc)));
    }
  }

  grpc::internal::MethodHandler* UnaryHandlerOf(const Rpc& rpc) {
    using Handler =
        grpc::internal::RpcMethodHandler<RawService, ByteBuffer, ByteBuffer>;
    return new Handler(
        [&rpc](RawService* self, ServerContext* context,
               const ByteBuffer* request, ByteBuffer* response) {
          const auto answer = self->edge_.Serve(
              rpc, IncomingOf(*context, rpc.method->full_name()),
              BytesOf(*request));
          if (!answer.ok()) return ToGrpcStatus(answer.status());
          *response = BufferOf(*answer);
          return grpc::Status::OK;
        },
        this);
  }

  grpc::internal::MethodHandler* StreamHandlerOf(const Rpc& rpc) {
    using Handler =
        grpc::internal::ServerStreamingHandler<RawService, ByteBuffer,
                                               ByteBuffer>;
    return new Handler(
        [&rpc](RawService* self, ServerContext* context,
               const ByteBuffer* request,
               grpc::ServerWriter<ByteBuffer>* writer) {
          return ToGrpcStatus(self->edge_.ServeStream(
              rpc, IncomingOf(*context, rpc.method->full_name()),
              BytesOf(*request), [writer](const std::string& bytes) {
                return writer->Write(BufferOf(bytes));
              }));
        },
        this);
  }

  Edge& edge_;
  std::list<std::string> paths_;  // the methods point into these strings
};

}  // namespace

std::vector<std::unique_ptr<grpc::Service>> MakeGrpcServices(
    const RpcTable& table, Edge& edge) {
  const auto& pool = *google::protobuf::DescriptorPool::generated_pool();
  std::vector<std::unique_ptr<grpc::Service>> services;
  for (const char* name : kServices) {
    services.push_back(std::make_unique<RawService>(
        *pool.FindServiceByName(name), table, edge));
  }
  return services;
}

}  // namespace spotcheck::server
