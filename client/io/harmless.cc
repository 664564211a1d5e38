#include "client/io/harmless.h"

#include <algorithm>
#include <iterator>

namespace spotcheck::client {
namespace {

constexpr char kApostrophe = '\'';
constexpr std::string_view kBeginnings[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                            "\n", "＝", "＋", "－", "＠"};

// True if a formula begins behind any number of apostrophes.
bool BeginsAFormula(std::string_view text) {
  text.remove_prefix(
      std::min(text.find_first_not_of(kApostrophe), text.size()));
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [text](std::string_view beginning) {
                       return text.substr(0, beginning.size()) == beginning;
                     });
}

}  // namespace

std::string Harmless(std::string_view text) {
  std::string harmless(text);
  if (BeginsAFormula(text)) harmless.insert(0, 1, kApostrophe);
  return harmless;
}

std::string Restored(std::string_view text) {
  const bool marked = !text.empty() && text.front() == kApostrophe;
  if (marked && BeginsAFormula(text)) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace spotcheck::client
