#include "server/convert/wire.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "spotcheck/v1/draw.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;

class Wire : public ::testing::Test {
 protected:
  void SetUp() override { SilenceProtobuf(); }
};

TEST_F(Wire, NamesTheFieldThatIsNotUtf8) {
  v1::ImportEnterprisesRequest request;
  request.add_rows()->set_usci("1");
  request.add_rows()->set_enterprise_name("\xff\xfe");
  const absl::Status status =
      ReadMessage<v1::ImportEnterprisesRequest>(WriteMessage(request)).status();
  EXPECT_THAT(status, StatusReasonIs("FIELD_NOT_UTF8"));
  EXPECT_EQ(GetErrorInfo(status).metadata["field"], "rows[1].enterprise_name");
}

TEST_F(Wire, NamesTheKeyOfAMapThatIsNotUtf8) {
  v1::CreateTaskRequest request;
  (*request.mutable_task()->mutable_weights())["\xff"] = 1;
  const absl::Status status =
      ReadMessage<v1::CreateTaskRequest>(WriteMessage(request)).status();
  EXPECT_THAT(status, StatusReasonIs("FIELD_NOT_UTF8"));
  EXPECT_EQ(GetErrorInfo(status).metadata["field"], "task.weights[0].key");
}

TEST_F(Wire, RefusesBytesThatAreNoMessage) {
  v1::GetLabRequest request;
  request.set_name("labs/x");
  std::string cut = WriteMessage(request);
  cut.pop_back();
  for (const std::string& bytes :
       {cut, std::string("\xff"), std::string(1000, '\xff'),
        std::string("\x0a"), std::string("\x0b\x0b\x0b")}) {
    EXPECT_THAT(ReadMessage<v1::GetLabRequest>(bytes),
                StatusReasonIs("MALFORMED_REQUEST"));
  }
}

TEST_F(Wire, ReadsWhatItWrites) {
  v1::GetLabRequest request;
  request.set_name("labs/实验室");
  ASSERT_OK_AND_ASSIGN(const auto read,
                       ReadMessage<v1::GetLabRequest>(WriteMessage(request)));
  EXPECT_EQ(read.name(), request.name());
}

TEST_F(Wire, DigestsARequestWithoutItsOptions) {
  v1::CreateTaskRequest request;
  request.set_task_id("T1");
  const Digest digest = RequestDigest("rpc", request);
  request.mutable_options()->set_request_id("x");
  request.mutable_options()->set_validate_only(true);
  EXPECT_EQ(RequestDigest("rpc", request), digest);
  EXPECT_NE(RequestDigest("other", request), digest);
  request.set_task_id("T2");
  EXPECT_NE(RequestDigest("rpc", request), digest);
}

TEST_F(Wire, DigestsAMapInOneOrder) {
  v1::CreateTaskRequest one;
  v1::CreateTaskRequest other;
  for (int i = 0; i < 20; ++i) {
    (*one.mutable_task()->mutable_weights())["S" + std::to_string(i)] = i;
    (*other.mutable_task()->mutable_weights())["S" + std::to_string(19 - i)] =
        19 - i;
  }
  EXPECT_EQ(RequestDigest("rpc", one), RequestDigest("rpc", other));
}

}  // namespace
}  // namespace spotcheck::server
