#include <string>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using testing::SampleCheck;
using testing::SampleEnterprise;
using testing::SampleProduct;
using testing::TestDatabase;

class ApplyRegisterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    EnterprisesImported enterprises;
    for (int n = 0; n < 4; ++n) enterprises.rows.push_back(SampleEnterprise(n));
    ASSERT_OK(db_.Append({{enterprises, {}}}));
  }
  TestDatabase db_;
};

TEST_F(ApplyRegisterTest, TheLastImportOfAKeyWins) {
  EnterpriseRecord changed = SampleEnterprise(1);
  changed.name = "Ａ 新 名";
  ASSERT_OK(db_.Append({{EnterprisesImported{{changed}}, {}}}));
  const std::string where =
      " FROM enterprise WHERE usci = '" + changed.usci.str() + "'";
  EXPECT_EQ(db_.Cell("SELECT name" + where), "Ａ 新 名");
  EXPECT_EQ(db_.Cell("SELECT normal_name" + where), "a新名");
  EXPECT_EQ(db_.Cell("SELECT leaf_index" + where), "1");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM enterprise"), "4");
}

TEST_F(ApplyRegisterTest, AProductKeepsItsRawAndItsNormalForm) {
  ProductRecord product = SampleProduct(1);
  product.model = "５００ｇ×２ / 袋";
  product.trademark = "无";
  ASSERT_OK(db_.Append({{ProductsImported{{product}}, {}}}));
  EXPECT_EQ(db_.Cell("SELECT model FROM product_line"), product.model);
  EXPECT_EQ(db_.Cell("SELECT normal_model FROM product_line"), "500gx2/袋");
  EXPECT_EQ(db_.Cell("SELECT normal_trademark FROM product_line"), "");
}

TEST_F(ApplyRegisterTest, AProductOfAnUnknownEnterpriseIsRefused) {
  EXPECT_THAT(db_.Append({{ProductsImported{{SampleProduct(300)}}, {}}}),
              StatusReasonIs("DATABASE_CONSTRAINT"));
  EXPECT_EQ(db_.JournalSize(), 1);
}

TEST_F(ApplyRegisterTest, ListsStandAsJsonArrays) {
  ASSERT_OK(db_.Append({{LabsImported{{testing::SampleLab(1)}}, {}}}));
  EXPECT_EQ(
      db_.Cell("SELECT categories FROM lab"),
      "[\"" + absl::StrJoin(testing::SampleLab(1).categories, "\",\"") + "\"]");
}

TEST_F(ApplyRegisterTest, AnInspectorIsReadableOnlyWithTheKey) {
  const InspectorRecord inspector = testing::SampleInspector(1);
  ASSERT_OK(db_.Append({testing::InspectorsMade({inspector})}));
  const Sealer sealer(testing::SampleKeys().seal_master);
  const std::string tag = BadgeTag(sealer, inspector.inspector);
  EXPECT_EQ(db_.Cell("SELECT badge_tag FROM inspector"), tag);
  const std::string sealed = db_.Cell("SELECT sealed FROM inspector");
  const SealedCell cell{InspectorContext(tag), sealed, "inspector.sealed"};
  EXPECT_THAT(OpenCell<InspectorRecord>(sealer, cell),
              spotcheck::testing::IsOkAndHolds(inspector));
  EXPECT_FALSE(
      OpenCell<InspectorRecord>(Sealer(std::string(32, 'x')), cell).ok());
  EXPECT_EQ(sealed.find(inspector.person_name), std::string::npos);
}

TEST_F(ApplyRegisterTest, AReportNumberBelongsToOneEnterprise) {
  ASSERT_OK(
      db_.Append({{ChecksImported{{SampleProduct(1)}, {SampleCheck(1)}}, {}}}));
  CheckRecord other = SampleCheck(1);
  other.usci = SampleEnterprise(3).usci;
  EXPECT_THAT(db_.Append({{ChecksImported{{}, {other}}, {}}}),
              StatusReasonIs("REPORT_NUMBER_TAKEN"));
}

TEST_F(ApplyRegisterTest, APendingCheckGetsItsConclusion) {
  CheckRecord check = SampleCheck(1);
  check.verdict = Verdict::kPending;
  ASSERT_OK(db_.Append({{ChecksImported{{SampleProduct(1)}, {check}}, {}}}));
  check.verdict = Verdict::kFail;
  check.severity = Severity::kSerious;
  ASSERT_OK(db_.Append({{ChecksImported{{}, {check}}, {}}}));
  EXPECT_EQ(db_.Cell("SELECT verdict || severity FROM check_record"),
            "FAILSERIOUS");
  EXPECT_EQ(db_.Cell("SELECT COUNT(*) FROM check_record"), "1");
}

TEST_F(ApplyRegisterTest, AListEntryKeepsItsHistory) {
  ListEntryRecord entry{
      "L1",     SampleEnterprise(1).usci,      "SERIOUS", "RULE", "理由",
      "reason", {CheckId("R1"), CheckId("R2")}};
  ASSERT_OK(db_.Append({{ListProposed{entry}, {}}}));
  db_.clock().Advance(absl::Hours(48));
  ASSERT_OK(db_.Append({{ListChanged{"L1", ListState::kListed, "决定"}, {}}}));
  EXPECT_EQ(db_.Cell("SELECT state || ' ' || proposed_on || ' ' || decided_on "
                     "FROM list_entry"),
            "LISTED 2026-06-01 2026-06-03");
  EXPECT_EQ(db_.Cell("SELECT group_concat(state || day) FROM list_change"),
            "PROPOSED2026-06-01,LISTED2026-06-03");
  EXPECT_EQ(db_.Cell("SELECT checks FROM list_entry"), R"(["R1","R2"])");
  EXPECT_THAT(db_.Append({{ListChanged{"L2", ListState::kListed, "决定"}, {}}}),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
}

TEST_F(ApplyRegisterTest, AListEntryGoesNoWayThatTheLawDoesNotKnow) {
  ListEntryRecord entry{
      "L1",     SampleEnterprise(1).usci, "SERIOUS", "RULE", "理由",
      "reason", {CheckId("R1")}};
  ASSERT_OK(db_.Append({{ListProposed{entry}, {}}}));
  for (const ListState state :
       {ListState::kProposed, ListState::kRemoved, ListState::kRevoked}) {
    EXPECT_THAT(db_.Append({{ListChanged{"L1", state, "决定"}, {}}}),
                StatusReasonIs("EVENT_OUT_OF_PLACE"));
  }
  ASSERT_OK(
      db_.Append({{ListChanged{"L1", ListState::kDismissed, "证据不足"}, {}}}));
  EXPECT_THAT(db_.Append({{ListChanged{"L1", ListState::kListed, "决定"}, {}}}),
              StatusReasonIs("EVENT_OUT_OF_PLACE"));
}

TEST_F(ApplyRegisterTest, RulesAreKeptAsLoaded) {
  ASSERT_OK(db_.Append({{RulesLoaded{"a.txtpb", "one"}, {}}}));
  ASSERT_OK(db_.Append({{RulesLoaded{"a.txtpb", "two"}, {}}}));
  EXPECT_EQ(db_.Cell("SELECT content FROM rule_file"), "two");
  EXPECT_EQ(db_.Cell("SELECT digest FROM rule_file"), Sha256("two").ToHex());
}

}  // namespace
}  // namespace spotcheck::store
