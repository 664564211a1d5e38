#include "client/words.h"

#include <algorithm>

#include "absl/time/time.h"
#include "lib/base/civil_date.h"
#include "lib/base/identifier.h"
#include "lib/base/ids.h"
#include "lib/base/words.h"
#include "lib/rules/law/withdrawal.h"

namespace spotcheck::client {
namespace {

std::string Named(const std::string& collection, const std::string& id) {
  const bool named = id.compare(0, collection.size(), collection) == 0;
  return named ? id : collection + id;
}

// As the register keeps a badge number; a name with its collection stays.
std::string BadgeText(const std::string& typed) {
  std::string badge = Undress(typed, InnerBlanks::kDropped).text;
  const bool is_name = badge.find('/') != std::string::npos;
  if (!is_name) {
    std::transform(badge.begin(), badge.end(), badge.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  return badge;
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
  return Named("inspectors/", BadgeText(id));
}

std::string CodeText(const std::string& typed) {
  const absl::StatusOr<Usci> usci = Usci::ParseLenient(typed);
  return usci.ok() ? usci->str() : typed;
}

std::string UtcText(const std::string& typed) {
  constexpr int kBeijingOffset = 8 * 60 * 60;
  const absl::TimeZone beijing = absl::FixedTimeZone(kBeijingOffset);
  for (const char* format : {"%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S",
                             "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"}) {
    absl::Time time;
    std::string ignored;
    if (!absl::ParseTime(format, typed, beijing, &time, &ignored)) continue;
    // The parser takes 24:00 and one-digit months, too; one spelling is enough.
    if (absl::FormatTime(format, time, beijing) == typed) {
      return FormatUtcSeconds(time);
    }
  }
  return typed;
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
