#ifndef SPOTCHECK_LIB_STORE_EVENTS_RECORDS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_RECORDS_H_

// Events carry the rows of the registers and of the credit file in these
// structs, as they were imported. Normal forms, for searching and comparing,
// are made where a row is applied to the tables.

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/attempt.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/drawn_unit.h"
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
  std::string category;  // "" for a line that only a check has told of
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
  std::int64_t capacity = 0;  // most lines in one draw
  std::vector<Usci> conflicts;
  std::string state;
  bool active = true;
  friend bool operator==(const LabRecord&, const LabRecord&) = default;
};

struct InspectorRecord {
  InspectorId inspector;  // badge number 执法证号
  std::string person_name;
  std::string organisation;
  std::string region;
  std::int64_t capacity = 0;  // most enterprises in one draw
  std::vector<Usci> recusals;
  std::string state;
  bool active = true;
  friend bool operator==(const InspectorRecord&,
                         const InspectorRecord&) = default;
};

using rules::AttemptState;
using rules::HoldState;
using rules::ListState;
using rules::Severity;
using rules::UnitState;
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
  TaskId task;  // empty for an imported check
  rules::Purpose purpose = rules::Purpose::kRoutine;
  std::vector<TestItem> items;
  // Says why the check passed although an item failed.
  std::string explanation;
  friend bool operator==(const CheckRecord&, const CheckRecord&) = default;
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
