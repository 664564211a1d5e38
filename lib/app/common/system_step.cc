#include "lib/app/common/system_step.h"

#include "lib/base/status_macros.h"

namespace spotcheck::app {
namespace {

// The actor in the journal. No certificate bears this name.
constexpr char kSystem[] = "spotcheckd";

}  // namespace

absl::Status WriteStep(
    store::Database& db,
    absl::FunctionRef<absl::Status(store::Transaction&)> step) {
  store::Mutation mutation;
  mutation.actor = kSystem;
  const auto body = [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
    RETURN_IF_ERROR(step(tx));
    return std::string();
  };
  return db.Write(mutation, body).status();
}

}  // namespace spotcheck::app
