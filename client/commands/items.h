#ifndef SPOTCHECK_CLIENT_COMMANDS_ITEMS_H_
#define SPOTCHECK_CLIENT_COMMANDS_ITEMS_H_

// The tested items of a report, as a table of CSV or xlsx.

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "spotcheck/v1/credit.pb.h"

namespace spotcheck::client {

using Items = std::vector<v1::TestItem>;

// Errors: those of ImportReader::Open and of its rows, UNKNOWN_WORD,
// TOO_MANY_ITEMS.
absl::StatusOr<Items> ReadItems(const std::string& path);

// Reads the items of several reports, each row with its report's number, which
// is the key as it was typed.
absl::StatusOr<std::map<std::string, Items>> ReadItemsByReport(
    const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_ITEMS_H_
