#include "client/demo/rows.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/demo/data.h"
#include "client/demo/random.h"
#include "lib/base/ids.h"

namespace spotcheck::client {
namespace {

constexpr std::uint64_t kLabs = 12;
constexpr std::uint64_t kInspectors = 80;
// kLabs and kInspectors serve it
constexpr std::uint64_t kSmallRegister = 2'000;
constexpr std::uint64_t kEnterprisesPerLab = 20'000;
constexpr std::uint64_t kEnterprisesPerInspector = 1'000;
// these cover all categories, so that none is without a laboratory
constexpr std::uint64_t kFullScopeLabs = 3;
constexpr std::size_t kCheckYears = 3;

// Organisation codes are counted in the characters of GB 32100.
constexpr absl::string_view kCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
// An organisation code is "MA" and six characters, so there are 31^6. A step
// without a common factor spreads the enterprises' numbers over them:
// neighbours look unlike, and no two codes are equal.
constexpr std::uint64_t kOrganisations = 887'503'681;  // 31^6
constexpr std::uint64_t kOrganisationStep = 344'217'961;
// Laboratories get the numbers after all enterprises that can be asked for.
constexpr std::uint64_t kFirstLab = kMaxDemoEnterprises;

// Some rows get a wrong inner check character, as in real registers. It is only
// a warning.
std::string WithOrganisationCheck(std::string eight, bool valid) {
  for (const char c : absl::string_view("0123456789X")) {
    eight.push_back(c);
    if (IsValidOrganisationCode(eight) == valid) break;
    eight.pop_back();
  }
  return eight;
}

std::string OrganisationCode(std::uint64_t number, std::uint64_t seed) {
  std::uint64_t rest =
      (number * kOrganisationStep + seed % kOrganisations) % kOrganisations;
  std::string code = "MA";
  for (int i = 0; i < 6; ++i) {
    code.push_back(kCodeAlphabet[rest % kCodeAlphabet.size()]);
    rest /= kCodeAlphabet.size();
  }
  constexpr std::uint64_t kWrongOnceIn = 97;
  return WithOrganisationCheck(code, number % kWrongOnceIn != 96);
}

// Appends the check character. Where `first17` has other characters than the
// alphabet's, the import will refuse the row.
std::string WithUsciCheck(std::string first17) {
  const auto check = UsciCheckCharacter(first17);
  if (check.ok()) first17.push_back(*check);
  return first17;
}

std::string Gtin(DemoRandom& random) {
  std::string digits = "69";
  for (int i = 0; i < 10; ++i) {
    digits.push_back(static_cast<char>('0' + random.Below(10)));
  }
  for (char c = '0'; c <= '9'; ++c) {
    if (IsValidGtin(absl::StrCat(digits, std::string(1, c)))) {
      return absl::StrCat(digits, std::string(1, c));
    }
  }
  return "";
}

std::size_t PickCategory(DemoRandom& random) {
  std::size_t at = random.Below(100);
  for (std::size_t i = 0; i < kDemoCategories; ++i) {
    if (at < kDemoCategoryTable[i].per_hundred) return i;
    at -= kDemoCategoryTable[i].per_hundred;
  }
  return kDemoCategories - 1;
}

struct LevelName {
  absl::string_view level;
  std::string authority;
};
LevelName PickLevel(DemoRandom& random, const DemoCounty& county) {
  const std::size_t at = random.Below(100);
  if (at < 25) return {"国家", "国家市场监管总局"};
  if (at < 60) return {"省级", "宁夏回族自治区市场监管厅"};
  if (at < 85) return {"市级", absl::StrCat(county.city, "市场监管局")};
  return {"县级", absl::StrCat(county.name, "市场监管局")};
}

}  // namespace

DemoRegister::DemoRegister(std::int64_t enterprises, std::uint64_t seed)
    : enterprises_(static_cast<std::uint64_t>(enterprises)),
      seed_(seed),
      last_sampled_(CivilDate::Parse(kDemoLastSampled).value_or(CivilDate())) {}

std::uint64_t DemoRegister::labs() const {
  const std::uint64_t more =
      enterprises_ > kSmallRegister ? enterprises_ - kSmallRegister : 0;
  return kLabs + more / kEnterprisesPerLab;
}

std::uint64_t DemoRegister::inspectors() const {
  const std::uint64_t more =
      enterprises_ > kSmallRegister ? enterprises_ - kSmallRegister : 0;
  return kInspectors + more / kEnterprisesPerInspector;
}

DemoEnterprise DemoRegister::Enterprise(std::uint64_t number) const {
  DemoRandom random(seed_, DemoStream::kEnterprise, number);
  DemoEnterprise enterprise;
  enterprise.county = &random.Pick(kDemoCountyTable);
  enterprise.category = PickCategory(random);
  enterprise.brand =
      absl::StrCat(random.Pick(kDemoNameHeads), random.Pick(kDemoNameTails));
  const DemoCategory& category = kDemoCategoryTable[enterprise.category];
  enterprise.name = absl::StrCat(
      random.Chance(40) ? "宁夏" : enterprise.county->name, enterprise.brand,
      category.trade, random.Chance(85) ? "有限公司" : "科技股份有限公司");
  enterprise.usci = WithUsciCheck(absl::StrCat(
      "91", enterprise.county->code, OrganisationCode(number, seed_)));
  return enterprise;
}

std::string DemoRegister::EnterpriseRow(std::uint64_t number) const {
  const DemoEnterprise enterprise = Enterprise(number);
  DemoRandom random(seed_ + 1, DemoStream::kEnterprise, number);
  const CivilDate registered =
      CivilDate(1996, 1, 1).AddDays(static_cast<int>(random.Below(10'000)));
  const DemoCategory& category = kDemoCategoryTable[enterprise.category];
  const absl::string_view type =
      enterprise.name.find("股份") == std::string::npos
          ? "有限责任公司(自然人投资或控股)"
          : "股份有限公司(非上市)";
  return absl::StrCat(enterprise.name, ",", enterprise.usci, ",",
                      registered.ToString(), ",", type, ",", category.name,
                      "的生产、销售,宁夏,", enterprise.county->city, ",",
                      enterprise.county->city, enterprise.county->name,
                      random.Pick(kDemoStreets), 1 + random.Below(399), "号\n");
}

// The first of each pair of enterprises takes some of six lines and the second
// the others, so the average is exactly three.
std::size_t DemoRegister::PortfolioSize(std::uint64_t number) const {
  const bool alone = number % 2 == 0 && number + 1 == enterprises_;
  if (alone) return 3;
  DemoRandom random(seed_, DemoStream::kPortfolio, number / 2);
  const std::size_t first = 1 + random.Below(5);
  return number % 2 == 0 ? first : 6 - first;
}

std::vector<DemoLine> DemoRegister::Portfolio(std::uint64_t number) const {
  const DemoEnterprise enterprise = Enterprise(number);
  DemoRandom random(seed_ + 1, DemoStream::kPortfolio, number);
  std::vector<DemoLine> lines;
  const std::size_t size = PortfolioSize(number);
  while (lines.size() < size) {
    const std::size_t category =
        random.Chance(85) ? enterprise.category : PickCategory(random);
    const DemoProduct& product =
        random.Pick(kDemoCategoryTable[category].products);
    const absl::string_view model = random.Pick(product.models);
    const bool repeated =
        std::any_of(lines.begin(), lines.end(), [&](const DemoLine& line) {
          return line.product == &product && line.model == model;
        });
    if (repeated) continue;
    const std::size_t mark = random.Below(100);
    lines.push_back({category, &product, model,
                     mark < 15   ? "无"
                     : mark < 25 ? "—"
                                 : enterprise.brand});
  }
  return lines;
}

std::string DemoRegister::ProductRows(std::uint64_t number) const {
  const std::string usci = Enterprise(number).usci;
  DemoRandom random(seed_ + 2, DemoStream::kPortfolio, number);
  std::string rows;
  for (const DemoLine& line : Portfolio(number)) {
    absl::StrAppend(&rows, usci, ",", line.product->name, ",",
                    kDemoCategoryTable[line.category].name, ",",
                    line.product->standard, ",", line.trademark, ",");
    absl::StrAppend(&rows, line.model, ",",
                    random.Chance(30) ? Gtin(random) : "", "\n");
  }
  return rows;
}

std::string DemoRegister::LabCode(std::uint64_t number) const {
  return WithUsciCheck(
      absl::StrCat("12640000", OrganisationCode(kFirstLab + number, seed_)));
}

bool DemoRegister::LabCovers(std::uint64_t lab, std::size_t category) const {
  if (lab < kFullScopeLabs) return true;
  DemoRandom random(seed_, DemoStream::kLab, lab * kDemoCategories + category);
  return lab % kDemoCategories == category || random.Chance(50);
}

std::string DemoRegister::SomeCodes(DemoRandom& random,
                                    std::size_t limit) const {
  std::vector<std::uint64_t> numbers;
  for (std::size_t i = random.Below(limit + 1); i > 0; --i) {
    const std::uint64_t number = random.Below(enterprises_);
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
      numbers.push_back(number);
    }
  }
  std::string codes;
  for (const std::uint64_t number : numbers) {
    absl::StrAppend(&codes, codes.empty() ? "" : ";", Enterprise(number).usci);
  }
  return codes;
}

std::string DemoRegister::LabRow(std::uint64_t number) const {
  DemoRandom random(seed_ + 1, DemoStream::kLab, number);
  std::string scope;
  for (std::size_t i = 0; i < kDemoCategories; ++i) {
    if (!LabCovers(number, i)) continue;
    absl::StrAppend(&scope, scope.empty() ? "" : ";",
                    kDemoCategoryTable[i].name);
  }
  const std::size_t capacity = 60 + 20 * random.Below(8);
  return absl::StrCat(LabCode(number), ",宁夏第", number + 1,
                      "产品质量检验检测中心,CMA", 2021 + number % 5, "64",
                      absl::Dec(number, absl::kZeroPad4), ",", scope, ",",
                      capacity, ",", SomeCodes(random, 6), "\n");
}

std::string DemoRegister::InspectorRow(std::uint64_t number) const {
  DemoRandom random(seed_, DemoStream::kInspector, number);
  const DemoCounty& county = random.Pick(kDemoCountyTable);
  const std::size_t limit = 6 + 2 * random.Below(4);
  return absl::StrCat("ZF64", absl::Dec(number, absl::kZeroPad5), ",",
                      random.Pick(kDemoSurnames), random.Pick(kDemoGivenNames),
                      ",", county.name, "市场监管局,", county.code, ",", limit,
                      ",", random.Chance(40) ? SomeCodes(random, 3) : "", "\n");
}

std::string DemoRegister::CheckRow(const DemoEnterprise& enterprise,
                                   const DemoLine& line,
                                   std::uint64_t serial) const {
  DemoRandom random(seed_ + 1, DemoStream::kCheck, serial);
  const LevelName level = PickLevel(random, *enterprise.county);
  // Two in five checks lie within half a year, so that the six-month rule has
  // enough to do.
  const int age = static_cast<int>(
      random.Chance(40) ? random.Below(180)
                        : random.Below(std::size_t{365} * kCheckYears));
  const CivilDate sampled = last_sampled_.AddDays(-age);
  std::uint64_t lab = random.Below(labs());
  while (!LabCovers(lab, line.category)) lab = (lab + 1) % labs();
  return absl::StrCat(
      enterprise.usci, ",", line.product->name, ",", line.product->standard,
      ",", line.trademark, ",", line.model, ",", level.authority, ",",
      level.level, ",", sampled.ToString(), ",",
      random.Chance(92) ? "合格" : "不合格", ",JC", sampled.civil().year(),
      absl::Dec(serial, absl::kZeroPad9), ",", LabCode(lab), "\n");
}

std::string DemoRegister::CheckRows(std::uint64_t number) const {
  DemoRandom random(seed_, DemoStream::kCheck, number);
  // the report numbers have room for so many
  constexpr std::uint64_t kMostChecks = 4;
  const std::size_t at = random.Below(100);
  const std::uint64_t count = at < 18 ? 1 : at < 21 ? 2 : at < 22 ? 3 : 0;
  if (count == 0) return "";
  const DemoEnterprise enterprise = Enterprise(number);
  const std::vector<DemoLine> lines = Portfolio(number);
  std::string rows;
  for (std::uint64_t i = 0; i < count; ++i) {
    rows += CheckRow(enterprise, random.Pick(lines), number * kMostChecks + i);
  }
  return rows;
}

}  // namespace spotcheck::client
