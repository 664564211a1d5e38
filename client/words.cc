#include "client/words.h"

#include "lib/base/ids.h"

namespace spotcheck::client {
namespace {

std::string Named(const std::string& collection, const std::string& id) {
  const bool named = id.compare(0, collection.size(), collection) == 0;
  return named ? id : collection + id;
}

}  // namespace

const std::map<std::string, v1::Level>& LevelWords() {
  static const auto* const kWords =
      new std::map<std::string, v1::Level>{{"national", v1::LEVEL_NATIONAL},
                                           {"provincial", v1::LEVEL_PROVINCIAL},
                                           {"city", v1::LEVEL_CITY},
                                           {"county", v1::LEVEL_COUNTY}};
  return *kWords;
}

const std::map<std::string, v1::Purpose>& PurposeWords() {
  static const auto* const kWords = new std::map<std::string, v1::Purpose>{
      {"ROUTINE", v1::PURPOSE_ROUTINE},
      {"FOLLOW_UP", v1::PURPOSE_FOLLOW_UP},
      {"EMERGENCY", v1::PURPOSE_EMERGENCY}};
  return *kWords;
}

const std::map<std::string, v1::HashSuite>& SuiteWords() {
  static const auto* const kWords = new std::map<std::string, v1::HashSuite>{
      {"SHA256", v1::HASH_SUITE_SHA256}, {"SM3", v1::HASH_SUITE_SM3}};
  return *kWords;
}

const std::map<std::string, v1::Verdict>& VerdictWords() {
  static const auto* const kWords = new std::map<std::string, v1::Verdict>{
      {"pass", v1::VERDICT_PASS}, {"fail", v1::VERDICT_FAIL}};
  return *kWords;
}

const std::map<std::string, v1::Severity>& SeverityWords() {
  static const auto* const kWords = new std::map<std::string, v1::Severity>{
      {"serious", v1::SEVERITY_SERIOUS}, {"general", v1::SEVERITY_GENERAL}};
  return *kWords;
}

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

}  // namespace spotcheck::client
