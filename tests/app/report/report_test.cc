// The report as it is filed: whole pages, kept beside the test, of an attempt
// with everything a history can hold.

#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "lib/app/report/page.h"
#include "lib/base/bytes.h"
#include "tests/app/draw/house.h"
#include "tests/source_dir.h"

namespace spotcheck::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The test writes the pages anew where this variable is set. Read the
// difference before you commit it.
constexpr char kRewrite[] = "SPOTCHECK_REWRITE_REPORTS";

// Replaces whatever chance decides (enterprise, line, digests) by fixed words.
// Equal digests stay equal.
std::string Blind(std::string text) {
  text = absl::StrReplaceAll(text, {{"电饭锅", "电热水壶"}});
  text = std::regex_replace(text, std::regex("\\b91[0-9A-Z]{16}\\b"), "CODE");
  text = std::regex_replace(text, std::regex("\\bL[0-9A-Z]{14}\\b"), "LINE");
  std::map<std::string, std::size_t> digests;
  text = std::regex_replace(text, std::regex("\\bI[0-9A-Z]{14}\\b"), "PERSON");
  std::string blind;
  const std::regex hex("\\b[0-9a-f]{16,}\\b");
  auto from = text.cbegin();
  for (std::sregex_iterator it(text.begin(), text.end(), hex), end; it != end;
       ++it) {
    const std::size_t number =
        digests.emplace(it->str(), digests.size() + 1).first->second;
    absl::StrAppend(&blind, std::string(from, (*it)[0].first), "DIGEST-",
                    number);
    from = (*it)[0].second;
  }
  return blind + std::string(from, text.cend());
}

class ReportTest : public DrawHouse {
 protected:
  ReportTest() {
    FillRegister();
    EXPECT_OK(CreateTask("t1", 3));
  }

  std::string Page(std::int64_t attempt, ReportFormat format,
                   Language language) {
    const auto text = Read([&](const store::View& view) {
      return DrawReport(view, book_, db_->verifier_key(),
                        {{TaskId("t1"), attempt}, format, language});
    });
    EXPECT_OK(text);
    return text.value_or("");
  }
  void Second() {
    EXPECT_OK(Write("second", [&](store::Transaction& tx) {
      return Approve(tx, {TaskId("t1"), ""});
    }));
  }
  void Void(const std::string& reason) {
    EXPECT_OK(Write("operator", [&](store::Transaction& tx) {
      return RequestVoid(tx, {TaskId("t1"), reason});
    }));
    Second();
  }
  void Withdraw(const Usci& usci) {
    EXPECT_OK(Write("operator", [&](store::Transaction& tx) {
      return RequestWithdrawal(
          tx, {TaskId("t1"), {usci, "CLOSED", Sha256("照片").ToHex(), "停产"}});
    }));
    Second();
  }
  void Open(std::int64_t attempt) {
    EXPECT_OK(Write([&](store::Transaction& tx) {
      return OpenDraw(tx, book_, {TaskId("t1"), attempt});
    }));
  }
  // Attempt 1 is void, 2 fails, 3 runs with a beacon and one unit is withdrawn,
  // 4 replaces it. Inspectors are short.
  void FullHistory();
  void RunWithBeacon();
};

void ReportTest::RunWithBeacon() {
  CommitRequest request = Request("t1");
  // Round 1 of this chain was at 1692803367, one round each three seconds.
  const std::int64_t round =
      (absl::ToUnixSeconds(clock_.Now()) - 1692803367) / 3 + 100;
  request.beacon_spec = absl::StrCat(
      "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971:",
      round);
  ASSERT_OK(Commit(request));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  clock_.Advance(absl::Minutes(10));
  ASSERT_OK(ProvideBeacon(
      *db_, As("operator"), rules_,
      {TaskId("t1"), Sha256("signature").ToHex(), HexEncode("signature")},
      [](const DrawAnswer&) { return std::string(); }));
  clock_.Advance(absl::Minutes(1));
  ASSERT_OK(Give(RevealOf("t1", outside_)));
}

void ReportTest::FullHistory() {
  std::vector<InspectorRow> busy;
  for (int i = 0; i < 4; ++i) {
    busy.push_back(Inspector(absl::StrCat("ZF", i)));
    busy.back()["capacity"] = "1";
  }
  Import(busy);
  ASSERT_OK(Commit("t1"));
  Void("范围有误 <64|65>");
  ASSERT_OK(Commit("t1"));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  clock_.Advance(absl::Hours(25));
  ASSERT_OK(Upkeep(*db_, rules_));
  outside_ = Register("公证员丙", "银川公证处");
  ASSERT_NO_FATAL_FAILURE(RunWithBeacon());
  Withdraw(Show("t1").selection[0].usci);
  RecordAll("t1");
  CommitRequest replacement = Request("t1");
  replacement.replaced = Show("t1").selection[0].stratum;
  ASSERT_OK(Commit(replacement));
  ASSERT_OK(Give(RevealOf("t1", inside_)));
  ASSERT_OK(Give(RevealOf("t1", outside_)));
}

void ExpectKept(const std::string& name, const std::string& page) {
  const std::string path =
      absl::StrCat(SourceDir(), "/tests/testdata/report/", name);
  if (std::getenv(kRewrite) != nullptr) std::ofstream(path) << page;
  std::ifstream file(path);
  std::ostringstream kept;
  kept << file.rdbuf();
  EXPECT_EQ(page, kept.str()) << name;
}

TEST_F(ReportTest, AnOpenedAttemptIsReportedWholeInBothFormatsAndLanguages) {
  ASSERT_NO_FATAL_FAILURE(FullHistory());
  RecordAll("t1");
  Open(3);
  Open(4);
  const struct {
    std::string name;
    ReportFormat format;
    Language language;
  } cases[] = {{"opened.zh.md", ReportFormat::kMarkdown, Language::kZh},
               {"opened.en.md", ReportFormat::kMarkdown, Language::kEn},
               {"opened.zh.html", ReportFormat::kHtml, Language::kZh},
               {"opened.en.html", ReportFormat::kHtml, Language::kEn}};
  for (const auto& c : cases) {
    ExpectKept(c.name, Blind(Page(3, c.format, c.language)));
  }
  EXPECT_THAT(Page(4, ReportFormat::kMarkdown, Language::kEn),
              HasSubstr("for units withdrawn from attempt 3"));
}

TEST_F(ReportTest, BeforeTheOpeningOnlyWhatIsPublicIsReported) {
  ASSERT_NO_FATAL_FAILURE(FullHistory());
  ExpectKept("run.zh.md",
             Blind(Page(3, ReportFormat::kMarkdown, Language::kZh)));
  ExpectKept("run.en.html", Blind(Page(3, ReportFormat::kHtml, Language::kEn)));
  for (const std::int64_t attempt : {3, 4}) {
    const std::string page =
        Page(attempt, ReportFormat::kMarkdown, Language::kEn);
    for (const std::string secret :
         {"CLOSED", "停产", "家用电器", "Eligible", "Stratum"}) {
      EXPECT_THAT(page, Not(HasSubstr(secret))) << attempt;
    }
    for (const Usci& usci : enterprises_) {
      EXPECT_THAT(page, Not(HasSubstr(usci.str()))) << attempt;
    }
  }
}

TEST_F(ReportTest, AnotherAttemptsOpeningTellsNothingOfTheUnopenedOne) {
  ASSERT_NO_FATAL_FAILURE(FullHistory());
  Open(3);
  Withdraw(Show("t1").selection[0].usci);
  const std::string page = Page(4, ReportFormat::kMarkdown, Language::kEn);
  EXPECT_THAT(page, HasSubstr("| 3 | closed | 1 | operator | second"));
  EXPECT_THAT(page, Not(HasSubstr("| 4 | closed |")));
}

TEST(ReportPage, ACellStaysACellWhateverItsText) {
  const std::string text = "a|b\n<b>&`*[x](y)\\";
  ReportPage markdown(ReportFormat::kMarkdown, Language::kEn);
  markdown.Table({{"表", "T"}, {{"列", "C"}}, {{text}}});
  EXPECT_EQ(markdown.Finish(),
            "**T**\n\n| C |\n| --- |\n"
            "| a\\|b &lt;b>&amp;\\`\\*\\[x\\](y)\\\\ |\n\n");
  ReportPage html(ReportFormat::kHtml, Language::kZh);
  html.Title({"<题>", "<T>"});
  html.Table({{"表", "T"}, {{"列", "C"}}, {{"<b>&\""}}});
  EXPECT_THAT(html.Finish(), HasSubstr("<td>&lt;b&gt;&amp;&quot;</td>"));
  EXPECT_THAT(html.Finish(), HasSubstr("<title>&lt;题&gt;</title>"));
  EXPECT_THAT(html.Finish(), HasSubstr("<html lang=\"zh-CN\">"));
}

}  // namespace
}  // namespace spotcheck::app
