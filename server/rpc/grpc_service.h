#ifndef SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_
#define SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_

// The four services as gRPC sees them: each rpc of the table is registered
// under its own name, and takes and gives raw bytes.

#include <grpcpp/impl/service_type.h>

#include <memory>
#include <vector>

#include "server/rpc/edge.h"
#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// Makes one grpc::Service for each of kServices; table and edge outlive them.
// gRPC answers UNIMPLEMENTED for a method that has no row in the table.
std::vector<std::unique_ptr<grpc::Service>> MakeGrpcServices(
    const RpcTable& table, Edge& edge);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_GRPC_SERVICE_H_
