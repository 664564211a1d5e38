#include "server/setup/errors.h"

#include <cerrno>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/error_rows.h"

namespace spotcheck::server {
namespace {

// One call of every function, more where it says several things.
std::vector<absl::Status> Examples(const std::string& text) {
  const RulePlace place{text, 3};
  return {
      FileNotReadable({text, ENOENT}),
      FileNotReadable({text, EACCES}),
      FileNotWritable({text, EROFS}),
      FileNotWritable({text, ENOSPC}),
      FileExists(text),
      FileTooLarge(text, 4),
      DataFolderInUse(text),
      NoDataFolder(text),
      AlreadyServing(text),
      AddressTaken(text),
      InvalidAddress(text),
      MetricsNotLoopback(text),
      KeyFileMalformed(text),
      CertificateFileMalformed(text),
      InvalidPersonName(text),
      ReservedPersonName(text),
      PersonExists(text),
      UnknownRole(text),
      InvalidHost(text),
      InvalidValidity(0, 4),
      NoSuchCertificate(text),
      RevocationReasonMissing(),
      InvalidOrigin(text),
      JournalKeyChanged(text),
      RecordMalformed(place),
      NoRuleFiles(text),
      RuleFileSyntax(place, text),
      RuleFileSyntax({text, 0}, text),
      RuleFieldInvalid(place, text),
      RuleNumberOutOfRange(place, {text, 0, 1, 2}),
      RulePartMissing(text),
      RulePartRepeated(place, text),
  };
}
//TESTS
}  // namespace
}  // namespace spotcheck::server
