#include "lib/cli/number.h"

#include <string>
#include <vector>

#include "client/command_tree.h"
#include "client/commands/commands.h"
#include "gtest/gtest.h"
#include "lib/base/error.h"
#include "lib/cli/usage_error.h"
#include "server/command_line.h"

namespace spotcheck {
namespace {

// What a person or a script might take for a number.
const std::string kNoNumbers[] = {"",
                                  " ",
                                  "0x10",
                                  "0b1",
                                  "1e3",
                                  "+5",
                                  "-5",
                                  " 5",
                                  "5 ",
                                  "5\t",
                                  "1,000",
                                  "1_000",
                                  "１０",
                                  "ten",
                                  "0o17",
                                  "5days",
                                  "5\xC2\xA0",
                                  "--5",
                                  "99999999999999999999999"};

TEST(NumberTest, DigitsAloneAreANumberAndItsZerosAreNoOctal) {
  EXPECT_EQ(ParseDecimal("010"), 10u);
  EXPECT_EQ(ParseDecimal("0"), 0u);
  EXPECT_EQ(ParseDecimal("0000000000000000000000007"), 7u);
  EXPECT_EQ(ParseDecimal("18446744073709551615"), 18446744073709551615u);
  EXPECT_EQ(ParseDecimal("18446744073709551616"), std::nullopt);
  for (const std::string& text : kNoNumbers) {
    EXPECT_EQ(ParseDecimal(text), std::nullopt) << text;
  }
}

TEST(NumberTest, SecondsHaveAtMostThreeDecimals) {
  EXPECT_EQ(ParseSeconds("010"), absl::Seconds(10));
  EXPECT_EQ(ParseSeconds("0.5"), absl::Milliseconds(500));
  EXPECT_EQ(ParseSeconds("1.025"), absl::Milliseconds(1025));
  for (const std::string text : {".5", "5.", "1.2345", "1.5.5", "1.-5", "inf",
                                 "nan", "1e3", "0x1p3", "4000000000"}) {
    EXPECT_EQ(ParseSeconds(text), std::nullopt) << text;
  }
  for (const std::string& text : kNoNumbers) {
    EXPECT_EQ(ParseSeconds(text), std::nullopt) << text;
  }
}

// One option of a tree, with the words that lead to its command.
struct Place {
  std::vector<std::string> command;
  std::string name;  // with its dashes where it has any
  std::string type;
};
void Collect(const CLI::App& app, std::vector<std::string> path,
             std::vector<Place>& places) {
  for (const CLI::Option* option : app.get_options()) {
    const bool positional = option->get_lnames().empty();
    places.push_back(
        {path,
         positional ? option->get_name() : "--" + option->get_lnames().front(),
         option->get_type_name()});
  }
  for (const CLI::App* child : app.get_subcommands(nullptr)) {
    std::vector<std::string> deeper = path;
    deeper.push_back(child->get_name());
    Collect(*child, deeper, places);
  }
}

std::vector<std::string> LineOf(const Place& place, const std::string& value) {
  std::vector<std::string> line = place.command;
  const bool positional = place.name.front() != '-';
  line.push_back(positional ? value : place.name + "=" + value);
  if (!positional && value.empty()) {
    line.back() = place.name;
    line.push_back(value);
  }
  return line;
}

bool IsNumber(const Place& place) {
  return place.type == kNumberType || place.type == kSecondsType;
}

std::vector<Place> PlacesOfClient() {
  client::GlobalOptions options;
  client::CommandTree tree(options);
  client::AddAllCommands(tree);
  std::vector<Place> places;
  Collect(tree.root(), {}, places);
  return places;
}

ErrorInfo ErrorOfClient(const std::vector<std::string>& line) {
  client::GlobalOptions options;
  client::CommandTree tree(options);
  client::AddAllCommands(tree);
  return GetErrorInfo(tree.Parse(line).error);
}

std::vector<Place> PlacesOfServer() {
  std::vector<Place> places;
  server::VisitCommandTree(Language::kEn, [&places](const CLI::App& root) {
    Collect(root, {}, places);
  });
  return places;
}

struct Said {
  int code;
  std::string err;
};
Said RunServer(std::vector<std::string> line, Language language) {
  line.insert(line.begin(), "spotcheckd");
  std::vector<const char*> words;
  for (const std::string& word : line) words.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = server::RunCommandLine(
      static_cast<int>(words.size()), words.data(), {out, err, language});
  return {static_cast<int>(code), err.str()};
}

TEST(NumberTest, NoOptionOfEitherTreeIsANumberOfTheParser) {
  std::vector<Place> places = PlacesOfClient();
  const std::vector<Place> more = PlacesOfServer();
  places.insert(places.end(), more.begin(), more.end());
  int numbers = 0;
  for (const Place& place : places) {
    if (IsNumber(place)) ++numbers;
    for (const char* type : {"INT", "UINT", "FLOAT", "NUMERIC"}) {
      EXPECT_EQ(place.type.find(type), std::string::npos)
          << place.name << " of " << ::testing::PrintToString(place.command);
    }
  }
  EXPECT_GE(numbers, 14) << "the walk found too few numbers to mean anything";
}

TEST(NumberTest, EveryNumberOfTheClientIsDecimal) {
  for (const Place& place : PlacesOfClient()) {
    if (!IsNumber(place)) continue;
    for (const std::string& value : kNoNumbers) {
      // A word with two dashes stands for no value.
      if (place.name.front() != '-' && value.rfind('-', 0) == 0) continue;
      const std::vector<std::string> line = LineOf(place, value);
      SCOPED_TRACE(::testing::PrintToString(line));
      const ErrorInfo info = ErrorOfClient(line);
      EXPECT_EQ(info.reason, "VALUE_INVALID");
      ASSERT_TRUE(info.metadata.contains("argument"));
      EXPECT_EQ(info.metadata.at("argument"), place.name);
      EXPECT_NE(info.message.zh, info.message.en);
    }
    EXPECT_NE(ErrorOfClient(LineOf(place, "010")).reason, "VALUE_INVALID")
        << place.name;
  }
}

TEST(NumberTest, EveryNumberOfTheServerIsDecimal) {
  for (const Place& place : PlacesOfServer()) {
    if (!IsNumber(place)) continue;
    for (const std::string& value : kNoNumbers) {
      const std::vector<std::string> line = LineOf(place, value);
      SCOPED_TRACE(::testing::PrintToString(line));
      const Said en = RunServer(line, Language::kEn);
      EXPECT_EQ(en.code, 2);
      EXPECT_NE(en.err.find("is no decimal number"), std::string::npos)
          << en.err;
      const Said zh = RunServer(line, Language::kZh);
      EXPECT_NE(zh.err.find("不是十进制数字"), std::string::npos) << zh.err;
    }
    const Said good = RunServer(LineOf(place, "010"), Language::kEn);
    EXPECT_EQ(good.err.find("VALUE_INVALID"), std::string::npos) << good.err;
  }
}

TEST(NumberTest, ANumberIsReadAsItStandsAndHeldToItsRange) {
  CLI::App app("", "x");
  int value = 0;
  AddNumber(app, "--n", value, {2, 20}, "");
  app.parse("--n 010");
  EXPECT_EQ(value, 10);
  for (const std::string line : {"--n 1", "--n 21", "--n 4294967298"}) {
    try {
      app.parse(line);
      FAIL() << line;
    } catch (const CLI::ParseError& error) {
      const ErrorInfo info = GetErrorInfo(UsageError(error, app));
      EXPECT_EQ(info.reason, "VALUE_INVALID");
      EXPECT_NE(info.message.en.find("2–20"), std::string::npos)
          << info.message.en;
    }
  }
}

}  // namespace
}  // namespace spotcheck
