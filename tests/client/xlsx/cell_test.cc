#include "client/xlsx/cell.h"

#include <optional>

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(CellTest, NumbersAreShownAsASpreadsheetShowsThem) {
  const struct {
    const char* stored;
    int least_digits;
    const char* shown;
  } kCases[] = {
      {"640181", 0, "640181"},
      {"0.1", 0, "0.1"},
      {"0.10000000000000001", 0, "0.1"},
      {"1.1000000000000001", 0, "1.1"},
      {"-5", 0, "-5"},
      {"1E3", 0, "1000"},
      {"6901234567892", 0, "6901234567892"},
      {"6.901234567892E12", 0, "6901234567892"},
      {"999999999999999", 0, "999999999999999"},
      // Digits behind the fifteenth are lost in a spreadsheet; the text must
      // not look like a whole number.
      {"91640100694341585", 0, "9.16401006943416E+16"},
      {"9.1640100694341594E+17", 0, "9.16401006943416E+17"},
      {"10020", 6, "010020"},
      {"750001", 6, "750001"},
      {"1.5", 6, "1.5"},
      {"text", 0, "text"},
      {"", 0, ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(NumberText(c.stored, {false, c.least_digits}), c.shown)
        << c.stored;
  }
}

TEST(CellTest, SerialNumbersAreDaysOfTheirSystem) {
  const struct {
    const char* stored;
    DateSystem system;
    const char* day;
  } kCases[] = {
      {"1", DateSystem::k1900, "1900-01-01"},
      {"59", DateSystem::k1900, "1900-02-28"},
      {"60", DateSystem::k1900, "1900-02-29"},
      {"61", DateSystem::k1900, "1900-03-01"},
      {"25569", DateSystem::k1900, "1970-01-01"},
      {"46330", DateSystem::k1900, "2026-11-04"},
      {"46330.0", DateSystem::k1900, "2026-11-04"},
      {"44868", DateSystem::k1904, "2026-11-04"},
      {"1", DateSystem::k1904, "1904-01-02"},
      {"46330.4375", DateSystem::k1900, "2026-11-04 10:30:00"},
      {"46329.999999999", DateSystem::k1900, "2026-11-04"},
      {"2958465", DateSystem::k1900, "9999-12-31"},
      {"2958466", DateSystem::k1900, "2958466"},
      {"-1", DateSystem::k1900, "-1"},
      {"0.5", DateSystem::k1900, "0.5"},
      {"x", DateSystem::k1900, "x"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(DateText(c.stored, c.system), c.day) << c.stored;
  }
}

TEST(CellTest, FormatsThatMeanADayAreKnown) {
  for (const char* code :
       {"yyyy-mm-dd", "yyyy/m/d", "m/d", "d-mmm-yy", "YYYY\\-MM\\-DD",
        "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]yyyy\"年\"m\"月\";@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy/m/d h:mm"}) {
    EXPECT_TRUE(FormOfCode(code).is_date) << code;
  }
  for (const char* code :
       {"General", "@", "0", "0.00", "#,##0", "0.00E+00", "\"day\" 0", "[Red]0",
        "h:mm:ss", "0_d", "\\d0", "0*y"}) {
    EXPECT_FALSE(FormOfCode(code).is_date) << code;
  }
  for (const int format : {14, 15, 16, 17, 22, 27, 31, 36, 50, 57, 58}) {
    EXPECT_TRUE(FormOfBuiltIn(format).is_date) << format;
  }
  for (const int format : {0, 1, 2, 9, 18, 20, 32, 37, 45, 49, 55, 59, 164}) {
    EXPECT_FALSE(FormOfBuiltIn(format).is_date) << format;
  }
  EXPECT_EQ(FormOfCode("000000").least_digits, 6);
  EXPECT_EQ(FormOfCode("000000;-0").least_digits, 6);
  EXPECT_EQ(FormOfCode("0.00").least_digits, 0);
}

TEST(CellTest, ReferencesNameColumnAndRow) {
  EXPECT_EQ(ColumnOf("A1"), 0u);
  EXPECT_EQ(ColumnOf("Z9"), 25u);
  EXPECT_EQ(ColumnOf("AA10"), 26u);
  EXPECT_EQ(ColumnOf("XFD1048576"), 16383u);
  EXPECT_EQ(ColumnOf("ABCD1"), std::nullopt);
  EXPECT_EQ(ColumnOf(""), std::nullopt);
  EXPECT_EQ(ColumnOf("12"), std::nullopt);
  EXPECT_EQ(RowOf("XFD1048576"), 1048576);
  EXPECT_EQ(RowOf("A"), std::nullopt);
}

TEST(CellTest, EscapedCharactersAreReadBack) {
  EXPECT_EQ(Unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(Unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(Unescaped("_x4E00_"), "_x4E00_");
  EXPECT_EQ(Unescaped("_x00"), "_x00");
  EXPECT_EQ(Unescaped("file_x.csv"), "file_x.csv");
}

}  // namespace
}  // namespace spotcheck::client
