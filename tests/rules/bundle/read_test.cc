#include "lib/rules/bundle/read.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::HasSubstr;

// One replacement in one file of the bundle draw-one.
struct Edit {
  const char* file;
  const char* from;
  const char* to;
  const char* reason;
  const char* says;  // part of the English message
};

class ReadEditedTest : public ::testing::TestWithParam<Edit> {};

TEST_P(ReadEditedTest, IsRefusedByName) {
  const Edit& edit = GetParam();
  BundleFiles files = LoadVector("draw-one");
  std::string& text = files[edit.file];
  const std::size_t at = text.find(edit.from);
  ASSERT_NE(at, std::string::npos) << edit.from;
  text.replace(at, std::string(edit.from).size(), edit.to);
  const auto bundle = ReadBundle(files);
  EXPECT_THAT(bundle, StatusReasonIs(edit.reason));
  EXPECT_THAT(std::string(bundle.status().message()), HasSubstr(edit.says));
}

constexpr char kUsci[] = "91140100R9YB95QNNH";

constexpr Edit kJsonEdits[] = {
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 1, \"attempt\": 1,",
     "JSON_MEMBER_REPEATED", "attempt"},
    {kDrawFile, "\"rank\": 1,", "\"rank\": 1, \"rank\": 1,",
     "JSON_MEMBER_REPEATED", "rank"},
    {kDrawFile, "\"attempt\": 1,", "", "JSON_MEMBER_MISSING", "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 1, \"seed\": 1,",
     "JSON_MEMBER_UNKNOWN", "seed"},
    {kDrawFile, "\"rank\": 1,", "\"rank\": 1, \"note\": \"\",",
     "JSON_MEMBER_UNKNOWN", "selection[0].note"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 1.0,", "JSON_MEMBER_TYPE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 1e0,", "JSON_MEMBER_TYPE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": \"1\",", "JSON_MEMBER_TYPE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": true,", "JSON_MEMBER_TYPE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": -0,", "JSON_MEMBER_TYPE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 0,", "JSON_MEMBER_VALUE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 1000001,", "JSON_MEMBER_VALUE",
     "attempt"},
    {kDrawFile, "\"attempt\": 1,", "\"attempt\": 18446744073709551616,",
     "JSON_MEMBER_TYPE", "attempt"},
    {kDrawFile, "\"D\": 8", "\"D\": 1001", "JSON_MEMBER_VALUE",
     "plan.weights.D"},
    {kDrawFile, "\"D\": 8", "\"d\": 8", "JSON_MEMBER_VALUE", "plan.weights"},
    {kDrawFile, "2f03df5be", "2F03df5be", "JSON_MEMBER_VALUE", "frame_root"},
    {kDrawFile, "2f03df5be", "2f03df5b", "JSON_MEMBER_VALUE", "frame_root"},
    {kDrawFile, "\"SHA256\"", "\"sha256\"", "JSON_MEMBER_VALUE", "suite"},
    {kDrawFile, "spotcheck-draw/1", "spotcheck-draw/2", "JSON_MEMBER_VALUE",
     "protocol"},
    {kDrawFile, "tasks/2017-q4-demo", "2017-q4-demo", "JSON_MEMBER_VALUE",
     "task"},
    {kDrawFile, "tasks/2017-q4-demo", "tasks/", "JSON_MEMBER_VALUE", "task"},
    {kDrawFile, "\"provincial\"", "\"PROVINCIAL\"", "JSON_MEMBER_VALUE",
     "plan.level"},
    {kDrawFile, "\"ROUTINE\"", "\"routine\"", "JSON_MEMBER_VALUE",
     "plan.purpose"},
    {kDrawFile, "\"64\"", "\"6400\"", "JSON_MEMBER_VALUE", "plan.region"},
    {kDrawFile, "2017-10-16", "2017-10-32", "JSON_MEMBER_VALUE", "as_of"},
    {kDrawFile, "T08:00:00Z", "T08:00:00.0Z", "JSON_MEMBER_VALUE", "deadline"},
    {kDrawFile, "T08:00:00Z", "T08:00:00+00:00", "JSON_MEMBER_VALUE",
     "deadline"},
    {kDrawFile, "\"2/2\"", "\"02/2\"", "JSON_MEMBER_VALUE",
     "inclusion_probability.B"},
    {kDrawFile, "\"2/2\"", "\"2/0\"", "JSON_MEMBER_VALUE",
     "inclusion_probability.B"},
    {kDrawFile, "\"2/2\"", "\"1\"", "JSON_MEMBER_VALUE",
     "inclusion_probability.B"},
    {kDrawFile, "自治区质监局", "", "JSON_MEMBER_VALUE", "plan.authority"},
    // Decomposed: e and U+0301 have a composed form.
    {kDrawFile, "自治区质监局", "e\xCC\x81", "JSON_MEMBER_VALUE",
     "plan.authority"},
    {kDrawFile, "自治区质监局", "a\\u0000b", "JSON_MEMBER_VALUE",
     "plan.authority"},
    {kDrawFile, "自治区质监局", "\\ud800", "JSON_MALFORMED", "line"},
    {kDrawFile, "自治区质监局", "\xff", "JSON_MALFORMED", "line"},
    {kDrawFile, "\"beacon_spec\": \"\"", "\"beacon_spec\": \"drand\"",
     "JSON_MEMBER_VALUE", "beacon_spec"},
    {kDrawFile, "\"beacon_value\": \"\"", "\"beacon_value\": \"00\"",
     "JSON_MEMBER_VALUE", "beacon_value"},
    {kDrawFile, "a1a11952d62f9f80cef5262b7b738753", "a1a11952d62f9f80",
     "JSON_MEMBER_VALUE", "witnesses[0].contribution"},
    {kDrawFile, "\"line_id\": \"L00\"", "\"line_id\": \"L 0\"",
     "JSON_MEMBER_VALUE", "selection[0].lines[0].line_id"},
    {kDrawFile, "\"I002\",", "2,", "JSON_MEMBER_TYPE",
     "selection[0].inspectors[0]"},
    {kDrawFile, "\"selection\": [", "\"selection\": [[],", "JSON_MEMBER_TYPE",
     "selection[0]"},
    {kDrawFile, "\"allocation\": {", "\"allocation\": {\"x\": {\"y\": [[[[[[[1",
     "JSON_TOO_DEEP", "nested"},
    {kDrawFile, "{\n", "[", "JSON_MALFORMED", "line 1"},
};

constexpr Edit kTsvEdits[] = {
    {kFrameFile, "91140100R9", "91140100r9", "BUNDLE_LINE_VALUE",
     "frame.tsv line 1: usci"},
    {kFrameFile, "NNH\tB", "NNA\tB", "BUNDLE_LINE_VALUE", "usci"},
    {kFrameFile, "\tB\t", "\tb\t", "BUNDLE_LINE_VALUE", "stratum"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED", "BUNDLE_LINE_VALUE", "status"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED:ELIGIBLE", "BUNDLE_LINE_VALUE",
     "status"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED:SIX_MONTHS:R1", "BUNDLE_LINE_VALUE",
     "status"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED:DEREGISTERED", "BUNDLE_LINE_VALUE",
     "status"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED:DEREGISTERED:", "BUNDLE_LINE_VALUE",
     "status"},
    {kFrameFile, "ELIGIBLE", "EXCLUDED:NO_ELIGIBLE_LINE:R1",
     "BUNDLE_LINE_VALUE", "status"},
    {kFrameFile, "ELIGIBLE", "ELIGIBLE\tx", "BUNDLE_LINE_SHAPE", "status"},
    {kFrameFile, "\tB\t", "\t\t", "BUNDLE_LINE_SHAPE", "none empty"},
    {kFrameFile, "ELIGIBLE\n", "ELIGIBLE\r\n", "BUNDLE_LINE_VALUE", "status"},
    {kFrameFile, "ELIGIBLE\n", "ELIGIBLE", "BUNDLE_LINE_FEED_MISSING",
     "line feed"},
    {kFrameFile, "ELIGIBLE\n", "ELIGIBLE\n\n", "BUNDLE_LINE_ORDER", "line 2"},
    {kFrameFile, "91140100", "\xEF\xBB\xBF\x39\x31\x31\x34\x30\x31\x30\x30",
     "BUNDLE_LINE_VALUE", "usci"},
    {kFrameFile, "ELIGIBLE\n", "ELIGIBLE\n91140100R9YB95QNNH\tC\tELIGIBLE\n",
     "BUNDLE_ROW_REPEATED", kUsci},
    {kLinesFile, "L00", "L/0", "BUNDLE_LINE_VALUE", "line_id"},
    {kLinesFile, "食品及相关产品", "食品", "BUNDLE_LINE_CATEGORY", "食品"},
    {kLinesFile, "L01", "L00", "BUNDLE_LINE_ORDER", "line 2"},
    {kLinesFile, "ELIGIBLE", "EXCLUDED:NO_LAB:R1", "BUNDLE_LINE_VALUE",
     "status"},
    {kLinesFile, "ELIGIBLE", "EXCLUDED:DEREGISTERED:R1", "BUNDLE_LINE_VALUE",
     "status"},
    {kLabsFile, "LAB0\tCAPACITY\t2\n", "", "BUNDLE_CAPACITY_MISSING", "LAB0"},
    {kLabsFile, "CAPACITY\t2\n", "CAPACITY\t2\nLAB0\tCAPACITY\t3\n",
     "BUNDLE_ROW_REPEATED", "LAB0 CAPACITY"},
    {kLabsFile, "CAPACITY\t2", "CAPACITY\t02", "BUNDLE_LINE_VALUE", "capacity"},
    {kLabsFile, "CAPACITY\t2", "CAPACITY\t0", "BUNDLE_LINE_VALUE", "capacity"},
    {kLabsFile, "CAPACITY\t2", "CAPACITY\t1000001", "BUNDLE_LINE_VALUE",
     "capacity"},
    {kLabsFile, "LAB0\tCAPACITY",
     "LAB0\tBAR\t91140100R9YB95QNNH\tRECUSAL\tR1\nLAB0\tCAPACITY",
     "BUNDLE_LINE_VALUE", "reason"},
    {kLabsFile, "LAB0\tCAPACITY",
     "LAB0\tBAR\t91140100R9YB95QNNH\tCONFLICT\tR1\n"
     "LAB0\tBAR\t91140100R9YB95QNNH\tLAST_LAB\tR1\nLAB0\tCAPACITY",
     "BUNDLE_ROW_REPEATED", kUsci},
    {kLabsFile, "SCOPE", "SCOPES", "BUNDLE_LINE_SHAPE", "SCOPE"},
    {kInspectorsFile, "I000\tCAPACITY\t5", "I000\tSCOPE\t5",
     "BUNDLE_LINE_SHAPE", "CAPACITY or BAR"},
    {kInspectorsFile, "I000\tCAPACITY",
     "I000\tBAR\t91140100R9YB95QNNH\tCONFLICT\tR1\nI000\tCAPACITY",
     "BUNDLE_LINE_VALUE", "reason"},
    {kInspectorsFile, "I000\tCAPACITY", "I0 0\tCAPACITY", "BUNDLE_LINE_VALUE",
     "inspector_id"},
    {kInspectorsFile, "I000\tCAPACITY\t5\nI001\tCAPACITY\t5\n",
     "I001\tCAPACITY\t5\nI000\tCAPACITY\t5\n", "BUNDLE_LINE_ORDER", "line 2"},
};

INSTANTIATE_TEST_SUITE_P(DrawJson, ReadEditedTest,
                         ::testing::ValuesIn(kJsonEdits));
INSTANTIATE_TEST_SUITE_P(Tsv, ReadEditedTest, ::testing::ValuesIn(kTsvEdits));

TEST(ReadBundleTest, RefusesAMissingOrUnknownFile) {
  for (const auto& [name, text] : LoadVector("draw-one")) {
    BundleFiles files = LoadVector("draw-one");
    files.erase(name);
    EXPECT_THAT(ReadBundle(files), StatusReasonIs("BUNDLE_FILE_MISSING"));
  }
  BundleFiles files = LoadVector("draw-one");
  files["readme.txt"] = "";
  EXPECT_THAT(ReadBundle(files), StatusReasonIs("BUNDLE_FILE_UNKNOWN"));
}

TEST(ReadBundleTest, RefusesWhatFollowsTheEndOfTheJson) {
  for (const std::string& tail :
       {std::string("{}"), std::string("\0", 1), std::string("\0x", 2)}) {
    BundleFiles files = LoadVector("draw-one");
    files[kDrawFile] += tail;
    EXPECT_THAT(ReadBundle(files), StatusReasonIs("JSON_MALFORMED"));
  }
}

TEST(ReadBundleTest, RefusesAByteOrderMarkBeforeTheJson) {
  BundleFiles files = LoadVector("draw-one");
  files[kDrawFile].insert(0, "\xEF\xBB\xBF");
  EXPECT_THAT(ReadBundle(files), StatusReasonIs("JSON_MALFORMED"));
}

TEST(ReadBundleTest, RefusesADocumentThatIsNoObject) {
  for (const char* text : {"[]", "1", "null", "\"x\""}) {
    EXPECT_THAT(ReadDrawJson(text), StatusReasonIs("JSON_MALFORMED"));
  }
  EXPECT_THAT(ReadDrawJson(""), StatusReasonIs("JSON_MALFORMED"));
}

TEST(ReadBundleTest, TakesAnyLayoutOfTheJson) {
  BundleFiles files = LoadVector("draw-one");
  files[kDrawFile] =
      "\n\t" + ParseStrictJson(kDrawJson, files[kDrawFile])->dump() + "\n";
  EXPECT_OK(ReadBundle(files));
}

TEST(ReadBundleTest, KeepsTheScopesOutsideThePlan) {
  BundleFiles files = LoadVector("draw-one");
  files[kLabsFile] += "LAB3\tSCOPE\t鱼\n";
  ASSERT_OK_AND_ASSIGN(const Bundle bundle, ReadBundle(files));
  EXPECT_EQ(WriteBundle(bundle), files);
}

}  // namespace
}  // namespace spotcheck::rules
