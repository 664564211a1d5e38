#ifndef SPOTCHECK_CLIENT_HELP_H_
#define SPOTCHECK_CLIENT_HELP_H_

// The text and example of every command, in one table.

#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

inline constexpr Phrase kProgramHelp = {
    "产品质量随机监督抽查：建库、随机抽取、公开验证、结果录入、信用查询",
    "Random product-quality spot checks: register, draw, verify, record, ask"};

// `path` is the command's words, e.g. "draw commit". A group of commands has no
// example.
struct CommandHelp {
  std::string_view path;
  Phrase text;
  std::string_view example;
};

absl::Span<const CommandHelp> AllHelp();
// Answers an empty entry for an unknown path.
const CommandHelp& FindHelp(std::string_view path);
// The shortest way from nothing to a verified draw, under its heading.
std::string FormatMainJob(Language language);
// The command's example under its heading; empty for a group.
std::string FormatExample(const CommandHelp& help, Language language);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_HELP_H_
