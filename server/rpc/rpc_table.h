#ifndef SPOTCHECK_SERVER_RPC_RPC_TABLE_H_
#define SPOTCHECK_SERVER_RPC_RPC_TABLE_H_

// Include the server/convert header of the service before this one: the
// templates below look up that header's overloads of Parse and ToProto.
//
// Every rpc is one row that does parse → call → convert on bytes. A handler is
// one of
//   a read    (const View&, const Call&, const Input&) → StatusOr<Answer>
//   a change  (Transaction&, const Call&, const Input&) → StatusOr<Answer>
//   a long change (Database&, const Mutation&, const Call&, const Input&)
//             → StatusOr<std::string>, the encoded response
//   a stream, which is a long read
//             (const View&, const Call&, const Input&) → StatusOr<Answer>,
//             and SendChunks(answer, send)
// Parse(request) gives the Input and ToProto(answer) the response. The method
// is found by its request's type, so a handler cannot be wired to another
// method's name; types that do not fit the service stop the program at start.

#include <google/protobuf/descriptor.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/app/common/rules_in_force.h"
#include "lib/base/entropy.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "server/convert/parse.h"
#include "server/convert/wire.h"
#include "server/rpc/call.h"
#include "server/rpc/long_reads.h"

namespace spotcheck::server {

// The objects that handlers work with; all outlive the table. Thread-safe.
struct Office {
  store::Database& database;
  const app::RulesInForce& rules;
  Entropy& entropy;
};

using UnaryHandler = std::function<absl::StatusOr<std::string>(
    const Call&, std::string_view request)>;
// Takes the next encoded response; answers false once nobody reads any more.
using Send = absl::FunctionRef<bool(const std::string&)>;
using StreamHandler = std::function<absl::Status(
    const Call&, std::string_view request, Send send)>;

struct Rpc {
  const google::protobuf::MethodDescriptor* method = nullptr;
  std::variant<UnaryHandler, StreamHandler> handler;
};

class RpcTable {
 public:
  explicit RpcTable(const Office& office) : office_(office) {}

  template <typename Request, typename Ask>
  void AddRead(Ask ask) {
    AddReadAs<Request>(Length::kShort, ask);
  }
  // Adds a read that may take seconds: it waits for a turn at the gate
  // (long_reads.h).
  template <typename Request, typename Ask>
  void AddLongRead(Ask ask) {
    AddReadAs<Request>(Length::kLong, ask);
  }
  template <typename Request, typename Change>
  void AddChange(Change change);
  template <typename Request, typename Response, typename Change>
  void AddLongChange(Change change);
  template <typename Request, typename Response, typename Ask>
  void AddStream(Ask ask);

  // The rows by the rpc's full name.
  const std::map<std::string_view, Rpc>& rpcs() const { return rpcs_; }
  const Office& office() const { return office_; }
  // The gate for commitments, whose frames are frozen on readers.
  LongReads& freezes() const { return *freezes_; }

 private:
  enum class Length { kShort, kLong };
  template <typename Request, typename Ask>
  void AddReadAs(Length length, Ask ask);
  struct Shape {
    const google::protobuf::Descriptor* request;
    const google::protobuf::Descriptor* response;
    bool streams = false;
  };
  void Add(const Shape& shape,
           std::variant<UnaryHandler, StreamHandler> handler);

  Office office_;
  const std::unique_ptr<LongReads> long_reads_ = std::make_unique<LongReads>();
  const std::unique_ptr<LongReads> freezes_ = std::make_unique<LongReads>();
  std::map<std::string_view, Rpc> rpcs_;
};

// Reads from the request who asks for the change, under which request id, and
// whether it is a dry run. An empty request id is replaced by a fresh one; such
// a call is then not idempotent.
template <typename Request>
absl::StatusOr<store::Mutation> MutationOf(const Call& call,
                                           const Request& request,
                                           Entropy& entropy) {
  store::Mutation mutation;
  mutation.actor = call.caller.name;
  ASSIGN_OR_RETURN(mutation.request_id,
                   ParseRequestId(request.options().request_id()));
  if (mutation.request_id.empty()) mutation.request_id = NewUuid(entropy);
  mutation.request_digest = RequestDigest(call.rpc, request);
  // The caller may stop waiting while the change stands in the writer's queue.
  mutation.still_wanted = call.still_wanted;
  if (request.options().validate_only()) {
    mutation.mode = store::Mutation::Mode::kDryRun;
  }
  return mutation;
}

// The templates' definitions.

template <typename Request>
using InputOf = std::decay_t<decltype(*Parse(std::declval<const Request&>()))>;

template <typename Request, typename Ask>
void RpcTable::AddReadAs(Length length, Ask ask) {
  using Input = InputOf<Request>;
  using Answer = std::decay_t<decltype(*ask(std::declval<const store::View&>(),
                                            std::declval<const Call&>(),
                                            std::declval<const Input&>()))>;
  using Response = decltype(ToProto(std::declval<const Answer&>()));
  const auto handler =
      [office = office_, gate = long_reads_.get(), length, ask](
          const Call& call,
          std::string_view bytes) -> absl::StatusOr<std::string> {
    ASSIGN_OR_RETURN(const Request request, ReadMessage<Request>(bytes));
    ASSIGN_OR_RETURN(const Input input, Parse(request));
    std::optional<LongReads::Pass> pass;
    if (length == Length::kLong) {
      ASSIGN_OR_RETURN(LongReads::Pass entered, gate->Enter(call));
      pass.emplace(std::move(entered));
    }
    std::string response;
    RETURN_IF_ERROR(
        office.database.Read([&](const store::View& view) -> absl::Status {
          ASSIGN_OR_RETURN(const Answer answer, ask(view, call, input));
          response = WriteMessage(ToProto(answer));
          return absl::OkStatus();
        }));
    return response;
  };
  Add({Request::descriptor(), Response::descriptor()}, UnaryHandler(handler));
}

template <typename Request, typename Change>
void RpcTable::AddChange(Change change) {
  using Input = InputOf<Request>;
  using Answer = std::decay_t<decltype(*change(
      std::declval<store::Transaction&>(), std::declval<const Call&>(),
      std::declval<const Input&>()))>;
  using Response = decltype(ToProto(std::declval<const Answer&>()));
  const auto handler =
      [office = office_, change](
          const Call& call,
          std::string_view bytes) -> absl::StatusOr<std::string> {
    ASSIGN_OR_RETURN(const Request request, ReadMessage<Request>(bytes));
    ASSIGN_OR_RETURN(const store::Mutation mutation,
                     MutationOf(call, request, office.entropy));
    ASSIGN_OR_RETURN(const Input input, Parse(request));
    return office.database.Write(
        mutation, [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
          ASSIGN_OR_RETURN(const Answer answer, change(tx, call, input));
          return WriteMessage(ToProto(answer));
        });
  };
  Add({Request::descriptor(), Response::descriptor()}, UnaryHandler(handler));
}

template <typename Request, typename Response, typename Change>
void RpcTable::AddLongChange(Change change) {
  const auto handler =
      [office = office_, change](
          const Call& call,
          std::string_view bytes) -> absl::StatusOr<std::string> {
    ASSIGN_OR_RETURN(const Request request, ReadMessage<Request>(bytes));
    ASSIGN_OR_RETURN(const store::Mutation mutation,
                     MutationOf(call, request, office.entropy));
    ASSIGN_OR_RETURN(const InputOf<Request> input, Parse(request));
    return change(office.database, mutation, call, input);
  };
  Add({Request::descriptor(), Response::descriptor()}, UnaryHandler(handler));
}

template <typename Request, typename Response, typename Ask>
void RpcTable::AddStream(Ask ask) {
  using Input = InputOf<Request>;
  using Answer = std::decay_t<decltype(*ask(std::declval<const store::View&>(),
                                            std::declval<const Call&>(),
                                            std::declval<const Input&>()))>;
  const auto handler = [office = office_, gate = long_reads_.get(), ask](
                           const Call& call, std::string_view bytes,
                           Send send) -> absl::Status {
    ASSIGN_OR_RETURN(const Request request, ReadMessage<Request>(bytes));
    ASSIGN_OR_RETURN(const Input input, Parse(request));
    Answer answer;
    {
      ASSIGN_OR_RETURN(const LongReads::Pass pass, gate->Enter(call));
      RETURN_IF_ERROR(
          office.database.Read([&](const store::View& view) -> absl::Status {
            ASSIGN_OR_RETURN(answer, ask(view, call, input));
            return absl::OkStatus();
          }));
    }
    // The snapshot and the turn are given back before anything is sent, so that
    // a slow caller holds nobody up.
    SendChunks(answer, send);
    return absl::OkStatus();
  };
  Add({Request::descriptor(), Response::descriptor(), true},
      StreamHandler(handler));
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_RPC_TABLE_H_
