#ifndef SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_
#define SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_

// Doubts about a row that do not refuse it: an organisation code or a GTIN
// whose check digit is wrong, or a region of no known province. Pure.

#include <vector>

#include "lib/base/error.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

std::vector<Localized> WarningsOf(const store::EnterpriseRecord& record);
std::vector<Localized> WarningsOf(const store::ProductRecord& record);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_
