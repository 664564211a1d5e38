#ifndef SPOTCHECK_CLIENT_WITNESS_FORMS_H_
#define SPOTCHECK_CLIENT_WITNESS_FORMS_H_

// Checks that a command was given the right one of a witness's two files
// (witness/file.h): the private one stays with the witness, the public one goes
// to the operator.

#include <string>

#include "absl/status/status.h"

namespace spotcheck::client {

// Error: WITNESS_FILE_PRIVATE where the file holds a seed or a contribution; it
// names the public file to hand over. Nothing else in the file is checked.
absl::Status ExpectPublicForm(const std::string& path);
// Error: WITNESS_FILE_PUBLIC where the file holds no seed.
absl::Status ExpectPrivateForm(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WITNESS_FORMS_H_
