#include "server/rpc/rpc_table.h"

#include <cstdio>
#include <cstdlib>

namespace spotcheck::server {
namespace {

namespace pb = google::protobuf;

// Finds the method, among the services of the request's proto file, that takes
// this request.
const pb::MethodDescriptor* MethodOf(const pb::Descriptor& request) {
  const pb::FileDescriptor& file = *request.file();
  for (int i = 0; i < file.service_count(); ++i) {
    const pb::ServiceDescriptor& service = *file.service(i);
    for (int j = 0; j < service.method_count(); ++j) {
      if (service.method(j)->input_type() == &request) return service.method(j);
    }
  }
  return nullptr;
}

}  // namespace

void RpcTable::Add(const Shape& shape,
                   std::variant<UnaryHandler, StreamHandler> handler) {
  const pb::MethodDescriptor* method = MethodOf(*shape.request);
  const bool fits = method != nullptr &&
                    method->output_type() == shape.response &&
                    method->server_streaming() == shape.streams &&
                    rpcs_.find(method->full_name()) == rpcs_.end();
  if (!fits) {
    std::fprintf(stderr, "fatal: no rpc fits the handler of %s\n",
                 shape.request->full_name().c_str());
    std::abort();
  }
  rpcs_.emplace(method->full_name(), Rpc{method, std::move(handler)});
}

}  // namespace spotcheck::server
