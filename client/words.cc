#include "client/words.h"

#include "lib/base/ids.h"
#include "lib/base/words.h"
#include "lib/rules/law/withdrawal.h"

namespace spotcheck::client {
namespace {

std::string Named(const std::string& collection, const std::string& id) {
  const bool named = id.compare(0, collection.size(), collection) == 0;
  return named ? id : collection + id;
}

}  // namespace

std::string TaskName(const std::string& id) { return Named("tasks/", id); }

std::string EnterpriseName(const std::string& code) {
  return Named("enterprises/", CodeText(code));
}

std::string LabName(const std::string& code) {
  return Named("labs/", CodeText(code));
}

std::string InspectorName(const std::string& id) {
  return Named("inspectors/", id);
}

std::string CodeText(const std::string& typed) {
  const absl::StatusOr<Usci> usci = Usci::ParseLenient(typed);
  return usci.ok() ? usci->str() : typed;
}

std::string WithdrawalCode(const std::string& typed) {
  for (const rules::WithdrawalReason& reason : rules::kWithdrawalReasons) {
    if (reason.zh == typed || SameLetters(reason.en, typed) ||
        SameLetters(reason.code, typed)) {
      return std::string(reason.code);
    }
  }
  return typed;
}

}  // namespace spotcheck::client
