#include "lib/app/register/mandate.h"

#include "gtest/gtest.h"
#include "lib/app/register/grants.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {
namespace {

using Kind = Speaker::Kind;
using rules::Level;
using testing::StatusReasonIs;

rules::Authority Body(const std::string& name, Level level,
                      const std::string& region) {
  return {name, level, Region::Parse(region).value()};
}

class MandateTest : public House {
 protected:
  void SetUp() override { Grant(Body("灵武税务局", Level::kCounty, "640181")); }
  void Grant(const rules::Authority& authority) {
    ASSERT_OK(Write("admin", [&](store::Transaction& tx) {
      return AddGrant(tx, {"tax", authority});
    }));
  }
  absl::Status Check(const Speaker& speaker,
                     const rules::Authority& authority) {
    const auto mandate = Read(
        [&](const store::View& view) { return Mandate::Of(view, speaker); });
    EXPECT_OK(mandate);
    return mandate->Check(authority);
  }
  absl::Status CheckTask(const Speaker& speaker, const std::string& task) {
    return Read([&](const store::View& view) -> absl::StatusOr<int> {
             RETURN_IF_ERROR(CheckSpeaksForTask(view, speaker, TaskId(task)));
             return 0;
           })
        .status();
  }
};

TEST_F(MandateTest, ABoundCallerActsForWhatHeWasGrantedOnly) {
  const rules::Authority nation = Body("总局", Level::kNational, "0");
  const rules::Authority tax = Body("灵武 税务局", Level::kCounty, "640181");
  EXPECT_OK(Check({"tax", Kind::kBound}, tax));
  EXPECT_OK(Check({"tax", Kind::kFree}, nation));
  const absl::Status refused = Check({"tax", Kind::kBound}, nation);
  EXPECT_THAT(refused, StatusReasonIs("AUTHORITY_NOT_YOURS"));
  EXPECT_EQ(GetErrorInfo(refused).metadata,
            (ErrorMetadata{{"certificate", "tax"},
                           {"authority", "总局"},
                           {"level", "national"},
                           {"region", "0"}}));
  EXPECT_THAT(Check({"nobody", Kind::kBound}, tax),
              StatusReasonIs("AUTHORITY_NOT_YOURS"));
}

TEST_F(MandateTest, OneOfSeveralGrantsIsEnough) {
  const rules::Authority wuzhong = Body("吴忠局", Level::kCity, "6403");
  EXPECT_THAT(Check({"tax", Kind::kBound}, wuzhong),
              StatusReasonIs("AUTHORITY_NOT_YOURS"));
  Grant(Body("自治区局", Level::kProvincial, "64"));
  EXPECT_OK(Check({"tax", Kind::kBound}, wuzhong));
}

TEST_F(MandateTest, ATaskIsJudgedByItsAuthority) {
  const Usci usci = MakeUsci("640181", 1);
  Import({Enterprise(usci)});
  Import({Product(usci, "毛巾")});
  Draw("T1", rules::Purpose::kRoutine, usci, LineOf(usci, "毛巾"));
  EXPECT_THAT(CheckTask({"tax", Kind::kBound}, "T1"),
              StatusReasonIs("AUTHORITY_NOT_YOURS"));
  EXPECT_OK(CheckTask({"tax", Kind::kFree}, "T1"));
  EXPECT_OK(CheckTask({"tax", Kind::kBound}, "unknown"));
}

}  // namespace
}  // namespace spotcheck::app
