#ifndef SPOTCHECK_TESTS_SERVER_CONVERT_FULL_CREDIT_H_
#define SPOTCHECK_TESTS_SERVER_CONVERT_FULL_CREDIT_H_

// A check and its correction with every member that an answer shows.

#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/read/check_changes.h"
#include "lib/store/read/credit.h"

namespace spotcheck::server {

inline constexpr char kUsci[] = "91350100M000100Y43";
inline Usci SomeUsci() { return Usci::Parse(kUsci).value(); }
inline CivilDate SomeDay() { return {2017, 5, 17}; }

inline store::StoredCheck FullCheck() {
  store::StoredCheck check;
  check.record = {SomeUsci(),
                  CheckId("R1"),
                  LineId("L1"),
                  "product",
                  "standard",
                  "trademark",
                  "model",
                  {"body", rules::Level::kCity, Region::Parse("6401").value()},
                  SomeDay(),
                  store::Verdict::kFail,
                  store::Severity::kSerious,
                  "report",
                  LabId(kUsci),
                  TaskId("T1"),
                  rules::Purpose::kFollowUp,
                  {{"item", "≤ 1", "2", store::Verdict::kFail}},
                  "because"};
  check.leaf_index = 7;
  return check;
}

inline store::StoredCheckChange FullChange() {
  store::StoredCheckChange change;
  change.change_id = "X1";
  change.kind = store::CheckChangeKind::kCorrection;
  change.usci = SomeUsci();
  change.check = CheckId("R1");
  change.reason = "wrong line";
  change.basis = "letter";
  change.replacement = FullCheck().record;
  change.requested_by = "one";
  change.requested_at = "2017-05-17T00:00:00.000000Z";
  change.approved_by = "two";
  change.decided_at = "2017-05-18T00:00:00.000000Z";
  change.state = rules::ApprovalState::kApproved;
  change.leaf_index = 7;
  change.decided_leaf_index = 8;
  return change;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_CONVERT_FULL_CREDIT_H_
