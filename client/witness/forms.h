#ifndef SPOTCHECK_CLIENT_WITNESS_FORMS_H_
#define SPOTCHECK_CLIENT_WITNESS_FORMS_H_

// Which of a witness's two files a command was given (witness/file.h): the
// private one stays with the witness, the public one goes to the operator.

#include <string>

#include "absl/status/status.h"

namespace spotcheck::client {

// WITNESS_FILE_PRIVATE where the file holds a seed or a contribution, with the
// name of the one to hand over; nothing else of it is looked at.
absl::Status ExpectPublicForm(const std::string& path);
// WITNESS_FILE_PUBLIC where it holds no seed.
absl::Status ExpectPrivateForm(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WITNESS_FORMS_H_
