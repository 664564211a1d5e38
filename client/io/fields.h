#ifndef SPOTCHECK_CLIENT_IO_FIELDS_H_
#define SPOTCHECK_CLIENT_IO_FIELDS_H_

// --fields of a list: the fields that its rows show, in this order.

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/io/json_object.h"
#include "client/io/output.h"

namespace spotcheck::client {

// Makes the section's columns those of `fields`, which outlive it; a column
// that the section has keeps its title. `row` is the message of its rows.
// Error: UNKNOWN_FIELD, which names the fields that there are.
absl::Status ChooseColumns(const google::protobuf::Descriptor& row,
                           const std::vector<std::string>& fields,
                           Section& section);

// Leaves of the row only the fields, in their order. Of a field within a field
// the whole outer one stays.
Json KeepFields(const Json& row, const std::vector<std::string>& fields);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_FIELDS_H_
