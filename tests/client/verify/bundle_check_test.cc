#include "client/verify/bundle_check.h"

#include <string>

#include "client/verify/bundle_folder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/source_dir.h"

namespace spotcheck::client {
namespace {

using ::testing::HasSubstr;

std::string Vector(const std::string& name) {
  return SourceDir() + "/tests/testdata/vectors/" + name;
}

VerifyInput Input(const std::string& name) {
  VerifyInput input;
  auto files = ReadBundleFolder(Vector(name));
  EXPECT_OK(files);
  if (files.ok()) input.files = *std::move(files);
  return input;
}

std::vector<std::string> FailedChecks(const rules::BundleReport& report) {
  std::vector<std::string> names;
  for (const auto& check : report.checks) {
    if (!check.ok) names.push_back(check.name);
  }
  return names;
}

TEST(BundleCheckTest, BundlesOfOthersAreAcceptedAsSelfConsistentOnly) {
  for (const char* name : {"draw-one", "draw-sha256", "draw-sm3"}) {
    SCOPED_TRACE(name);
    const VerifyOutcome outcome = VerifyFiles(Input(name));
    EXPECT_TRUE(outcome.report.ok()) << OutcomeText(outcome, Language::kEn);
    EXPECT_TRUE(outcome.self_consistent_only);
    EXPECT_THAT(OutcomeText(outcome, Language::kEn),
                HasSubstr("self-consistent only"));
    const Json json = OutcomeJson(outcome, Language::kEn);
    EXPECT_EQ(json["verified"], true);
    EXPECT_EQ(json["self_consistent_only"], true);
    EXPECT_FALSE(json["checks"].empty());
  }
}

TEST(BundleCheckTest, AChangedByteIsNamed) {
  VerifyInput input = Input("draw-one");
  std::string& frame = input.files["frame.tsv"];
  frame[frame.find("ELIGIBLE")] = 'e';
  const VerifyOutcome outcome = VerifyFiles(input);
  EXPECT_FALSE(outcome.report.ok());
  EXPECT_THAT(OutcomeText(outcome, Language::kEn), HasSubstr("NOT VERIFIED"));
}

TEST(BundleCheckTest, AnUnknownFileRefusesTheBundle) {
  VerifyInput input = Input("draw-one");
  input.files["notes.txt"] = "";
  EXPECT_FALSE(VerifyFiles(input).report.ok());
}

TEST(BundleCheckTest, APinnedKeyNeedsTheEvidence) {
  VerifyInput input = Input("draw-one");
  FakeEntropy entropy(1);
  auto key = journal::NoteVerifier::Create(
      "test", SigningKey::Generate(entropy).verify_key());
  ASSERT_OK(key);
  input.key = *key;
  EXPECT_THAT(FailedChecks(VerifyFiles(input).report),
              ::testing::ElementsAre("evidence"));
  input.files["evidence.json"] = "{}";
  EXPECT_THAT(FailedChecks(VerifyFiles(input).report),
              ::testing::ElementsAre("evidence"));
}

}  // namespace
}  // namespace spotcheck::client
