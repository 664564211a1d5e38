#ifndef SPOTCHECK_LIB_APP_REGISTER_MANDATE_H_
#define SPOTCHECK_LIB_APP_REGISTER_MANDATE_H_

// A mandate is the set of authorities in whose name a caller may act: those
// that grants (grants.h) bind to his certificate, and the bodies beneath them
// (rules::CoversAuthority). A bound caller who acts for another authority gets
// AUTHORITY_NOT_YOURS. server/identity/permissions.cc says which roles are
// bound in which rpc.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/base/ids.h"
#include "lib/rules/law/authority.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

struct Speaker {
  std::string certificate;
  // kFree may act for every authority.
  enum class Kind : std::uint8_t { kFree, kBound } kind = Kind::kFree;
};

class Mandate {
 public:
  static absl::StatusOr<Mandate> Of(const store::View& view,
                                    const Speaker& speaker);
  // The mandate of a caller who may act for every authority.
  static Mandate ForAll() { return Mandate(Speaker()); }

  absl::Status Check(const rules::Authority& authority) const;
  // Refuses a caller who may act for no authority at all.
  absl::Status CheckAny() const;

 private:
  explicit Mandate(Speaker speaker) : speaker_(std::move(speaker)) {}

  Speaker speaker_;
  std::vector<rules::Authority> granted_;
};

// Checks that the caller may act for the task's authority. Answers OK for a
// task that does not exist, because the call itself then fails with
// TASK_UNKNOWN.
absl::Status CheckSpeaksForTask(const store::View& view, const Speaker& speaker,
                                const TaskId& task);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_MANDATE_H_
