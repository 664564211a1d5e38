#include "server/convert/credit.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "server/convert/check_change.h"
#include "server/convert/errors.h"
#include "server/convert/filters.h"
#include "tests/server/convert/full_credit.h"
#include "tests/server/every_field.h"
#include "tests/server/full_reason.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

store::StoredListEntry FullEntry() {
  store::StoredListEntry entry;
  entry.record = {"E1", SomeUsci(), "LIST",         "RULE",
                  "中", "en",       {CheckId("R1")}};
  entry.state = store::ListState::kListed;
  entry.proposed_on = SomeDay();
  entry.proposed_by = "someone";
  entry.decided_on = SomeDay();
  entry.decision_reason = "because";
  entry.leaf_index = 7;
  return entry;
}

app::GradeAnswer FullGrade() {
  return {"AA",
          "SCHEME",
          Stratum("A"),
          9300,
          {{"POINTS_PASS", 600, "R1", {"中", "en"}, 7}}};
}

app::CreditFile FullFile() {
  app::CreditFile file;
  file.enterprise.record.usci = SomeUsci();
  file.enterprise.record.name = "name";
  file.as_of = SomeDay();
  file.grade = FullGrade();
  app::CreditLine line;
  line.product.record = {SomeUsci(), LineId("L1"), "name",  "category",
                         "standard", "trademark",  "model", "gtin"};
  line.product.leaf_index = 7;
  line.protected_by = {FullReason()};
  file.lines = {line};
  file.checks = {FullCheck()};
  file.superseded = {{{FullCheck().record, 7, 8, "X1"}, FullChange()}};
  file.lists = {FullEntry()};
  file.events = {{app::CreditBlock::kCheck, "2017-05-17", {"中", "en"}, 7}};
  file.listed = true;
  return file;
}

TEST(ConvertCredit, AStatusThatIsUnknownSaysNothingButItsError) {
  app::CreditStatus unknown;
  unknown.usci = SomeUsci();
  unknown.error = InvalidId({"usci", "x"}, "g");
  EXPECT_THAT(UnsetFields(ToProto(app::StatusAnswer{{unknown}, SomeDay()})),
              ElementsAre("BatchGetStatusResponse.statuses.listed",
                          "BatchGetStatusResponse.statuses.lists",
                          "BatchGetStatusResponse.statuses.grade",
                          "BatchGetStatusResponse.statuses.lines"));
}

TEST(ConvertCredit, LeavesNoFieldOfAnyResponseUnset) {
  const app::ResultAnswer result{
      FullCheck(),
      {{app::ConsequenceKind::kProtected, "RULE", "2017-11-17", {"中", "en"}}},
      FullGrade(),
      7};
  EXPECT_THAT(UnsetFields(ToProto(result)), IsEmpty());
  const app::ImportResultsAnswer import{{9,
                                         1,
                                         2,
                                         3,
                                         {{4, {"REASON", {"中", "en"}, {}}}},
                                         7,
                                         {{"usci", 1}},
                                         {},
                                         {}},
                                        5,
                                        6,
                                        8,
                                        4};
  EXPECT_THAT(UnsetFields(ToProto(import)), IsEmpty());
  app::CheckChangeAnswer changed;
  changed.change = FullChange();
  changed.effects = {
      {app::EffectKind::kGrade, "SCHEME", "A", "C", {"中", "en"}}};
  changed.journal_index = 8;
  EXPECT_THAT(UnsetFields(ToProto(changed)), IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(
                  app::Page<store::StoredCheckChange>{{FullChange()}, "next"})),
              IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(FullFile())), IsEmpty());
  const app::StatusAnswer status{{{SomeUsci(),
                                   true,
                                   {FullEntry()},
                                   "AA",
                                   {{LineId("L1"), "name", {FullReason()}}}}},
                                 SomeDay()};
  EXPECT_THAT(UnsetFields(ToProto(status)),
              ElementsAre("BatchGetStatusResponse.statuses.error",
                          "BatchGetStatusResponse.statuses.error_message"));
  EXPECT_THAT(UnsetFields(ToProto(
                  app::Page<store::StoredListEntry>{{FullEntry()}, "next"})),
              IsEmpty());
}

TEST(ConvertCredit, CarriesEveryColumnOfACheckRow) {
  v1::ImportResultsRequest request;
  v1::CheckRow& row = *request.add_rows();
  row.set_row(3);
  row.set_usci("1");
  row.set_product_name("2");
  row.set_standard("3");
  row.set_trademark("4");
  row.set_model("5");
  row.set_authority("6");
  row.set_level("7");
  row.set_sampled("8");
  row.set_verdict("9");
  row.set_report_no("10");
  row.set_lab("11");
  row.set_severity("12");
  ASSERT_THAT(UnsetFields(row), IsEmpty());
  const app::CheckRow got = Parse(request).value().at(0);
  EXPECT_EQ(got.place.row, 3);
  EXPECT_THAT((std::vector{got["usci"], got["product_name"], got["standard"],
                           got["trademark"], got["model"], got["authority"],
                           got["level"], got["sampled"], got["verdict"],
                           got["report_no"], got["lab"], got["severity"]}),
              ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10",
                          "11", "12"));
}

v1::RecordResultRequest GoodResult() {
  v1::RecordResultRequest request;
  request.set_task("tasks/T1");
  request.set_usci(kUsci);
  request.set_line_id("L1");
  request.set_sampled("2017-05-17");
  request.set_verdict(v1::VERDICT_PASS);
  request.set_report_no("R-1");
  return request;
}

TEST(ConvertCredit, ReadsAResult) {
  v1::RecordResultRequest request = GoodResult();
  request.set_verdict(v1::VERDICT_FAIL);
  request.set_severity(v1::SEVERITY_SERIOUS);
  v1::TestItem& item = *request.add_items();
  item.set_item("铅");
  item.set_requirement("≤ 0.1");
  item.set_measured("0.3");
  item.set_verdict(v1::VERDICT_FAIL);
  ASSERT_OK_AND_ASSIGN(const app::ResultInput input, Parse(request));
  EXPECT_EQ(input.task, TaskId("T1"));
  EXPECT_EQ(input.usci, SomeUsci());
  EXPECT_EQ(input.line, LineId("L1"));
  EXPECT_EQ(input.sampled, SomeDay());
  EXPECT_EQ(input.verdict, store::Verdict::kFail);
  EXPECT_EQ(input.severity, store::Severity::kSerious);
  EXPECT_EQ(input.report_no, "R-1");
  EXPECT_THAT(input.items, ElementsAre(store::TestItem{"铅", "≤ 0.1", "0.3",
                                                       store::Verdict::kFail}));
}

TEST(ConvertCredit, NamesTheFieldOfAResultThatCannotStand) {
  struct Case {
    void (*spoil)(v1::RecordResultRequest&);
    const char* reason;
    const char* field;
  };
  const Case cases[] = {
      {[](auto& r) { r.set_task("T1"); }, "INVALID_RESOURCE_NAME", "task"},
      {[](auto& r) { r.set_usci("1"); }, "INVALID_USCI", "usci"},
      {[](auto& r) { r.clear_usci(); }, "FIELD_MISSING", "usci"},
      {[](auto& r) { r.set_line_id("a b"); }, "INVALID_ID", "line_id"},
      {[](auto& r) { r.set_sampled("17.5.2017"); }, "INVALID_DATE", "sampled"},
      {[](auto& r) { r.clear_verdict(); }, "UNKNOWN_VALUE", "verdict"},
      {[](auto& r) { r.set_verdict(v1::Verdict(99)); }, "UNKNOWN_VALUE",
       "verdict"},
      {[](auto& r) { r.set_severity(v1::Severity(99)); }, "UNKNOWN_VALUE",
       "severity"},
      {[](auto& r) { r.add_items(); }, "UNKNOWN_VALUE", "items[0].verdict"},
      {[](auto& r) { r.add_items()->set_verdict(v1::Verdict(99)); },
       "UNKNOWN_VALUE", "items[0].verdict"},
  };
  for (const Case& test : cases) {
    v1::RecordResultRequest request = GoodResult();
    test.spoil(request);
    const absl::Status status = Parse(request).status();
    EXPECT_THAT(status, StatusReasonIs(test.reason));
    EXPECT_EQ(GetErrorInfo(status).metadata["field"], test.field);
  }
}

TEST(ConvertCredit, LeavesTextsAndNumbersOfAResultToTheApplication) {
  v1::RecordResultRequest request = GoodResult();
  request.set_report_no("");
  for (int i = 0; i < 501; ++i) {
    v1::TestItem& item = *request.add_items();
    item.set_requirement(std::string(500, 'x'));
    item.set_verdict(v1::VERDICT_PENDING);
  }
  ASSERT_OK_AND_ASSIGN(const app::ResultInput input, Parse(request));
  ASSERT_EQ(input.items.size(), 501u);
  EXPECT_EQ(input.items[500].requirement, std::string(500, 'x'));
  EXPECT_EQ(input.items[500].verdict, store::Verdict::kPending);
}

TEST(ConvertCredit, CarriesEveryFieldOfAResultRow) {
  v1::RecordResultsRequest request;
  request.set_task("tasks/T1");
  v1::ResultRow& row = *request.add_rows();
  row.set_row(3);
  row.set_usci("1");
  row.set_line_id("2");
  row.set_product_name("3");
  row.set_standard("4");
  row.set_trademark("5");
  row.set_model("6");
  row.set_sampled("7");
  row.set_verdict("8");
  row.set_severity("9");
  row.set_report_no("10");
  row.set_explanation("11");
  v1::TestItem& item = *row.add_items();
  item.set_item("铅");
  item.set_requirement("≤ 0.1");
  item.set_measured("0.3");
  item.set_verdict(v1::VERDICT_FAIL);
  ASSERT_THAT(UnsetFields(row), IsEmpty());
  ASSERT_OK_AND_ASSIGN(const app::ResultsOfTask results, Parse(request));
  EXPECT_EQ(results.task, TaskId("T1"));
  const app::ResultRow& got = results.rows.at(0);
  EXPECT_EQ(got.row, 3);
  EXPECT_THAT(
      (std::vector{got.usci, got.line_id, got.product_name, got.standard,
                   got.trademark, got.model, got.sampled, got.verdict,
                   got.severity, got.report_no, got.explanation}),
      ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
  EXPECT_EQ(got.items.size(), 1u);
}

TEST(ConvertCredit, ReadsTheOtherRequests) {
  v1::GetCreditFileRequest file;
  file.set_name(std::string("enterprises/") + kUsci);
  file.set_as_of("2017-05-17");
  ASSERT_OK_AND_ASSIGN(const auto file_query, Parse(file));
  EXPECT_EQ(file_query.as_of, SomeDay());

  v1::BatchGetStatusRequest status;
  EXPECT_THAT(Parse(status), StatusReasonIs("FIELD_MISSING"));

  v1::ListListEntriesRequest list;
  list.set_usci(kUsci);
  list.set_list("L");
  list.set_page_size(5);
  ASSERT_OK_AND_ASSIGN(const auto list_query, Parse(list));
  EXPECT_EQ(list_query.usci, SomeUsci());
  list.set_state("LISTED");
  list.set_region("640100");
  list.set_as_of("2017-05-17");
  ASSERT_OK_AND_ASSIGN(const auto filtered, Parse(list));
  EXPECT_EQ(filtered.state, rules::ListState::kListed);
  EXPECT_EQ(filtered.region.str(), "6401");
  EXPECT_EQ(filtered.as_of, SomeDay());
  list.set_state("listed");
  EXPECT_THAT(Parse(list), StatusReasonIs("UNKNOWN_VALUE"));

  v1::DecideListEntryRequest decide;
  decide.set_name("listEntries/E1");
  decide.set_decision("LISTED");
  decide.set_reason("after the hearing");
  ASSERT_OK_AND_ASSIGN(const auto decision, Parse(decide));
  EXPECT_EQ(decision.verb, rules::ListVerb::kList);
  decide.set_decision("BURNED");
  EXPECT_FALSE(Parse(decide).ok());
}

TEST(ConvertCredit, ReadsTheFiltersOfResults) {
  v1::ListResultsRequest request;
  EXPECT_OK(Parse(request));
  request.set_task("tasks/T1");
  request.set_usci(kUsci);
  request.set_region("6401");
  request.set_level(v1::LEVEL_NATIONAL);
  request.set_verdict(v1::VERDICT_FAIL);
  request.set_sampled_from("2017-05-17");
  ASSERT_OK_AND_ASSIGN(const auto query, Parse(request));
  EXPECT_EQ(query.filter.task, TaskId("T1"));
  EXPECT_EQ(query.filter.level, rules::Level::kNational);
  EXPECT_EQ(query.filter.verdict, rules::Verdict::kFail);
  EXPECT_EQ(query.filter.from, SomeDay());
  EXPECT_EQ(query.filter.to, std::nullopt);
  v1::ListResultsRequest bad = request;
  bad.set_task("T1");
  EXPECT_THAT(Parse(bad), StatusReasonIs("INVALID_RESOURCE_NAME"));
  bad = request;
  bad.set_level(static_cast<v1::Level>(99));
  EXPECT_THAT(Parse(bad), StatusReasonIs("UNKNOWN_VALUE"));
  bad = request;
  bad.set_verdict(static_cast<v1::Verdict>(99));
  EXPECT_THAT(Parse(bad), StatusReasonIs("UNKNOWN_VALUE"));
  bad = request;
  bad.set_region("64x");
  EXPECT_FALSE(Parse(bad).ok());
  bad = request;
  bad.set_sampled_to("2017-02-30");
  EXPECT_THAT(Parse(bad), StatusReasonIs("INVALID_DATE"));
}

}  // namespace
}  // namespace spotcheck::server
