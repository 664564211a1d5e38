#ifndef SPOTCHECK_CLIENT_IMPORT_KEYS_H_
#define SPOTCHECK_CLIENT_IMPORT_KEYS_H_

// Finds the rows of a file that have a later row with the same key. Importing
// the file again must change nothing although its rows contradict each other,
// so each row says whether it is the last word on its key.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "client/import/table.h"

namespace spotcheck::client {

// The normal form under which the server keeps a row; empty where the row has
// no valid one, and is then refused there. Remembers normalised texts.
class RowKeys {
 public:
  RowKeys(const ImportReader& reader, const ImportTable& table);
  std::string KeyOf(const ImportRow& row);

 private:
  std::string ProductKeyOf(const ImportRow& row);
  enum class Form : std::uint8_t { kField, kNumber };
  const std::string& Normalised(Form form, const std::string& text);

  const ImportReader& reader_;
  RowKey kind_;
  std::vector<std::size_t> columns_;  // of the table: those that make the key
  // The normal form of each text that was seen, one map for each form.
  std::array<absl::flat_hash_map<std::string, std::string>, 2> normalised_;
};

// One entry a row in file order, refused rows included. Reads the whole file
// once; takes some 50 bytes a key.
absl::StatusOr<std::vector<bool>> FindSuperseded(const std::string& path,
                                                 const ImportTable& table,
                                                 Encoding encoding);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_KEYS_H_
