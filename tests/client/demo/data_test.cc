#include "client/demo/data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using Row = std::vector<std::string>;

Row Split(const std::string& line, char separator) {
  Row fields;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, separator);) {
    fields.push_back(field);
  }
  if (!line.empty() && line.back() == separator) fields.emplace_back();
  return fields;
}

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// A register written to a folder of the test's own.
class Register {
 public:
  Register(const std::string& name, std::int64_t enterprises,
           std::uint64_t seed)
      : directory_(std::filesystem::path(::testing::TempDir()) /
                   ("demo_data_test_" + name)) {
    std::filesystem::remove_all(directory_);
    status_ = WriteDemoData({.enterprises = enterprises,
                             .seed = seed,
                             .directory = directory_.string()});
  }
  ~Register() { std::filesystem::remove_all(directory_); }
  const absl::Status& status() const { return status_; }
  std::string Text(const std::string& file) const {
    return ReadAll(directory_ / file);
  }
  // Without the header row; no field of the demonstration is quoted.
  std::vector<Row> Rows(const std::string& file) const {
    std::vector<Row> rows;
    for (const std::string& line : Split(Text(file), '\n')) {
      if (!line.empty()) rows.push_back(Split(line, ','));
    }
    rows.erase(rows.begin());
    return rows;
  }

 private:
  std::filesystem::path directory_;
  absl::Status status_;
};

constexpr const char* kFiles[] = {"enterprises.csv", "products.csv", "labs.csv",
                                  "inspectors.csv", "earlier_checks.csv"};

TEST(DemoData, HasThePromisedNumbersOfRows) {
  const Register demo("sizes", 2'000, 1);
  ASSERT_OK(demo.status());
  EXPECT_EQ(demo.Rows("enterprises.csv").size(), 2'000u);
  EXPECT_EQ(demo.Rows("products.csv").size(), 6'000u);
  EXPECT_EQ(demo.Rows("labs.csv").size(), 12u);
  EXPECT_EQ(demo.Rows("inspectors.csv").size(), 80u);
  EXPECT_NEAR(static_cast<double>(demo.Rows("earlier_checks.csv").size()), 500,
              100);
}

TEST(DemoData, AnOddNumberOfEnterprisesStillHasThreeProductsEach) {
  const Register demo("odd", 7, 3);
  ASSERT_OK(demo.status());
  EXPECT_EQ(demo.Rows("products.csv").size(), 21u);
}

TEST(DemoData, TheSameSeedGivesTheSameBytes) {
  const Register one("same_a", 300, 9);
  const Register two("same_b", 300, 9);
  for (const char* file : kFiles) EXPECT_EQ(one.Text(file), two.Text(file));
}

TEST(DemoData, AnotherSeedGivesAnotherRegister) {
  const Register one("other_a", 300, 9);
  const Register two("other_b", 300, 10);
  for (const char* file : kFiles) EXPECT_NE(one.Text(file), two.Text(file));
}

TEST(DemoData, EveryRowHasAsManyFieldsAsItsHeader) {
  const Register demo("fields", 500, 2);
  for (const char* file : kFiles) {
    const std::string text = demo.Text(file);
    const std::size_t fields =
        Split(text.substr(0, text.find('\n')), ',').size();
    for (const Row& row : demo.Rows(file)) ASSERT_EQ(row.size(), fields);
  }
}

TEST(DemoData, CodesAreValidAndUniqueInNingxia) {
  const Register demo("codes", 2'000, 1);
  std::set<std::string> codes;
  int wrong_inside = 0;
  for (const Row& row : demo.Rows("enterprises.csv")) {
    ASSERT_OK_AND_ASSIGN(const Usci usci, Usci::Parse(row[1]));
    EXPECT_EQ(usci.region().substr(0, 2), "64");
    EXPECT_TRUE(codes.insert(row[1]).second);
    if (!HasValidOrganisationCode(usci)) ++wrong_inside;
  }
  EXPECT_GT(wrong_inside, 0);
  EXPECT_LT(wrong_inside, 40);
  for (const Row& row : demo.Rows("labs.csv")) EXPECT_OK(Usci::Parse(row[0]));
}

TEST(DemoData, ProductsCoverTheNineCategoriesAndNoneIsThereTwice) {
  const Register demo("products", 2'000, 1);
  std::set<std::string> categories;
  std::set<Row> identities;
  for (const Row& row : demo.Rows("products.csv")) {
    categories.insert(row[2]);
    EXPECT_TRUE(identities.insert({row[0], row[1], row[5]}).second);
    if (!row[6].empty()) {
      EXPECT_TRUE(IsValidGtin(row[6])) << row[6];
    }
  }
  EXPECT_EQ(categories.size(), 9u);
}

TEST(DemoData, EarlierChecksAreOfKnownProductsAndLabsInThreeYears) {
  const Register demo("checks", 2'000, 1);
  std::set<Row> products;
  for (const Row& row : demo.Rows("products.csv")) {
    products.insert({row[0], row[1], row[3], row[4], row[5]});
  }
  std::set<std::string> labs;
  for (const Row& row : demo.Rows("labs.csv")) labs.insert(row[0]);
  ASSERT_OK_AND_ASSIGN(const CivilDate last,
                       CivilDate::Parse(kDemoLastSampled));
  std::set<Row> reports;
  for (const Row& row : demo.Rows("earlier_checks.csv")) {
    EXPECT_TRUE(products.count({row[0], row[1], row[2], row[3], row[4]}));
    EXPECT_TRUE(labs.count(row[10]));
    ASSERT_OK_AND_ASSIGN(const CivilDate sampled, CivilDate::Parse(row[7]));
    EXPECT_LE(sampled, last);
    EXPECT_GT(sampled, AddMonths(last, -37));
    EXPECT_TRUE(reports.insert({row[10], row[9]}).second);
  }
}

TEST(DemoData, EarlierChecksAreOfEveryLevelAndMostlyPass) {
  const Register demo("levels", 2'000, 1);
  std::map<std::string, int> levels;
  int passed = 0;
  const std::vector<Row> rows = demo.Rows("earlier_checks.csv");
  for (const Row& row : rows) {
    ++levels[row[6]];
    if (row[8] == "合格") ++passed;
  }
  for (const char* level : {"国家", "省级", "市级", "县级"}) {
    EXPECT_GT(levels[level], 20) << level;
  }
  EXPECT_GT(passed * 10, static_cast<int>(rows.size()) * 8);
  EXPECT_LT(passed, static_cast<int>(rows.size()));
}

TEST(DemoData, EveryCategoryHasSeveralLaboratories) {
  const Register demo("labs", 10, 5);
  std::map<std::string, int> covered;
  for (const Row& row : demo.Rows("labs.csv")) {
    for (const std::string& category : Split(row[3], ';')) ++covered[category];
  }
  ASSERT_EQ(covered.size(), 9u);
  for (const auto& [category, labs] : covered) EXPECT_GE(labs, 3) << category;
}

TEST(DemoData, RefusesSizesItCannotMake) {
  for (const std::int64_t size :
       {std::int64_t{-1}, std::int64_t{0}, kMaxDemoEnterprises + 1}) {
    const Register demo("refused", size, 1);
    EXPECT_THAT(demo.status(), StatusReasonIs("DEMO_SIZE_OUT_OF_RANGE"));
  }
}

TEST(DemoData, SaysWhichFolderCannotBeWritten) {
  const absl::Status status = WriteDemoData(
      {.enterprises = 1, .seed = 1, .directory = "/dev/null/nowhere"});
  EXPECT_THAT(status, StatusReasonIs("DEMO_WRITE_FAILED"));
}

}  // namespace
}  // namespace spotcheck::client
