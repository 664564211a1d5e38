#include "client/witness/forms.h"

#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/base/status_matchers.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;

TEST(WitnessFormsTest, TheOperatorIsToldWhichFileToUseInstead) {
  const Scratch scratch;
  for (const char* secret :
       {"{\"seed\": \"x\"}", "{\"contribution\": \"x\"}"}) {
    const std::string path = scratch.Write("w.json", secret);
    const absl::Status refused = ExpectPublicForm(path);
    EXPECT_THAT(refused, StatusReasonIs("WITNESS_FILE_PRIVATE"));
    EXPECT_EQ(GetErrorInfo(refused).metadata.at("use"),
              scratch.Path("w.pub.json"));
  }
  EXPECT_OK(ExpectPublicForm(scratch.Write("w.pub.json", "{\"key\": \"x\"}")));
}

TEST(WitnessFormsTest, AWitnessIsToldThatItsPublicFileHoldsNoKey) {
  const Scratch scratch;
  EXPECT_THAT(ExpectPrivateForm(scratch.Write("k.pub.json", "{}")),
              StatusReasonIs("WITNESS_FILE_PUBLIC"));
  EXPECT_OK(ExpectPrivateForm(scratch.Write("k.json", "{\"seed\": \"x\"}")));
}

}  // namespace
}  // namespace spotcheck::client
