#ifndef SPOTCHECK_TESTS_SERVER_FULL_REASON_H_
#define SPOTCHECK_TESTS_SERVER_FULL_REASON_H_

#include "lib/rules/law/six_months.h"

namespace spotcheck::server {

// A reason with every member that an answer shows.
inline rules::ProtectionReason FullReason() {
  rules::ProtectionReason reason;
  reason.policy = PolicyId("P");
  reason.check = CheckId("R1");
  reason.sampled = reason.until = reason.first_allowed = {2017, 5, 17};
  reason.binds = {"中", "en"};
  return reason;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_FULL_REASON_H_
