#include "lib/app/credit/status.h"

#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/lists.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/credit.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using testing::StatusReasonIs;

class StatusTest : public House {
 protected:
  void SetUp() override {
    Import({Enterprise(usci_)});
    Import({Lab(lab_)});
    Import({Product(usci_, "毛巾")});
  }
  absl::StatusOr<StatusAnswer> Ask(
      const std::vector<Usci>& uscis, std::optional<CivilDate> as_of,
      UnknownCodes unknown = UnknownCodes::kRefuse) {
    return Read([&](const store::View& view) {
      return BatchGetStatus(view, book_, today(), {uscis, as_of, unknown});
    });
  }
  CreditStatus StatusOn(CivilDate as_of) {
    auto answer = Ask({usci_}, as_of);
    EXPECT_OK(answer);
    return answer.ok() ? answer->statuses[0] : CreditStatus();
  }
  // Imports two serious failures, which lead to an open proposal.
  std::string Propose() {
    CheckRow first = Check(usci_, "毛巾", "2025-05-22");
    CheckRow second = Check(usci_, "毛巾", "2026-05-22");
    first["verdict"] = second["verdict"] = "不合格";
    first["severity"] = second["severity"] = "严重";
    EXPECT_EQ(Import({first, second}).proposals, 1);
    return StatusOn(today()).lists[0].record.entry_id;
  }
  absl::StatusOr<store::StoredListEntry> Decide(const std::string& actor,
                                                const ListDecision& decision) {
    return Write(actor, [&](store::Transaction& tx) {
      return DecideListEntry(tx, decision);
    });
  }

  Usci usci_ = MakeUsci("640181", 1);
};

TEST_F(StatusTest, WithoutAnyRecordTheGradeIsTheSchemesAndNothingProtects) {
  const CreditStatus status = StatusOn(today());
  EXPECT_FALSE(status.listed);
  EXPECT_EQ(status.grade, "B");
  ASSERT_EQ(status.lines.size(), 1u);
  EXPECT_TRUE(status.lines[0].protected_by.empty());
}

TEST_F(StatusTest, APassProtectsFromItsDayThroughTheLastDayOfSixMonths) {
  Import({Check(usci_, "毛巾", "2025-08-31")});
  EXPECT_TRUE(StatusOn(CivilDate(2025, 8, 30)).lines[0].protected_by.empty());
  const auto on_the_day = StatusOn(CivilDate(2025, 8, 31)).lines[0];
  // another policy of the same authority protects it too
  ASSERT_EQ(on_the_day.protected_by.size(), 2u);
  EXPECT_EQ(on_the_day.protected_by[0].until, CivilDate(2026, 2, 28));
  EXPECT_FALSE(StatusOn(CivilDate(2026, 2, 28)).lines[0].protected_by.empty());
  EXPECT_TRUE(StatusOn(CivilDate(2026, 3, 1)).lines[0].protected_by.empty());
}

// A version before wrote the long dash of a standard into a line of its own.
TEST_F(StatusTest, LinesThatMeetSinceEveryDashIsOneProtectEachOther) {
  store::ProductRecord older;
  older.usci = usci_;
  older.line = LineId("LOLD");
  older.product_name = "毛巾";
  older.category = "家用电器";
  older.standard = "GB 4706.1—2005";
  older.trademark = "无";
  older.model = "70cm*140cm";
  ASSERT_OK(Append(store::ProductsImported{{older}}));
  CheckRow check = Check(usci_, "毛巾", "2025-08-31");
  check["standard"] = "GB 4706.1—2005";
  EXPECT_EQ(Import({check}).new_lines, 0);
  const CreditStatus status = StatusOn(CivilDate(2025, 9, 1));
  ASSERT_EQ(status.lines.size(), 2u);
  EXPECT_FALSE(status.lines[0].protected_by.empty());
  EXPECT_FALSE(status.lines[1].protected_by.empty());
  const auto file = Read(
      [&](const store::View& view) { return store::ChecksOf(view, usci_); });
  ASSERT_OK(file);
  EXPECT_EQ(file->front().record.line.str(), "LOLD");
}

// A check keeps the id it was recorded under and is found by its number's new
// form: a report counts once.
TEST_F(StatusTest, AnOlderReportNumberIsFoundByItsNewForm) {
  CheckRow pending = Check(usci_, "毛巾", "2025-08-31");
  store::ChecksImported event;
  store::CheckRecord& older = event.rows.emplace_back();
  older.usci = usci_;
  older.check = CheckId("ROLD");
  older.line = LineOf(usci_, "毛巾");
  older.product_name = "毛巾";
  older.standard = "GB 4706.1-2005";
  older.trademark = "无";
  older.model = "70cm*140cm";
  older.authority = {"国家市场监管总局", rules::Level::kNational, Region()};
  older.sampled = CivilDate(2025, 8, 31);
  older.verdict = store::Verdict::kPending;
  older.report_no = "JC—77";
  older.lab = LabId(lab_.str());
  ASSERT_OK(Append(event));
  pending["report_no"] = "JC-77";
  const ImportResultsAnswer answer = Import({pending});
  EXPECT_EQ(answer.import.changed, 1);
  const auto checks = Read(
      [&](const store::View& view) { return store::ChecksOf(view, usci_); });
  ASSERT_OK(checks);
  ASSERT_EQ(checks->size(), 1u);
  EXPECT_EQ(checks->front().record.check.str(), "ROLD");
  EXPECT_EQ(checks->front().record.verdict, store::Verdict::kPass);
}

TEST_F(StatusTest, AnUnknownCodeCanAnswerItsRowAndLeaveTheOthersAlone) {
  const Usci unknown = MakeUsci("640181", 77);
  const auto answer =
      Ask({unknown, usci_, unknown}, std::nullopt, UnknownCodes::kAnswer);
  ASSERT_OK(answer);
  ASSERT_EQ(answer->statuses.size(), 3u);
  EXPECT_EQ(answer->statuses[0].usci, unknown);
  EXPECT_THAT(answer->statuses[0].error,
              StatusReasonIs("ENTERPRISE_NOT_FOUND"));
  EXPECT_EQ(answer->statuses[1].usci, usci_);
  EXPECT_OK(answer->statuses[1].error);
  EXPECT_FALSE(answer->statuses[1].grade.empty());
  EXPECT_FALSE(answer->statuses[2].error.ok());
}

TEST_F(StatusTest, UnknownCodesFutureDaysAndTooManyCodesAreErrors) {
  const Usci unknown = MakeUsci("640181", 77);
  const auto answer = Ask({usci_, unknown}, std::nullopt);
  EXPECT_THAT(answer, StatusReasonIs("ENTERPRISE_NOT_FOUND"));
  EXPECT_NE(answer.status().message().find(unknown.str()), std::string::npos);
  EXPECT_THAT(Ask({usci_}, today().AddDays(1)),
              StatusReasonIs("AS_OF_IN_FUTURE"));
  EXPECT_THAT(Ask(std::vector<Usci>(kMaxStatusCodes + 1, usci_), std::nullopt),
              StatusReasonIs("TOO_MANY_CODES"));
}

TEST_F(StatusTest, NothingTellsADrawnEnterpriseFromAnother) {
  const Usci other = MakeUsci("640181", 2);
  Import({Enterprise(other)});
  Import({Product(other, "毛巾")});
  Draw("T1", rules::Purpose::kRoutine, usci_, LineOf(usci_, "毛巾"));
  const auto answer = Ask({usci_, other}, std::nullopt);
  ASSERT_OK(answer);
  for (const CreditStatus& status : answer->statuses) {
    EXPECT_EQ(status.grade, "B");
    EXPECT_TRUE(status.lists.empty());
    EXPECT_TRUE(status.lines[0].protected_by.empty());
  }
}

TEST_F(StatusTest, AnEntryListsFromItsDecisionToItsRemoval) {
  const std::string entry = Propose();
  const CivilDate proposed = today();
  clock_.Advance(absl::Hours(24));
  const auto listed =
      Decide("approver", {entry, rules::ListVerb::kList, "听证后决定"});
  ASSERT_OK(listed);
  EXPECT_EQ(listed->state, store::ListState::kListed);
  const CivilDate decided = today();
  SwitchOffFor(absl::Hours(24 * 400));
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kRemove, "期满"}));
  EXPECT_FALSE(StatusOn(proposed).listed);
  EXPECT_EQ(StatusOn(proposed).lists[0].state, store::ListState::kProposed);
  EXPECT_TRUE(StatusOn(decided).listed);
  EXPECT_EQ(StatusOn(decided).grade, "D");
  EXPECT_TRUE(StatusOn(today().AddDays(-1)).listed);
  EXPECT_FALSE(StatusOn(today()).listed);
  EXPECT_TRUE(StatusOn(today()).lists.empty());
}

TEST_F(StatusTest, ARevokedEntryNeverCountsAgain) {
  // Two serious failures alone make 75 - 2 * 10, a C; an entry that ever stood
  // makes a D.
  book_.scheme.points[2].points = -10;
  book_.scheme.gates[0].open_only = false;
  const std::string entry = Propose();
  EXPECT_EQ(StatusOn(today()).grade, "C");
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kList, "决定"}));
  const CivilDate listed = today();
  clock_.Advance(absl::Hours(24));
  EXPECT_EQ(StatusOn(today()).grade, "D");
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kRevoke, "有误"}));
  EXPECT_EQ(StatusOn(today()).grade, "C");
  EXPECT_FALSE(StatusOn(today()).listed);
  clock_.Advance(absl::Hours(24));
  EXPECT_EQ(StatusOn(today()).grade, "C");
  // The status of an earlier day stays as it was on that day.
  EXPECT_EQ(StatusOn(listed).grade, "D");
}

TEST_F(StatusTest, DecisionsNeedAnotherPersonAReasonAndAWayToGo) {
  const std::string entry = Propose();
  EXPECT_THAT(Decide("operator", {entry, rules::ListVerb::kList, "决定"}),
              StatusReasonIs("SAME_PERSON"));
  EXPECT_THAT(Decide("approver", {entry, rules::ListVerb::kList, ""}),
              StatusReasonIs("TEXT_LENGTH"));
  EXPECT_THAT(Decide("approver", {entry, rules::ListVerb::kRemove, "期满"}),
              StatusReasonIs("LIST_TRANSITION_REFUSED"));
  EXPECT_THAT(Decide("approver", {"E0", rules::ListVerb::kList, "决定"}),
              StatusReasonIs("LIST_ENTRY_NOT_FOUND"));
  EXPECT_THAT(ParseListDecision("listed"), StatusReasonIs("UNKNOWN_DECISION"));
}

TEST_F(StatusTest, ADismissedProposalIsNotMadeAgainForTheSameChecks) {
  const std::string entry = Propose();
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kDismiss, "不予列入"}));
  CheckRow mild = Check(usci_, "毛巾", "2026-05-25");
  mild["verdict"] = "不合格";
  EXPECT_EQ(Import({mild}).proposals, 0);
  CheckRow third = Check(usci_, "毛巾", "2026-05-26");
  third["verdict"] = "不合格";
  third["severity"] = "严重";
  EXPECT_EQ(Import({third}).proposals, 1);
}

TEST_F(StatusTest, ListEntriesArePagedAndFiltered) {
  Propose();
  const auto all = Read([&](const store::View& view) {
    return ListListEntries(view, {1, "", "", std::nullopt});
  });
  ASSERT_OK(all);
  EXPECT_EQ(all->rows.size(), 1u);
  EXPECT_EQ(all->next_page_token, "");
  const auto other = Read([&](const store::View& view) {
    return ListListEntries(view, {0, "", "OTHER", std::nullopt});
  });
  ASSERT_OK(other);
  EXPECT_TRUE(other->rows.empty());
  const auto own = Read([&](const store::View& view) {
    return ListListEntries(view, {0, "", "QUALITY_BLACKLIST", usci_});
  });
  ASSERT_OK(own);
  EXPECT_EQ(own->rows.size(), 1u);
}

TEST_F(StatusTest, ListEntriesAreFoundByStateRegionAndDay) {
  const std::string entry = Propose();
  const CivilDate proposed = today();
  clock_.Advance(absl::Hours(48));
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kList, "决定"}));
  const auto count = [&](const ListEntriesQuery& query) {
    const auto page = Read(
        [&](const store::View& view) { return ListListEntries(view, query); });
    EXPECT_OK(page);
    return page.ok() ? page->rows.size() : 99;
  };
  ListEntriesQuery query;
  query.state = rules::ListState::kListed;
  EXPECT_EQ(count(query), 1u);
  query.state = rules::ListState::kProposed;
  EXPECT_EQ(count(query), 0u);
  query.as_of = proposed;
  EXPECT_EQ(count(query), 1u);
  query.state = rules::ListState::kListed;
  EXPECT_EQ(count(query), 0u);
  query.as_of = today();
  EXPECT_EQ(count(query), 1u);
  query.as_of = proposed.AddDays(-1);
  query.state = std::nullopt;
  EXPECT_EQ(count(query), 0u);
  query.as_of = std::nullopt;
  query.region = Region::Parse("6401").value();
  EXPECT_EQ(count(query), 1u);
  query.region = Region::Parse("65").value();
  EXPECT_EQ(count(query), 0u);
}

TEST_F(StatusTest, TheCreditFileTellsEverythingInTheOrderOfTheJournal) {
  const std::string entry = Propose();
  ASSERT_OK(Decide("approver", {entry, rules::ListVerb::kList, "决定"}));
  const auto file = Read([&](const store::View& view) {
    return GetCreditFile(view, book_, today(), {usci_, std::nullopt});
  });
  ASSERT_OK(file);
  EXPECT_TRUE(file->listed);
  std::string story;
  std::int64_t last = -1;
  for (const CreditFileEvent& event : file->events) {
    EXPECT_GE(event.journal_index, last);
    last = event.journal_index;
    story += std::string(CodeOf(event.kind)) + " ";
    EXPECT_FALSE(event.text.zh.empty());
    EXPECT_FALSE(event.text.en.empty());
  }
  EXPECT_EQ(story, "REGISTRATION PRODUCT CHECK CHECK LIST LIST ");
  EXPECT_EQ(file->events[1].date, today().ToString());
}

TEST_F(StatusTest, TheCreditFileOfAPastDayHoldsTheChecksSampledUntilThen) {
  Propose();
  const auto file = Read([&](const store::View& view) {
    return GetCreditFile(view, book_, today(), {usci_, CivilDate(2025, 6, 1)});
  });
  ASSERT_OK(file);
  EXPECT_EQ(file->checks.size(), 1u);
  EXPECT_TRUE(file->lists.empty());
  EXPECT_EQ(file->grade.hundredths, 3500);
}

}  // namespace
}  // namespace spotcheck::app
