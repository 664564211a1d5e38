#ifndef SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_
#define SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_

// The four services as gRPC sees them: each rpc of the table registered under
// its own name, with raw bytes in and out.

#include <grpcpp/impl/service_type.h>

#include <memory>
#include <vector>

#include "server/rpc/edge.h"
#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// One grpc::Service for each of kServices; table and edge outlive them. A
// method of a service without a row in the table answers UNIMPLEMENTED by
// itself.
std::vector<std::unique_ptr<grpc::Service>> MakeGrpcServices(
    const RpcTable& table, Edge& edge);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_
