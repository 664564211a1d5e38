#include "lib/store/tables/report_number.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {
namespace {

// The schema in which a long dash was a character of its own.
constexpr std::size_t kBefore = 7;
constexpr char kLab[] = "12140000EXN0CYN7XN";

class OlderTablesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(db_, sql::WriteConnection::Open(":memory:"));
    ASSERT_OK(Migrate(*db_, Migrations().first(kBefore)));
    ASSERT_OK(db_->Execute("PRAGMA foreign_keys = OFF"));
  }
  void AddLine(const std::string& line, const std::string& standard) {
    ASSERT_OK(db_->Execute(
        "INSERT INTO product_line (usci, line_id, product_name, category, "
        "standard, trademark, model, gtin, normal_name, normal_standard, "
        "normal_trademark, normal_model, leaf_index) VALUES ('u', $line, 'n', "
        "'c', 's', '', '', '', 'n', $standard, '', $standard, 1)",
        {{"$line", line}, {"$standard", standard}}));
  }
  void AddCheck(const std::string& check, const std::string& report) {
    ASSERT_OK(db_->Execute(
        "INSERT INTO check_record (usci, check_id, line_id, product_name, "
        "standard, trademark, model, normal_name, normal_standard, "
        "normal_trademark, normal_model, authority, level, authority_region, "
        "sampled, verdict, severity, report_no, lab_id, task_id, purpose, "
        "items, leaf_index) VALUES ('u', $check, 'L', 'n', '', '', '', 'n', "
        "'a—1', '', '——', 'x', 0, '', '2017-01-01', 'PASS', '', $report, "
        "$lab, '', 'ROUTINE', '[]', 1)",
        {{"$check", check}, {"$report", report}, {"$lab", kLab}}));
    ASSERT_OK(db_->Execute(
        "INSERT INTO report_number (check_id, usci) VALUES ($check, 'u')",
        {{"$check", check}}));
  }
  std::string Text(const std::string& sql) {
    const auto text = db_->QueryOne(
        sql, {}, [](const sql::Row& row) { return std::string(row.Text(0)); });
    EXPECT_OK(text);
    return text.ok() ? text->value_or("no row") : "failed";
  }
  std::unique_ptr<sql::WriteConnection> db_;
};

TEST_F(OlderTablesTest, NormalFormsBecomeThoseOfToday) {
  const struct {
    const char* line;
    const char* before;  // in normal form, but for the dashes
  } kLines[] = {{"L1", "gb/t1—2020"}, {"L2", "gb/t1–2020"}, {"L3", "‐‒"},
                {"L4", "a―1−2"},      {"L5", "gb/t1-2020"}, {"L6", "–/—"}};
  for (const auto& [line, before] : kLines) AddLine(line, before);
  AddCheck("R1", "JC1");
  ASSERT_OK(Migrate(*db_, Migrations()));
  for (const auto& [line, before] : kLines) {
    ASSERT_OK_AND_ASSIGN(const std::string today,
                         rules::NormaliseNumber(before));
    const std::string where =
        std::string(" FROM product_line WHERE line_id = '") + line + "'";
    EXPECT_EQ(Text("SELECT normal_standard" + where), today) << line;
    EXPECT_EQ(Text("SELECT normal_model" + where), today) << line;
  }
  EXPECT_EQ(Text("SELECT normal_standard FROM check_record"), "a-1");
  EXPECT_EQ(Text("SELECT normal_model FROM check_record"), "");
}

TEST_F(OlderTablesTest, EveryReportGetsTheIdOfItsNormalForm) {
  AddCheck("ROLD", "JC—2017");
  AddCheck("ROTHER", "JC2018");
  ASSERT_OK(Migrate(*db_, Migrations()));
  ASSERT_OK(FillPlainIds(*db_));
  const std::string of = "SELECT plain_id FROM report_number WHERE check_id = ";
  EXPECT_EQ(Text(of + "'ROLD'"),
            rules::MakeCheckId(LabId(kLab), "JC-2017")->str());
  EXPECT_EQ(Text(of + "'ROTHER'"),
            rules::MakeCheckId(LabId(kLab), "jc2018")->str());
  ASSERT_OK(FillPlainIds(*db_));  // nothing is left to do
}

}  // namespace
}  // namespace spotcheck::store
