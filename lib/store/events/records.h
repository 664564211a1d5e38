#ifndef SPOTCHECK_LIB_STORE_EVENTS_RECORDS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_RECORDS_H_

// The rows of the registers and of the credit file as events carry them: raw
// forms as they were imported. Normal forms are derived where a row is applied.

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::store {

struct EnterpriseRecord {
  Usci usci;
  std::string name;
  std::string registered_on;
  std::string kind;
  std::string scope;
  std::string province;
  std::string city;
  std::string address;
  std::string state;
  bool deregistered = false;
  std::string industry;
  std::string postcode;
  friend bool operator==(const EnterpriseRecord&,
                         const EnterpriseRecord&) = default;
};

struct LineKey {
  Usci usci;
  LineId line;
  friend auto operator<=>(const LineKey&, const LineKey&) = default;
};

struct ProductRecord {
  Usci usci;
  LineId line;
  std::string product_name;
  std::string category;  // "" where only a check is known of the line
  std::string standard;
  std::string trademark;
  std::string model;
  std::string gtin;
  friend bool operator==(const ProductRecord&, const ProductRecord&) = default;
};

struct LabRecord {
  LabId lab;
  std::string name;
  std::string accreditation;
  std::vector<std::string> categories;
  std::int64_t capacity = 0;  // lines a draw
  std::vector<Usci> conflicts;
  std::string state;
  bool active = true;
  friend bool operator==(const LabRecord&, const LabRecord&) = default;
};

struct InspectorRecord {
  InspectorId inspector;  // badge number
  std::string person_name;
  std::string organisation;
  std::string region;
  std::int64_t capacity = 0;  // enterprises a draw
  std::vector<Usci> recusals;
  std::string state;
  bool active = true;
  friend bool operator==(const InspectorRecord&,
                         const InspectorRecord&) = default;
};

using rules::ListState;
using rules::Severity;
using rules::Verdict;

struct TestItem {
  std::string item;
  std::string requirement;
  std::string measured;
  Verdict verdict = Verdict::kPass;
  friend bool operator==(const TestItem&, const TestItem&) = default;
};

struct CheckRecord {
  Usci usci;
  CheckId check;
  LineId line;
  std::string product_name;
  std::string standard;
  std::string trademark;
  std::string model;
  rules::Authority authority;
  CivilDate sampled;
  Verdict verdict = Verdict::kPass;
  Severity severity = Severity::kNone;
  std::string report_no;
  LabId lab;
  TaskId task;  // empty: imported
  rules::Purpose purpose = rules::Purpose::kRoutine;
  std::vector<TestItem> items;
};

struct ListEntryRecord {
  std::string entry_id;
  Usci usci;
  std::string list;
  std::string rule;
  std::string reason_zh;
  std::string reason_en;
  std::vector<CheckId> checks;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_RECORDS_H_
