#include "client/import/bulletin.h"

#include <map>
#include <string>
#include <vector>

#include "client/import/confirm.h"
#include "client/import/table.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"
#include "tests/source_dir.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string Bulletin(const std::string& name) {
  return std::string(SourceDir()) + "/tests/testdata/xlsx/" + name;
}

// A register that answers each search for a part of a name with all of these.
FindByName Register(std::vector<Namesake> entries, int* searches = nullptr) {
  return [entries, searches](
             const std::string&) -> absl::StatusOr<std::vector<Namesake>> {
    if (searches != nullptr) ++*searches;
    return entries;
  };
}

const std::vector<Namesake> kEnterprises = {
    {"91640100MA7TEXT01P", "宁夏甲食品有限公司", "银川市"},
    {"91640181MA7TEXT025", "宁夏甲食品有限公司灵武分公司", "灵武市"}};
const std::vector<Namesake> kLabs = {{"91110000MA7TEXT03T", "某某检验院", ""}};

struct Proposed {
  ProposalCounts counts;
  std::vector<std::map<std::string, std::string>> rows;  // by title
};

// Makes the proposal and reads it as a person's spreadsheet would.
Proposed Propose(Proposal proposal, const std::string& bulletin) {
  Proposed proposed;
  const auto bytes = proposal.Make(bulletin, Language::kZh);
  EXPECT_OK(bytes);
  if (!bytes.ok()) return proposed;
  proposed.counts = proposal.counts();
  const Scratch scratch;
  const std::string path = scratch.Write("p.xlsx", *bytes);
  const auto forms = FormsOf(path, Encoding::kWorkbook);
  EXPECT_OK(forms);
  auto file = TableFile::Open(path, forms->front());
  EXPECT_OK(file);
  std::vector<std::string> titles;
  while (file.ok()) {
    const auto record = file->Next();
    EXPECT_OK(record);
    if (!record.ok() || *record == nullptr) break;
    if (titles.empty()) {
      titles = (*record)->fields;
      continue;
    }
    auto& row = proposed.rows.emplace_back();
    for (std::size_t i = 0; i < (*record)->fields.size(); ++i) {
      row[titles[i]] = (*record)->fields[i];
    }
  }
  return proposed;
}

TEST(BulletinTest, ANameIsProposedAndNeverConfirmedByItself) {
  int searches = 0;
  Proposed proposed = Propose(
      Proposal(Register(kEnterprises, &searches), Register(kLabs),
               {"市场监管总局", "国家级", "2023-05-01", "2023年第12号"}),
      Bulletin("samr_bulletin.xlsx"));
  EXPECT_EQ(proposed.counts.rows, 2);
  EXPECT_EQ(proposed.counts.one, 1);
  EXPECT_EQ(proposed.counts.none, 1);
  EXPECT_EQ(searches, 2);
  ASSERT_THAT(proposed.rows, SizeIs(2));
  auto& first = proposed.rows[0];
  EXPECT_EQ(first[std::string(kConfirmColumn)], "");
  EXPECT_EQ(first["统一社会信用代码"], "91640100MA7TEXT01P");
  EXPECT_THAT(first["名录中的同名企业"], HasSubstr("银川市"));
  EXPECT_EQ(first["通报中的企业"], "宁夏甲食品有限公司");
  EXPECT_EQ(first["产品名称"], "食品用纸杯");
  EXPECT_EQ(first["规格型号"], "250mL");
  EXPECT_EQ(first["抽查部门"], "市场监管总局");
  EXPECT_EQ(first["抽样日期"], "2023-05-01");
  EXPECT_EQ(first["检验结论"], "不合格");
  EXPECT_EQ(first["报告编号"], "2023年第12号-1");
  EXPECT_EQ(first["检验机构"], "91110000MA7TEXT03T");
  EXPECT_EQ(first["主要不合格项目"], "容量偏差");
  auto& second = proposed.rows[1];
  EXPECT_EQ(second["统一社会信用代码"], "");
  EXPECT_EQ(second["生产日期/批号"], "2023-03-02");
  EXPECT_EQ(second["备注"], "复检不合格");
}

TEST(BulletinTest, SeveralOfOneNameAreShownAndNoneIsChosen) {
  Proposed proposed =
      Propose(Proposal(Register({{"A", "宁夏甲食品有限公司", "银川"},
                                 {"B", "宁夏甲食品　有限公司", "吴忠"}}),
                       Register({}), {}),
              Bulletin("aqsiq_bulletin.xlsx"));
  ASSERT_THAT(proposed.rows, SizeIs(1));
  EXPECT_EQ(proposed.counts.several, 1);
  EXPECT_EQ(proposed.rows[0]["统一社会信用代码"], "");
  EXPECT_THAT(proposed.rows[0]["名录中的同名企业"], HasSubstr("A "));
  EXPECT_THAT(proposed.rows[0]["名录中的同名企业"], HasSubstr("B "));
  EXPECT_EQ(proposed.rows[0]["商标"], "甲牌");
  EXPECT_EQ(proposed.rows[0]["检验机构"], "");
  EXPECT_EQ(proposed.rows[0]["报告编号"], "");
}

TEST(BulletinTest, NamesDifferOnlyByWhatAPersonReads) {
  EXPECT_TRUE(IsSameName("甲（中国）有限公司", "甲(中国)有限公司 "));
  EXPECT_TRUE(IsSameName("ＡＢＣ公司", "abc公司"));
  EXPECT_FALSE(IsSameName("甲有限公司", "甲有限责任公司"));
}

TEST(BulletinTest, OnlyConfirmedRowsOfAProposalAreRead) {
  const Scratch scratch;
  const std::string header =
      std::string(kConfirmColumn) +
      ",统一社会信用代码,产品名称,抽查部门,抽查级别,抽样日期,检验结论,报告编号,"
      "检验机构\n";
  const std::string path = scratch.Write(
      "p.csv", header +
                   "是,1,a,b,c,d,e,f,g\n,2,a,b,c,d,e,f,g\n否,3,a,b,c,d,e,f,g\n"
                   "Yes,4,a,b,c,d,e,f,g\n");
  auto reader = ImportReader::Open(path, CheckTable(), Encoding::kUtf8);
  ASSERT_OK(reader);
  std::string read;
  while (true) {
    const auto row = reader->Next();
    ASSERT_OK(row);
    if (*row == nullptr) break;
    read += reader->Cell(**row, CheckTable().IndexOf("usci"));
  }
  EXPECT_EQ(read, "14");
  EXPECT_EQ(reader->unconfirmed(), 2);
}

}  // namespace
}  // namespace spotcheck::client
