#include "lib/cli/manual.h"

#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "lib/base/exit_code.h"

namespace spotcheck {
namespace {

struct ExitCodeText {
  ExitCode code;
  std::string_view zh;
  std::string_view en;
};
constexpr ExitCodeText kExitCodes[] = {
    {ExitCode::kDone, "是，或已完成", "yes, or done"},
    {ExitCode::kNegative, "否：已列入名单、不可抽、验证不通过",
     "no: listed, not eligible, not verified"},
    {ExitCode::kUsage, "命令行有误", "the command line cannot be read"},
    {ExitCode::kNotFound, "不存在", "what was named does not exist"},
    {ExitCode::kNotAllowed, "不允许", "not known, or not allowed"},
    {ExitCode::kConflict, "与现状冲突", "the state of things forbids it"},
    {ExitCode::kUnavailable, "无法连接、超时、损坏，或输出无法写入",
     "no answer, not in time, damaged, or the output cannot be written"},
    {ExitCode::kBadInput,
     "输入有误；导入的行全部被拒绝，或在 --strict 下有拒绝",
     "bad input; every row of an import was refused, or with --strict any"},
};

// Text as roff prints it: no character steers the formatter.
std::string Roff(std::string_view text) {
  std::string out;
  bool starts_line = true;
  for (const char c : text) {
    if (starts_line && (c == '.' || c == '\'')) out += "\\&";
    starts_line = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

class Page {
 public:
  Page(const CLI::App& root, const ManualFacts& facts)
      : root_(root), facts_(facts) {}

  std::string Write() {
    const std::string name = root_.get_name();
    text_ = ".TH " + absl::AsciiStrToUpper(name) + " " +
            std::to_string(facts_.section) + "\n";
    Heading({"名称", "NAME"});
    text_ += Roff(name) + " \\- " + Roff(root_.get_description()) + "\n";
    Heading({"概要", "SYNOPSIS"});
    text_ += ".B " + Roff(name) + "\n" +
             Roff(Say({"[选项] 命令 …", "[OPTIONS] COMMAND ..."})) + "\n";
    Heading({"选项", "OPTIONS"});
    Options(root_);
    Heading({"命令", "COMMANDS"});
    Commands(root_, "");
    Preformatted({"用法", "NOTES"}, root_.get_footer());
    Entries({"环境变量", "ENVIRONMENT"}, facts_.environment);
    Entries({"文件", "FILES"}, facts_.files);
    if (!facts_.see_also.empty()) {
      Heading({"另见", "SEE ALSO"});
      text_ += Roff(absl::StrJoin(facts_.see_also, ", ")) + "\n";
    }
    return text_;
  }

 private:
  const std::string& Say(const Localized& text) const {
    said_ = Spoken(facts_.language, text);
    return said_;
  }
  void Heading(const Localized& text) {
    text_ += ".SH \"" + Say(text) + "\"\n";
  }
  void Entry(const std::string& term, const std::string& text) {
    text_ += ".TP\n.B " + Roff(term) + "\n" + Roff(text) + "\n";
  }
  void Entries(const Localized& heading,
               const std::vector<ManualEntry>& entries) {
    if (entries.empty()) return;
    Heading(heading);
    for (const ManualEntry& entry : entries) Entry(entry.term, entry.text);
  }
  void Preformatted(const Localized& heading, const std::string& text) {
    if (text.empty()) return;
    Heading(heading);
    text_ += ".nf\n" + Roff(text) + "\n.fi\n";
  }
  void Options(const CLI::App& app) {
    const auto& formatter = *app.get_formatter();
    for (const CLI::Option* option : app.get_options()) {
      std::string term = option->get_name(/*positional=*/true, true);
      const std::string type = option->get_type_name();
      const bool positional = option->get_positional();
      if (!type.empty() && !positional) term += " " + formatter.get_label(type);
      std::string text = option->get_description();
      if (option->get_required()) {
        text += " (" + formatter.get_label("REQUIRED") + ")";
      }
      if (!option->get_envname().empty()) {
        text += " ($" + option->get_envname() + ")";
      }
      Entry(term, text);
    }
  }
  void Commands(const CLI::App& app, const std::string& path) {
    for (const CLI::App* child : app.get_subcommands(nullptr)) {
      const std::string whole =
          path.empty() ? child->get_name() : path + " " + child->get_name();
      if (!child->get_subcommands(nullptr).empty()) {
        Commands(*child, whole);
        continue;
      }
      text_ += ".SS \"" + Roff(whole) + "\"\n";
      text_ += Roff(child->get_description()) + "\n";
      Options(*child);
      if (child->get_footer().empty()) continue;
      text_ += ".PP\n.nf\n" + Roff(child->get_footer()) + "\n.fi\n";
    }
  }

  const CLI::App& root_;
  const ManualFacts& facts_;
  std::string text_;
  mutable std::string said_;
};

}  // namespace

std::string FormatExitCodes(Language language) {
  std::string text;
  for (const ExitCodeText& one : kExitCodes) {
    text += text.empty() ? "" : "\n";
    text += std::to_string(static_cast<int>(one.code)) + "  " +
            std::string(language == Language::kZh ? one.zh : one.en);
  }
  return text;
}

std::string ManualPage(const CLI::App& root, const ManualFacts& facts) {
  return Page(root, facts).Write();
}

}  // namespace spotcheck
