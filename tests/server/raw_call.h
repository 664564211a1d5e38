#ifndef SPOTCHECK_TESTS_SERVER_RAW_CALL_H_
#define SPOTCHECK_TESTS_SERVER_RAW_CALL_H_

// Calls an rpc by its path with any bytes, so that tests can send requests that
// no generated stub would send.

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

#include "tests/server/office.h"

namespace spotcheck::server {

struct RawAnswer {
  grpc::Status status;
  std::string bytes;
};

inline grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}
inline std::string ToBytes(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.DumpToSingleSlice(&slice).ok()) return "";
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

inline RawAnswer RawCall(const std::shared_ptr<grpc::Channel>& channel,
                         const char* path, const std::string& request) {
  grpc::GenericStub stub(channel);
  grpc::CompletionQueue queue;
  const auto context = Patient();
  const auto call =
      stub.PrepareUnaryCall(context.get(), path, ToBuffer(request), &queue);
  RawAnswer answer;
  grpc::ByteBuffer response;
  call->StartCall();
  call->Finish(&response, &answer.status, nullptr);
  void* tag = nullptr;
  bool ok = false;
  queue.Next(&tag, &ok);
  if (answer.status.ok()) answer.bytes = ToBytes(response);
  return answer;
}

// Sends one message and reads one over a stream in both directions.
inline std::string RawExchange(const std::shared_ptr<grpc::Channel>& channel,
                               const char* path, const std::string& request) {
  grpc::GenericStub stub(channel);
  grpc::CompletionQueue queue;
  const auto context = Patient();
  const auto next = [&queue] {
    void* tag = nullptr;
    bool ok = false;
    return queue.Next(&tag, &ok) && ok;
  };
  const auto call = stub.PrepareCall(context.get(), path, &queue);
  call->StartCall(nullptr);
  next();
  call->Write(ToBuffer(request), nullptr);
  next();
  grpc::ByteBuffer response;
  call->Read(&response, nullptr);
  const bool got = next();
  call->WritesDone(nullptr);
  next();
  grpc::Status status;
  call->Finish(&status, nullptr);
  next();
  return got ? ToBytes(response) : status.error_message();
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_RAW_CALL_H_
