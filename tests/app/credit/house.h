#ifndef SPOTCHECK_TESTS_APP_CREDIT_HOUSE_H_
#define SPOTCHECK_TESTS_APP_CREDIT_HOUSE_H_

// A database in memory with a clock that stands still, a small rule book, and
// functions that make valid rows. A test then makes a row wrong where it wants
// to.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "gtest/gtest.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/credit/import.h"
#include "lib/app/register/import.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"
#include "tests/app/fixed_rules.h"

namespace spotcheck::app {

// Two policies of Ningxia's kind, a scheme with the grades A, B, C, D, and the
// two list rules of the delivered rule book.
RuleBook SmallRuleBook();

// Makes a valid code of the region; equal numbers give equal codes.
Usci MakeUsci(const std::string& region, int number);

class House : public ::testing::Test {
 protected:
  House();

  // Runs fn(Transaction&) as one mutation of `actor`, and answers what fn
  // answers.
  template <typename Fn>
  auto Write(const std::string& actor, Fn fn)
      -> decltype(fn(std::declval<store::Transaction&>())) {
    decltype(fn(std::declval<store::Transaction&>())) answer =
        absl::UnknownError("the body did not run");
    const absl::StatusOr<std::string> written =
        db_->Write({actor, "", Digest(), store::Mutation::Mode::kApply},
                   [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
                     answer = fn(tx);
                     if (!answer.ok()) return answer.status();
                     return std::string();
                   });
    if (answer.ok() && !written.ok()) return written.status();
    return answer;
  }
  template <typename Fn>
  auto Write(Fn fn) {
    return Write("operator", fn);
  }
  // Runs fn(View&) on a snapshot.
  template <typename Fn>
  auto Read(Fn fn) -> decltype(fn(std::declval<const store::View&>())) {
    decltype(fn(std::declval<const store::View&>())) answer =
        absl::UnknownError("the body did not run");
    EXPECT_OK(db_->Read([&](const store::View& view) {
      answer = fn(view);
      return absl::OkStatus();
    }));
    return answer;
  }

  // Lets a time pass in which the machine was off; what the journal would
  // refuse of its clock is accepted.
  void SwitchOffFor(absl::Duration time);
  CivilDate today() const { return CivilDate::Of(clock_.Now()); }
  std::int64_t JournalSize();

  ImportAnswer Import(const std::vector<EnterpriseRow>& rows);
  ImportAnswer Import(const std::vector<ProductRow>& rows);
  ImportAnswer Import(const std::vector<LabRow>& rows);
  ImportAnswer Import(const std::vector<InspectorRow>& rows);
  ImportResultsAnswer Import(const std::vector<CheckRow>& rows);

  EnterpriseRow Enterprise(const Usci& usci) const;
  ProductRow Product(const Usci& usci, const std::string& name) const;
  LabRow Lab(const Usci& usci) const;
  InspectorRow Inspector(const std::string& badge) const;
  // Makes a national pass of the product, with a report number of its own.
  CheckRow Check(const Usci& usci, const std::string& product,
                 const std::string& sampled);

  // The line of that enterprise's product, as Product() makes it.
  LineId LineOf(const Usci& usci, const std::string& name) const;
  // Makes a task of the provincial body whose first attempt drew that line.
  void Draw(const std::string& task, rules::Purpose purpose, const Usci& usci,
            const LineId& line);
  template <typename E>
  absl::StatusOr<std::int64_t> Append(
      const E& event, const std::vector<store::Payload>& payloads = {}) {
    return Write(
        [&](store::Transaction& tx) { return tx.Append(event, payloads); });
  }

  RuleBook book_ = SmallRuleBook();
  FixedRules rules_{book_};
  FakeClock clock_;
  FakeEntropy entropy_{1};
  std::unique_ptr<store::Database> db_;
  Usci lab_ = MakeUsci("640100", 900);
  int reports_ = 0;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_TESTS_APP_CREDIT_HOUSE_H_
