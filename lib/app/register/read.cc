#include "lib/app/register/read.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/common/errors.h"
#include "lib/app/common/fields.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/read/registers.h"

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

EnterpriseAnswer Answer(store::StoredEnterprise enterprise) {
  std::vector<Localized> warnings = WarningsOf(enterprise.record);
  return {std::move(enterprise), std::move(warnings)};
}

ProductAnswer Answer(store::StoredProduct product) {
  std::vector<Localized> warnings = WarningsOf(product.record);
  return {std::move(product), std::move(warnings)};
}

// The question of a list, after its checks.
struct CheckedQuery {
  PageRequest page;
  std::vector<std::string> words;  // in normal form
  Region region;
};

// Splits the query at white space. A word of which the normal form leaves
// nothing is passed over.
absl::StatusOr<std::vector<std::string>> WordsOf(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char32_t c : ToUtf32(text + " ")) {
    const std::string character = ToUtf8({&c, 1});
    if (!DeleteWhiteSpace(character).empty()) {
      word += character;
      continue;
    }
    ASSIGN_OR_RETURN(std::string normal, rules::NormaliseName(word));
    word.clear();
    if (!normal.empty()) words.push_back(std::move(normal));
  }
  if (words.size() > store::kMaxSearchWords) {
    return register_errors::TooManyWords(store::kMaxSearchWords);
  }
  return words;
}
absl::StatusOr<CheckedQuery> CheckQuery(std::string_view list,
                                        const ListQuery& query) {
  CheckedQuery checked;
  ASSIGN_OR_RETURN(const std::string text,
                   ReadText(query.query, {{"query"},
                                          kMaxNameLength,
                                          Presence::kOptional,
                                          LineBreaks::kToSpaces}));
  ASSIGN_OR_RETURN(checked.words, WordsOf(text));
  checked.region = query.region;
  checked.page = {{Lp({"list", list, absl::StrJoin(checked.words, " "),
                       query.region.str()})},
                  query.page_size,
                  query.page_token};
  return checked;
}

// Turns the rows of a page into answers.
template <typename Answered, typename Row>
Page<Answered> AnswerRows(Page<Row> page) {
  Page<Answered> answered;
  for (Row& row : page.rows) answered.rows.push_back(Answer(std::move(row)));
  answered.next_page_token = std::move(page.next_page_token);
  return answered;
}

std::string KeyOf(const store::StoredEnterprise& row) {
  return row.record.usci.str();
}
std::string KeyOf(const store::StoredProduct& row) {
  return row.record.usci.str() + row.record.line.str();
}
std::string KeyOf(const store::StoredLab& row) { return row.record.lab.str(); }
std::string KeyOf(const store::StoredInspector& row) {
  return row.record.inspector.str();
}

template <typename Row, typename Read>
absl::StatusOr<Page<Row>> ReadRows(const CheckedQuery& checked, Read read) {
  return ReadPage<Row>(
      checked.page,
      [&](const std::string& after, int limit) {
        return read(
            store::PageQuery{after, checked.words, checked.region, limit});
      },
      [](const Row& row) { return KeyOf(row); });
}

bool HoldsWords(std::string_view name, const std::vector<std::string>& words) {
  const auto normal = rules::NormaliseName(name);
  if (!normal.ok()) return false;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return normal->find(word) != std::string::npos;
  });
}

// The first rows, up to the limit, that come behind the key `page.after` and
// whose names contain all of `page.words`.
template <typename Row, typename Name>
std::vector<Row> Select(std::vector<Row> all, const store::PageQuery& page,
                        Name name) {
  std::vector<Row> rows;
  for (Row& row : all) {
    if (rows.size() == static_cast<std::size_t>(page.limit)) break;
    if (KeyOf(row) > page.after && HoldsWords(name(row), page.words)) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace

absl::StatusOr<EnterpriseAnswer> GetEnterprise(const store::View& view,
                                               const Usci& usci) {
  ASSIGN_OR_RETURN(auto found, store::FindEnterprise(view, usci));
  if (!found) return register_errors::EnterpriseNotFound(usci);
  return Answer(*std::move(found));
}

absl::StatusOr<ProductAnswer> GetProduct(const store::View& view,
                                         const Usci& usci, const LineId& line) {
  ASSIGN_OR_RETURN(auto found, store::FindProduct(view, usci, line));
  if (!found) return register_errors::ProductNotFound(usci, line);
  return Answer(*std::move(found));
}

absl::StatusOr<store::StoredLab> GetLab(const store::View& view,
                                        const LabId& lab) {
  ASSIGN_OR_RETURN(auto found, store::FindLab(view, lab));
  if (!found) return register_errors::LabNotFound(lab);
  return *std::move(found);
}

absl::StatusOr<store::StoredInspector> GetInspector(
    const store::View& view, const InspectorId& inspector) {
  ASSIGN_OR_RETURN(auto found, store::FindInspector(view, inspector));
  if (!found) return register_errors::InspectorNotFound(inspector);
  return *std::move(found);
}

absl::StatusOr<Page<EnterpriseAnswer>> ListEnterprises(const store::View& view,
                                                       const ListQuery& query) {
  using Rows = std::vector<store::StoredEnterprise>;
  ASSIGN_OR_RETURN(const CheckedQuery checked,
                   CheckQuery("enterprises", query));
  const auto read = [&](const store::PageQuery& page) -> absl::StatusOr<Rows> {
    if (!page.after.empty() && !Usci::Parse(page.after).ok()) {
      return register_errors::InvalidPageToken();
    }
    return store::EnterprisePage(view, page);
  };
  ASSIGN_OR_RETURN(auto page, ReadRows<store::StoredEnterprise>(checked, read));
  return AnswerRows<EnterpriseAnswer>(std::move(page));
}

absl::StatusOr<Page<ProductAnswer>> ListProducts(
    const store::View& view, const std::optional<Usci>& parent,
    const ListQuery& query) {
  using Rows = std::vector<store::StoredProduct>;
  const std::string list =
      absl::StrCat("products of ", parent ? parent->str() : "-");
  ASSIGN_OR_RETURN(const CheckedQuery checked, CheckQuery(list, query));
  const auto read = [&](const store::PageQuery& page) -> absl::StatusOr<Rows> {
    if (!page.after.empty() &&
        !Usci::Parse(page.after.substr(0, Usci::kSize)).ok()) {
      return register_errors::InvalidPageToken();
    }
    if (!parent) return store::ProductPage(view, page);
    ASSIGN_OR_RETURN(const bool known, store::HasEnterprise(view, *parent));
    if (!known) return register_errors::EnterpriseNotFound(*parent);
    ASSIGN_OR_RETURN(Rows all, store::ProductsOf(view, *parent));
    return Select(std::move(all), page,
                  [](const store::StoredProduct& row) -> std::string_view {
                    return row.product.name;
                  });
  };
  ASSIGN_OR_RETURN(auto page, ReadRows<store::StoredProduct>(checked, read));
  return AnswerRows<ProductAnswer>(std::move(page));
}

absl::StatusOr<Page<store::StoredLab>> ListLabs(const store::View& view,
                                                const ListQuery& query) {
  ASSIGN_OR_RETURN(const CheckedQuery checked, CheckQuery("labs", query));
  return ReadRows<store::StoredLab>(checked, [&](const store::PageQuery& page) {
    return store::LabPage(view, page);
  });
}

absl::StatusOr<Page<store::StoredInspector>> ListInspectors(
    const store::View& view, const ListQuery& query) {
  using Rows = std::vector<store::StoredInspector>;
  ASSIGN_OR_RETURN(const CheckedQuery checked, CheckQuery("inspectors", query));
  // Inspectors' names are sealed in the database, so the search opens all rows
  // and compares them here.
  const auto read = [&](const store::PageQuery& page) -> absl::StatusOr<Rows> {
    ASSIGN_OR_RETURN(Rows all, store::AllInspectors(view));
    return Select(std::move(all), page,
                  [](const store::StoredInspector& row) -> std::string_view {
                    return row.record.person_name;
                  });
  };
  return ReadRows<store::StoredInspector>(checked, read);
}

}  // namespace spotcheck::app
