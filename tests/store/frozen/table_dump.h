#ifndef SPOTCHECK_TESTS_STORE_FROZEN_TABLE_DUMP_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_TABLE_DUMP_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/sealer.h"
#include "lib/store/sql/connection.h"
#include "nlohmann/json.hpp"

namespace spotcheck::store::testing {

// A row as an object from column to number or text, the key's columns first. A
// sealed cell is the text that it holds.
using DumpedRow = nlohmann::ordered_json;
// Table → its rows, in no particular order.
using DumpedTables = std::map<std::string, std::vector<DumpedRow>>;

// Every table that follows from the journal, the empty ones too. An error where
// a sealed cell does not open, or where its context is not known here.
absl::StatusOr<DumpedTables> DumpTables(sql::Connection& db,
                                        const Sealer& sealer);

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_TABLE_DUMP_H_
