#ifndef SPOTCHECK_CLIENT_COMPLETE_H_
#define SPOTCHECK_CLIENT_COMPLETE_H_

// Completes a command line for a shell: commands, options, words of closed
// lists, and ids that the server knows.

#include <functional>
#include <string>
#include <vector>

#include "client/command_tree.h"

namespace spotcheck::client {

struct Candidate {
  std::string word;
  std::string text;  // says what the word is; may be empty
};

// Asks for the ids of one kind.
using IdSource = std::function<std::vector<Candidate>(Completes)>;

// Finds the candidates for the last of `words`, which is being typed; the words
// stand behind the program's name. None where only a file or a free text can
// follow.
std::vector<Candidate> CompleteWords(const CommandTree& tree,
                                     const std::vector<std::string>& words,
                                     const IdSource& ids);

// Writes the script that has a shell ask `spotcheck __complete SHELL WORD…` for
// candidates.
enum class Shell { kBash, kZsh, kFish };
std::string CompletionScript(Shell shell);

// Writes candidates, one a line, as the shell's script reads them.
std::string FormatCandidates(Shell shell,
                             const std::vector<Candidate>& candidates);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMPLETE_H_
