#ifndef SPOTCHECK_CLIENT_IMPORT_IMPORT_H_
#define SPOTCHECK_CLIENT_IMPORT_IMPORT_H_

// The import of a file: batches of rows, one call each, in file order. Refused
// rows go to F.rejected.csv and never stop the rest. Where the server is away
// for a moment a batch is sent again under the same request id, so no row
// counts twice.

#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "client/environment.h"
#include "client/import/columns.h"
#include "lib/base/limits.h"

namespace spotcheck::client {

// Half of what the server takes in one call keeps the pauses of other writers
// short.
inline constexpr std::int64_t kBatchRows = kMaxImportRows / 2;
inline constexpr std::size_t kBatchBytes = std::size_t{2} << 20;

// An Import… method: takes a request of its type with rows and options, fills
// the response.
struct ImportMethod {
  const google::protobuf::Message* request;  // prototypes
  const google::protobuf::Message* response;
  std::function<absl::Status(const Session&, const google::protobuf::Message&,
                             google::protobuf::Message&)>
      call;
};

// For a method with a unary stub, e.g.
//   MethodOf(&v1::RegisterService::Stub::ImportLabs)
template <typename Stub, typename Request, typename Response>
ImportMethod MethodOf(grpc::Status (Stub::*method)(grpc::ClientContext*,
                                                   const Request&, Response*)) {
  using google::protobuf::Message;
  return {&Request::default_instance(), &Response::default_instance(),
          [method](const Session& session, const Message& request,
                   Message& response) -> absl::Status {
            auto answer =
                session.Call(method, static_cast<const Request&>(request));
            if (!answer.ok()) return answer.status();
            static_cast<Response&>(response) = *std::move(answer);
            return absl::OkStatus();
          }};
}

// An import may have some refused rows, or with --strict none.
enum class Tolerance { kSome, kNone };
struct ImportJob {
  std::string file;
  Tolerance tolerance = Tolerance::kSome;
};

// Decides how an import ends: bad input where every row was refused, or where
// one was that the tolerance does not allow.
ExitCode CodeOfImport(std::int64_t rows, std::int64_t refused,
                      Tolerance tolerance);

// Shows the summary, and says how many rows were refused.
absl::StatusOr<ExitCode> ImportFile(const Environment& environment,
                                    const ImportJob& job,
                                    const ImportTable& table,
                                    const ImportMethod& method);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_IMPORT_H_
