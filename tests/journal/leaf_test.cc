#include "lib/journal/leaf.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "nlohmann/json.hpp"
#include "tests/journal/example_draw.h"

namespace spotcheck::journal {
namespace {

using Json = nlohmann::json;
using ::spotcheck::testing::StatusReasonIs;

TEST(Leaf, EveryEventOfADrawIsReadAsItsType) {
  const ExampleDraw draw;
  for (const ExampleDraw::Event& event : draw.events) {
    ASSERT_OK_AND_ASSIGN(const Leaf leaf, ParseLeaf(event.leaf.dump()));
    EXPECT_EQ(LeafType(leaf.data), event.leaf["type"]);
  }
}

TEST(Leaf, AnyMissingMemberOfDataRefusesTheLeaf) {
  const ExampleDraw draw;
  for (const ExampleDraw::Event& event : draw.events) {
    for (const auto& item : event.leaf["data"].items()) {
      Json leaf = event.leaf;
      leaf["data"].erase(item.key());
      EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs("JSON_MEMBER_MISSING"))
          << leaf;
    }
  }
}

TEST(Leaf, AnyMemberOfDataOfAnotherTypeRefusesTheLeaf) {
  const ExampleDraw draw;
  for (const ExampleDraw::Event& event : draw.events) {
    for (const auto& item : event.leaf["data"].items()) {
      Json leaf = event.leaf;
      leaf["data"][item.key()] = nullptr;
      EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs("JSON_MEMBER_TYPE"))
          << leaf;
    }
  }
}

TEST(Leaf, MembersThatVerifiersDoNotUseAreIgnored) {
  Json leaf = ExampleDraw().leaf(EvidenceRole::kRun);
  leaf["sealed"] = {1, 2, 3};
  leaf["request"] = nullptr;
  leaf["data"]["later_addition"] = "x";
  EXPECT_OK(ParseLeaf(leaf.dump()));
}

TEST(Leaf, ADeadlineIsInWholeSeconds) {
  Json leaf = ExampleDraw().leaf(EvidenceRole::kCommitted);
  std::string deadline = leaf["data"]["deadline"];
  deadline.replace(deadline.size() - 1, 1, ".000000Z");
  leaf["data"]["deadline"] = deadline;
  EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs("JSON_MEMBER_VALUE"));
}

TEST(Leaf, BrokenEnvelopesAreRefused) {
  const Json sound = ExampleDraw().leaf(EvidenceRole::kRun);
  const struct {
    std::string member;
    Json value;
    std::string reason;
  } cases[] = {
      {"v", 2, "LEAF_VERSION_UNKNOWN"},
      {"v", "1", "JSON_MEMBER_TYPE"},
      {"type", "draw.voided", "LEAF_TYPE_UNKNOWN"},
      {"type", 1, "JSON_MEMBER_TYPE"},
      {"time", "2026-11-22 05:00:00", "JSON_MEMBER_VALUE"},
      {"time", "2026-11-22T05:00:00+08:00", "JSON_MEMBER_VALUE"},
      {"actor", 1, "JSON_MEMBER_TYPE"},
      {"data", "{}", "JSON_MEMBER_TYPE"},
  };
  for (const auto& c : cases) {
    Json leaf = sound;
    leaf[c.member] = c.value;
    EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs(c.reason)) << leaf;
    leaf.erase(c.member);
    EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs("JSON_MEMBER_MISSING"));
  }
  EXPECT_THAT(ParseLeaf("not json"), StatusReasonIs("JSON_MALFORMED"));
}

TEST(Leaf, UnknownHashSuiteIsRefused) {
  Json leaf = ExampleDraw().leaf(EvidenceRole::kCommitted);
  leaf["data"]["suite"] = "MD5";
  EXPECT_THAT(ParseLeaf(leaf.dump()), StatusReasonIs("JSON_MEMBER_VALUE"));
}

}  // namespace
}  // namespace spotcheck::journal
