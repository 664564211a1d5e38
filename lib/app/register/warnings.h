#ifndef SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_
#define SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_

// Doubts about a row that do not refuse it: an inner organisation code or a
// GTIN with a wrong check digit, a region of no province. Pure.

#include <vector>

#include "lib/base/error.h"
#include "lib/store/events/records.h"

namespace spotcheck::app {

std::vector<Localized> WarningsOf(const store::EnterpriseRecord& record);
std::vector<Localized> WarningsOf(const store::ProductRecord& record);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_WARNINGS_H_
