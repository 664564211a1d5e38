#ifndef SPOTCHECK_TESTS_RULES_LAW_FIXTURES_H_
#define SPOTCHECK_TESTS_RULES_LAW_FIXTURES_H_

// The policies, a scheme and list rules as an office would load them, and short
// ways to write facts.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lib/rules/law/frame_facts.h"
#include "lib/rules/law/grade.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/policy.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::rules::testing {

// NINGXIA-2017, LINGWU-2017, SHANXI-2017, GBF68-2016, SAMR18-8-1, SAMR18-8-2
// and PQL-15.
std::vector<Policy> StandardPolicies();
Policy PolicyNamed(std::string_view id);
Scheme StandardScheme();
std::vector<ListRule> StandardListRules();

CivilDate Day(std::string_view text);
Region RegionOf(std::string_view text);
// The `number`-th enterprise registered in a region of six digits.
Usci UsciIn(std::string_view region, int number);
ProductIdentity Towel();  // one product among others

// The rows of tests/testdata/<path>, each by column name.
using TsvRow = std::map<std::string, std::string>;
std::vector<TsvRow> ReadTsv(const std::string& path);

}  // namespace spotcheck::rules::testing

#endif  // SPOTCHECK_TESTS_RULES_LAW_FIXTURES_H_
