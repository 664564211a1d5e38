#include "lib/app/register/grants.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using rules::Level;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatusReasonIs;

rules::Authority Body(const std::string& name, Level level,
                      const std::string& region) {
  return {name, level, Region::Parse(region).value()};
}
rules::Authority Ningxia() {
  return Body("宁夏回族自治区市场监督管理厅", Level::kProvincial, "64");
}

class GrantsTest : public House {
 protected:
  absl::StatusOr<store::StoredGrant> Add(const NewGrant& grant) {
    return Write("admin",
                 [&](store::Transaction& tx) { return AddGrant(tx, grant); });
  }
  absl::StatusOr<store::StoredGrant> Withdraw(const std::string& id,
                                              const std::string& reason) {
    return Write("admin", [&](store::Transaction& tx) {
      return WithdrawGrant(tx, {id, reason});
    });
  }
  // The certificates of the page's grants.
  std::vector<std::string> List(const GrantsQuery& query) {
    const auto page =
        Read([&](const store::View& view) { return ListGrants(view, query); });
    EXPECT_OK(page);
    std::vector<std::string> certificates;
    for (const store::StoredGrant& grant : page->rows) {
      certificates.push_back(grant.certificate);
    }
    next_ = page->next_page_token;
    return certificates;
  }

  std::string next_;
};

TEST_F(GrantsTest, AGrantIsJournalledWithWhoGaveItAndListed) {
  ASSERT_OK_AND_ASSIGN(const auto added, Add({"wang", Ningxia()}));
  EXPECT_EQ(added.granted_by, "admin");
  EXPECT_EQ(added.leaf_index, JournalSize() - 1);
  const auto page =
      Read([&](const store::View& view) { return ListGrants(view, {}); });
  ASSERT_OK(page);
  ASSERT_EQ(page->rows.size(), 1u);
  EXPECT_EQ(page->rows[0].grant_id, added.grant_id);
  EXPECT_EQ(page->rows[0].certificate, "wang");
  EXPECT_EQ(page->rows[0].authority, Ningxia());
  EXPECT_EQ(page->rows[0].granted_by, "admin");
  EXPECT_EQ(page->rows[0].granted_at, added.granted_at);
  EXPECT_EQ(page->rows[0].leaf_index, added.leaf_index);
}

TEST_F(GrantsTest, TheSameGrantInAnotherSpellingExistsAlready) {
  ASSERT_OK(Add({"wang", Body("A局", Level::kCity, "6401")}));
  EXPECT_THAT(Add({"wang", Body("Ａ 局", Level::kCity, "640100")}),
              StatusReasonIs("GRANT_EXISTS"));
  EXPECT_OK(Add({"li", Body("A局", Level::kCity, "6401")}));
  EXPECT_OK(Add({"wang", Body("A局", Level::kCity, "6402")}));
  EXPECT_OK(Add({"wang", Body("A局", Level::kProvincial, "64")}));
}

TEST_F(GrantsTest, ARegionHasTheDigitsOfItsLevel) {
  EXPECT_THAT(Add({"wang", Body("A", Level::kProvincial, "6401")}),
              StatusReasonIs("REGION_FINER_THAN_LEVEL"));
  EXPECT_THAT(Add({"wang", Body("A", Level::kNational, "64")}),
              StatusReasonIs("REGION_FINER_THAN_LEVEL"));
  EXPECT_THAT(Add({"wang", Body("A", Level::kCounty, "6401")}),
              StatusReasonIs("LEVEL_NEEDS_REGION"));
  EXPECT_THAT(Add({"wang", Body("", Level::kNational, "0")}),
              StatusReasonIs("TEXT_LENGTH"));
  EXPECT_OK(Add({"wang", Body("总局", Level::kNational, "0")}));
}

TEST_F(GrantsTest, AWithdrawnGrantIsGoneAndCanBeGivenAgain) {
  ASSERT_OK_AND_ASSIGN(const auto added, Add({"wang", Ningxia()}));
  EXPECT_THAT(Withdraw(added.grant_id, ""), StatusReasonIs("TEXT_LENGTH"));
  ASSERT_OK_AND_ASSIGN(const auto gone, Withdraw(added.grant_id, "已调离"));
  EXPECT_EQ(gone.certificate, "wang");
  EXPECT_EQ(gone.leaf_index, JournalSize() - 1);
  EXPECT_THAT(List({}), IsEmpty());
  EXPECT_THAT(Withdraw(added.grant_id, "再次"),
              StatusReasonIs("GRANT_NOT_FOUND"));
  ASSERT_OK_AND_ASSIGN(const auto again, Add({"wang", Ningxia()}));
  EXPECT_EQ(again.grant_id, added.grant_id);
}

TEST_F(GrantsTest, PagesFollowEachOtherInTheOrderOfGrants) {
  ASSERT_OK(Add({"wang", Ningxia()}));
  ASSERT_OK(Add({"li", Ningxia()}));
  ASSERT_OK(Add({"wang", Body("A", Level::kCity, "6401")}));
  EXPECT_THAT(List({"", 2, ""}), ElementsAre("wang", "li"));
  EXPECT_THAT(List({"", 2, next_}), ElementsAre("wang"));
  EXPECT_EQ(next_, "");
  EXPECT_THAT(List({"wang", 0, ""}), ElementsAre("wang", "wang"));
  EXPECT_THAT(List({"zhao", 0, ""}), IsEmpty());
}

}  // namespace
}  // namespace spotcheck::app
