#include "lib/app/register/warnings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "lib/app/common/fields.h"

namespace spotcheck::app {
namespace {

// The first two digits of division codes in GB/T 2260: provinces, autonomous
// regions, municipalities and special administrative regions; 10 stands for
// organisations registered by the state itself.
constexpr auto kProvinces = std::to_array<std::string_view>(
    {"10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
     "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51",
     "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"});

bool IsKnownProvince(std::string_view region) {
  return std::find(kProvinces.begin(), kProvinces.end(), region.substr(0, 2)) !=
         kProvinces.end();
}

}  // namespace

std::vector<Localized> WarningsOf(const store::EnterpriseRecord& record) {
  std::vector<Localized> warnings;
  if (!IsKnownProvince(record.usci.region())) {
    const std::string region(record.usci.region());
    warnings.push_back(
        {absl::StrCat("代码中的行政区划 ", region, " 不属于任何省级区划"),
         absl::StrCat("the code's region ", region, " is of no province")});
  }
  if (!HasValidOrganisationCode(record.usci)) {
    warnings.push_back({"代码中的组织机构代码校验位不符",
                        "the organisation code within the code has a wrong "
                        "check digit"});
  }
  return warnings;
}

std::vector<Localized> WarningsOf(const store::ProductRecord& record) {
  const std::string gtin = FoldCode(record.gtin);
  if (gtin.empty() || IsValidGtin(gtin)) return {};
  return {{absl::StrCat("商品条码 ", Quotable(record.gtin), " 校验位不符"),
           absl::StrCat("the GTIN ", Quotable(record.gtin),
                        " is not valid: digits, length or check digit")}};
}

}  // namespace spotcheck::app
