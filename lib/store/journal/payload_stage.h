#ifndef SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_

// A PayloadStage takes a payload that may be too large for one transaction,
// such as a frame of millions of lines: its bytes are handed over piece by
// piece and written, as they come, in short transactions that others share. The
// event that takes the payload then only names it, so that nobody waits for the
// bytes.

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

// One thread uses a PayloadStage; the database outlives it. Chunks that no
// event has taken are deleted with the object; what a crash left of them, at
// the first start of a process a day later.
class PayloadStage {
 public:
  PayloadStage(Database& db, std::string name);
  ~PayloadStage();
  PayloadStage(const PayloadStage&) = delete;
  PayloadStage& operator=(const PayloadStage&) = delete;

  // Takes the payload's next bytes. It holds one step of them in memory,
  // however large the payload is. After an error it takes no more bytes, and
  // Finish returns that error.
  void Add(std::string_view bytes);
  // Returns the payload for Transaction::Append; nothing can be added after it.
  // A payload of less than one step was not written and is returned in the
  // clear.
  absl::StatusOr<Payload> Finish();

 private:
  absl::Status Write(std::string_view bytes);
  absl::Status Begin();
  absl::Status Flush();

  Database& db_;
  const std::string name_;
  std::string stage_;   // "" until something is written
  std::string buffer_;  // bytes that are not written yet
  Hasher hasher_{HashSuite::kSha256};
  std::int64_t chunks_ = 0;
  absl::Status status_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_PAYLOAD_STAGE_H_
