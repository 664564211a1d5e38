#include "lib/app/register/mandate.h"

#include <algorithm>
#include <limits>

#include "lib/app/common/errors.h"
#include "lib/base/status_macros.h"
#include "lib/store/read/grants.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {

absl::StatusOr<Mandate> Mandate::Of(const store::View& view,
                                    const Speaker& speaker) {
  Mandate mandate(speaker);
  if (speaker.kind == Speaker::Kind::kFree) return mandate;
  constexpr std::int64_t kEvery = std::numeric_limits<std::int64_t>::max();
  ASSIGN_OR_RETURN(auto grants,
                   store::GrantPage(view, {speaker.certificate, -1, kEvery}));
  for (store::StoredGrant& grant : grants) {
    mandate.granted_.push_back(std::move(grant.authority));
  }
  return mandate;
}

absl::Status Mandate::Check(const rules::Authority& authority) const {
  if (speaker_.kind == Speaker::Kind::kFree) return absl::OkStatus();
  const bool covered = std::any_of(
      granted_.begin(), granted_.end(), [&](const rules::Authority& granted) {
        return rules::CoversAuthority(granted, authority);
      });
  if (covered) return absl::OkStatus();
  return register_errors::AuthorityNotYours(speaker_.certificate, authority);
}

absl::Status Mandate::CheckAny() const {
  if (speaker_.kind == Speaker::Kind::kFree || !granted_.empty()) {
    return absl::OkStatus();
  }
  return register_errors::NoAuthority(speaker_.certificate);
}

absl::Status CheckSpeaksForTask(const store::View& view, const Speaker& speaker,
                                const TaskId& task) {
  if (speaker.kind == Speaker::Kind::kFree) return absl::OkStatus();
  ASSIGN_OR_RETURN(const auto found, store::FindTask(view, task));
  if (!found.has_value()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const Mandate mandate, Mandate::Of(view, speaker));
  return mandate.Check(found->authority);
}

}  // namespace spotcheck::app
