#include "client/program.h"

#include <iostream>

#include "client/command_tree.h"
#include "client/commands/commands.h"
#include "client/early_options.h"
#include "client/io/json_object.h"
#include "lib/base/error.h"
#include "lib/cli/errors.h"
#include "lib/cli/language.h"

namespace spotcheck::client {

std::string FormatError(const absl::Status& status,
                        const GlobalOptions& options) {
  const ErrorInfo info = GetErrorInfo(status);
  if (options.format == Format::kJson || options.format == Format::kJsonLines) {
    const Json error = {{"error",
                         {{"reason", info.reason},
                          {"message_zh", info.message.zh},
                          {"message_en", info.message.en},
                          {"metadata", info.metadata}}}};
    if (options.format == Format::kJson) return JsonText(error);
    return error.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  const bool chinese = options.language == Language::kZh;
  return "spotcheck: " + (chinese ? info.message.zh : info.message.en) + " (" +
         info.reason + ")\n";
}

namespace {

// Says nothing to a reader who closed the output, as `head` does.
void SayError(const absl::Status& status, const GlobalOptions& options) {
  if (status.ok() || IsOutputClosed(status)) return;
  std::cerr << FormatError(status, options);
}

}  // namespace

ExitCode RunProgram(const std::vector<std::string>& arguments,
                    const Clock& clock, Entropy& entropy) {
  Environment environment(clock, entropy);
  environment.options.language = ChooseLanguage(arguments, LanguageOfLocale());
  environment.options.format = ChooseFormat(arguments);
  CommandTree tree(environment.options);
  AddAllCommands(tree);
  if (const auto code = AnswerShell(tree, arguments, environment)) {
    return *code;
  }
  const CommandTree::Parsed parsed = tree.Parse(arguments);
  SayError(parsed.error, environment.options);
  if (parsed.command == nullptr) return parsed.code;
  const absl::StatusOr<ExitCode> code = (*parsed.command)(environment);
  if (code.ok()) return *code;
  SayError(code.status(), environment.options);
  return ExitCodeFor(code.status());
}

}  // namespace spotcheck::client
