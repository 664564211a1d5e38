#ifndef SPOTCHECK_TESTS_APP_CREDIT_CHANGE_HOUSE_H_
#define SPOTCHECK_TESTS_APP_CREDIT_CHANGE_HOUSE_H_

// A house whose task T1 drew one of an enterprise's two lines, and the steps of
// a correction as short calls.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/app/credit/change.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/record.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {

class ChangeHouse : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(usci_)});
    Import({Lab(lab_)});
    Import({Product(usci_, "毛巾"), Product(usci_, "浴巾")});
    Draw("T1", rules::Purpose::kRoutine, usci_, line_);
  }
  ResultInput Input(const std::string& task = "T1") const {
    ResultInput input;
    input.task = TaskId(task);
    input.usci = usci_;
    input.line = line_;
    input.sampled = CivilDate(2026, 5, 20);
    input.report_no = "R-" + task;
    return input;
  }
  ResultInput Failed(const std::string& task = "T1") const {
    ResultInput input = Input(task);
    input.verdict = store::Verdict::kFail;
    input.severity = store::Severity::kGeneral;
    return input;
  }
  absl::StatusOr<ResultAnswer> TryRecord(const ResultInput& input) {
    return Write([&](store::Transaction& tx) {
      return RecordResult(tx, book_, today(), input);
    });
  }
  CheckId Record(const ResultInput& input) {
    const auto answer = TryRecord(input);
    EXPECT_OK(answer);
    return answer.ok() ? answer->check.record.check : CheckId();
  }

  absl::StatusOr<std::string> Ask(const CheckChangeInput& input) {
    const auto change = Write([&](store::Transaction& tx) {
      return RequestCheckChange(tx, today(), input);
    });
    if (!change.ok()) return change.status();
    return change->change_id;
  }
  absl::StatusOr<std::string> AskCorrection(const CheckId& check,
                                            const Corrections& to) {
    return Ask({check, "录错", "更正函1号", to});
  }
  absl::StatusOr<std::string> AskVoid(const CheckId& check) {
    return Ask({check, "录错企业", "更正函2号", std::nullopt});
  }
  absl::StatusOr<CheckChangeAnswer> Approve(const std::string& change,
                                            const std::string& by = "second") {
    return Write(by, [&](store::Transaction& tx) {
      return ApproveCheckChange(tx, book_, today(), change);
    });
  }
  std::vector<Effect> Done(const absl::StatusOr<std::string>& change) {
    EXPECT_OK(change);
    const auto answer = Approve(change.value_or(""));
    EXPECT_OK(answer);
    return answer.ok() ? answer->effects : std::vector<Effect>();
  }
  CreditFile File() {
    auto file = Read([&](const store::View& view) {
      return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
    });
    EXPECT_OK(file);
    return file.value_or(CreditFile());
  }
  std::vector<store::StoredCheckChange> Changes(
      std::optional<rules::ApprovalState> state) {
    const auto page = Read([&](const store::View& view) {
      return ListCheckChanges(view, {0, "", state});
    });
    EXPECT_OK(page);
    return page.ok() ? page->rows : std::vector<store::StoredCheckChange>();
  }
  static std::optional<Effect> Find(const std::vector<Effect>& effects,
                                    EffectKind kind) {
    const auto found =
        std::find_if(effects.begin(), effects.end(),
                     [kind](const Effect& e) { return e.kind == kind; });
    if (found == effects.end()) return std::nullopt;
    return *found;
  }
  static Corrections ToFailure() {
    Corrections to;
    to.verdict = store::Verdict::kFail;
    to.severity = store::Severity::kGeneral;
    return to;
  }
  static Corrections ToPass() {
    Corrections to;
    to.verdict = store::Verdict::kPass;
    return to;
  }

  Usci usci_ = MakeUsci("640181", 1);
  LineId line_ = LineOf(usci_, "毛巾");
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_TESTS_APP_CREDIT_CHANGE_HOUSE_H_
