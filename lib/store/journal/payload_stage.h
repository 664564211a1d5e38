#ifndef SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_

// A payload that may be too large for one transaction, such as a frame of
// millions of lines: its bytes are handed over piece by piece and written, as
// they come, in short transactions that others share. The event that takes the
// payload then only names it, so that nobody waits for the bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/hash.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store {

// Used by one thread; the database outlives it. What no event has taken is
// deleted with the object, and at the latest at the database's next start.
class PayloadStage {
 public:
  PayloadStage(Database& db, std::string name);
  ~PayloadStage();
  PayloadStage(const PayloadStage&) = delete;
  PayloadStage& operator=(const PayloadStage&) = delete;

  // Memory in the size of one step, whatever the payload's. The first error
  // stays: what comes after it is passed over.
  void Add(std::string_view bytes);
  // The payload for Transaction::Append; a small one is in the clear and was
  // not written. Ends the adding.
  absl::StatusOr<Payload> Finish();

 private:
  absl::Status Write(std::string_view bytes);
  absl::Status Begin();
  absl::Status Flush();

  Database& db_;
  const std::string name_;
  std::string stage_;   // "" as long as nothing was written
  std::string buffer_;  // from the second step on
  Hasher hasher_{HashSuite::kSha256};
  std::int64_t chunks_ = 0;
  absl::Status status_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_
