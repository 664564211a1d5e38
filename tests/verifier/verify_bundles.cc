// verify_bundles: reads the paths of bundles from its input, one a line up to
// an empty one, and answers each with a line, "OK" or "REFUSED" and why. The
// verdicts are those of `spotcheck draw verify`: differential.py compares them
// with the outsider's.

#include <iostream>
#include <string>

#include "client/verify/bundle_check.h"
#include "client/verify/bundle_folder.h"
#include "lib/base/error.h"

namespace spotcheck::client {
namespace {

std::string VerdictOn(const std::string& folder) {
  auto files = ReadBundleFolder(folder);
  if (!files.ok()) return "REFUSED " + ErrorReason(files.status());
  VerifyInput input;
  input.files = *std::move(files);
  const VerifyOutcome outcome = VerifyFiles(input);
  for (const rules::BundleCheck& check : outcome.report.checks) {
    if (!check.ok) return "REFUSED " + check.name + ": " + check.detail.en;
  }
  return "OK";
}

// A verdict is one line, whatever a bundle's texts hold.
std::string OnOneLine(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

}  // namespace
}  // namespace spotcheck::client

int main() {
  for (std::string folder; std::getline(std::cin, folder) && !folder.empty();) {
    std::cout << spotcheck::client::OnOneLine(
                     spotcheck::client::VerdictOn(folder))
              << std::endl;
  }
  return std::cout.good() ? 0 : 1;
}
