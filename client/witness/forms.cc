#include "client/witness/forms.h"

#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/io/json_object.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {

absl::Status ExpectPublicForm(const std::string& path) {
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  if (!file.Has("seed") && !file.Has("contribution")) return absl::OkStatus();
  return WitnessFilePrivateError({path, PublicName(path)});
}

absl::Status ExpectPrivateForm(const std::string& path) {
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  return file.Has("seed") ? absl::OkStatus() : WitnessFilePublicError(path);
}

}  // namespace spotcheck::client
