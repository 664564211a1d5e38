#include "lib/base/json.h"

#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/hash.h"
#include "lib/base/status_matchers.h"

namespace spotcheck {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

constexpr JsonKind kKind = {"a.json", 1000000, 16};

absl::StatusOr<Json> Parse(std::string_view text) {
  return ParseStrictJson(kKind, text);
}

TEST(StrictJson, TextsThatReadersUnderstandDifferentlyAreRefused) {
  const struct {
    std::string text;
    std::string reason;
  } cases[] = {
      {"", "JSON_MALFORMED"},
      {"null", "JSON_MALFORMED"},
      {"[]", "JSON_MALFORMED"},
      {"{", "JSON_MALFORMED"},
      {"{}x", "JSON_MALFORMED"},
      {"{}{}", "JSON_MALFORMED"},
      {std::string("{}\0", 3), "JSON_MALFORMED"},
      {std::string("{}\0junk", 7), "JSON_MALFORMED"},
      {"\xEF\xBB\xBF{}", "JSON_MALFORMED"},
      {"{/* comment */}", "JSON_MALFORMED"},
      {"{\"a\":1,}", "JSON_MALFORMED"},
      {"{'a':1}", "JSON_MALFORMED"},
      {"{\"a\":NaN}", "JSON_MALFORMED"},
      {"{\"a\":1e999}", "JSON_MALFORMED"},
      {"{\"a\":\"\xFF\"}", "JSON_MALFORMED"},
      {"{\"a\":\"\xED\xA0\x80\"}", "JSON_MALFORMED"},
      {"{\"a\":\"\\ud800\"}", "JSON_MALFORMED"},
      {"{\"a\":\"tab\there\"}", "JSON_MALFORMED"},
      {"{\"a\":1,\"a\":1}", "JSON_MEMBER_REPEATED"},
      {"{\"a\":1,\"\\u0061\":1}", "JSON_MEMBER_REPEATED"},
      {"{\"x\":[{\"a\":1,\"b\":{},\"a\":2}]}", "JSON_MEMBER_REPEATED"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(Parse(c.text), StatusReasonIs(c.reason)) << c.text;
  }
}

TEST(StrictJson, TheSameMemberInDifferentObjectsIsNoRepetition) {
  EXPECT_OK(Parse(R"( {"a":{"a":[{"a":1},{"a":2}]},"b":{"a":3}} )"));
}

TEST(StrictJson, DepthAndSizeAreLimited) {
  const std::string at_limit =
      "{\"a\":" + std::string(kKind.max_depth - 1, '[') +
      std::string(kKind.max_depth - 1, ']') + "}";
  EXPECT_OK(Parse(at_limit));
  const std::string flood(900000, '[');
  EXPECT_THAT(Parse("{\"a\":" + flood), StatusReasonIs("JSON_TOO_DEEP"));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_THAT(Parse(objects), StatusReasonIs("JSON_TOO_DEEP"));
  EXPECT_THAT(Parse(std::string(kKind.max_size + 1, ' ')),
              StatusReasonIs("JSON_TOO_LARGE"));
}

TEST(StrictJson, AMalformedTextIsRefusedWithItsLine) {
  const absl::Status status = Parse("{\n\"a\": 1,\n}").status();
  EXPECT_EQ(GetErrorInfo(status).message.en,
            "a.json line 3: not one JSON object in UTF-8");
  EXPECT_EQ(GetErrorInfo(status).message.zh,
            "a.json 第 3 行：不是一个 UTF-8 的 JSON 对象");
}

// Reads one field of {"n":1,"t":"AB","f":1.5,"m":-0,"a":["x",2],"o":{"b":1}}.
using Read = void (*)(FieldReader&);
struct FieldCase {
  Read read;
  const char* reason;  // "" where the field is accepted
  const char* field;
};

TEST(FieldReader, FieldsAreReadWithTheirTypeChecked) {
  const FieldCase cases[] = {
      {[](FieldReader& r) { EXPECT_EQ(r.String("t"), "AB"); }, "", ""},
      {[](FieldReader& r) { r.String("n"); }, "JSON_MEMBER_TYPE", "n"},
      {[](FieldReader& r) { r.String("x"); }, "JSON_MEMBER_MISSING", "x"},
      {[](FieldReader& r) {
         EXPECT_EQ(r.Number("n", {1, 1}), 1);
       },
       "", ""},
      {[](FieldReader& r) {
         r.Number("n", {2, 3});
       },
       "JSON_MEMBER_VALUE", "n"},
      {[](FieldReader& r) {
         r.Number("n", {0, 0});
       },
       "JSON_MEMBER_VALUE", "n"},
      {[](FieldReader& r) { r.Number("f", kAnyInteger); }, "JSON_MEMBER_TYPE",
       "f"},
      {[](FieldReader& r) { r.Number("m", kAnyInteger); }, "JSON_MEMBER_TYPE",
       "m"},
      {[](FieldReader& r) { r.Bytes("t"); }, "JSON_MEMBER_VALUE", "t"},
      {[](FieldReader& r) { r.Parsed("t", DigestFromHex); },
       "JSON_MEMBER_VALUE", "t"},
      {[](FieldReader& r) { r.Parsed("t", Base64Decode); }, "JSON_MEMBER_VALUE",
       "t"},
      {[](FieldReader& r) { r.Parsed("t", ParseUtc); }, "JSON_MEMBER_VALUE",
       "t"},
      {[](FieldReader& r) { r.Object("t"); }, "JSON_MEMBER_TYPE", "t"},
      {[](FieldReader& r) { r.Object("o").String("b"); }, "JSON_MEMBER_TYPE",
       "o.b"},
      {[](FieldReader& r) { r.Object("o").Finish(); }, "JSON_MEMBER_UNKNOWN",
       "o.b"},
      {[](FieldReader& r) { r.EachObject("a", [](FieldReader&) {}); },
       "JSON_MEMBER_TYPE", "a[0]"},
      {[](FieldReader& r) {
         r.EachString("a", [](const std::string&) { return true; });
       },
       "JSON_MEMBER_TYPE", "a[1]"},
      {[](FieldReader& r) {
         r.EachString("a", [](const std::string&) { return false; });
       },
       "JSON_MEMBER_VALUE", "a[0]"},
      {[](FieldReader& r) {
         r.EachString("t", [](const std::string&) { return true; });
       },
       "JSON_MEMBER_TYPE", "t"},
  };
  ASSERT_OK_AND_ASSIGN(
      const Json json,
      Parse(R"({"n":1,"t":"AB","f":1.5,"m":-0,"a":["x",2],"o":{"b":1}})"));
  for (const FieldCase& c : cases) {
    ReadLog log(kKind);
    FieldReader reader(json, "", log);
    c.read(reader);
    EXPECT_EQ(ErrorReason(log.status()), c.reason) << c.field;
    if (log.status().ok()) continue;
    EXPECT_EQ(GetErrorInfo(log.status()).metadata["field"], c.field);
    EXPECT_EQ(GetErrorInfo(log.status()).metadata["file"], "a.json");
  }
}

TEST(FieldReader, TheFirstRefusalStands) {
  ASSERT_OK_AND_ASSIGN(const Json json, Parse(R"({"n":1,"t":"AB"})"));
  ReadLog log(kKind);
  FieldReader reader(json, "", log);
  reader.String("n");
  reader.String("x");
  reader.Finish();
  EXPECT_THAT(log.status(), StatusReasonIs("JSON_MEMBER_TYPE"));
  EXPECT_THAT(std::string(log.status().message()),
              HasSubstr("n: expected a string"));
}

}  // namespace
}  // namespace spotcheck
