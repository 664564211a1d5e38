#include "lib/app/register_read.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "lib/app/register_errors.h"
#include "lib/app/register_fields.h"
#include "lib/app/register_page.h"
#include "lib/app/register_warnings.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/product_key.h"
#include "lib/rules/task_rules.h"
#include "lib/store/register_reader_pages.h"

namespace spotcheck::app {
namespace {

EnterpriseAnswer Answer(store::StoredEnterprise enterprise) {
  std::vector<Localized> warnings = WarningsOf(enterprise.record);
  return {std::move(enterprise), std::move(warnings)};
}

ProductAnswer Answer(store::StoredProduct product) {
  std::vector<Localized> warnings = WarningsOf(product.record);
  return {std::move(product), std::move(warnings)};
}

store::StoredLab Answer(store::StoredLab lab) { return lab; }
store::StoredInspector Answer(store::StoredInspector row) { return row; }

// A list question, checked.
struct Asked {
  PageQuestion question;
  store::PageQuery page;  // one row more than the page: is there a next one?
};
absl::StatusOr<Asked> Ask(std::string_view list, const ListQuery& query) {
  Asked asked;
  ASSIGN_OR_RETURN(const int size, ParsePageSize(query.page_size));
  ASSIGN_OR_RETURN(const std::string text,
                   ReadText(query.query, {{"query"}, kMaxNameLength}));
  ASSIGN_OR_RETURN(asked.page.name, rules::NormaliseName(text));
  asked.question.text = Lp({"list", list, asked.page.name});
  ASSIGN_OR_RETURN(asked.page.after,
                   ParsePageToken(asked.question, query.page_token));
  asked.page.limit = size + 1;
  return asked;
}

// The page without the row that only tells that there is another page.
template <typename Answered, typename Row, typename Key>
Page<Answered> Close(const Asked& asked, std::vector<Row> rows, Key key) {
  Page<Answered> page;
  const auto size = static_cast<std::size_t>(asked.page.limit) - 1;
  if (rows.size() > size) {
    rows.resize(size);
    page.next_page_token =
        MakePageToken(asked.question, key(rows.back().record));
  }
  for (Row& row : rows) page.rows.push_back(Answer(std::move(row)));
  return page;
}

std::string KeyOf(const store::ProductRecord& r) {
  return r.usci.str() + r.line.str();
}

bool HoldsName(std::string_view name, std::string_view part) {
  const auto normal = rules::NormaliseName(name);
  return normal.ok() && normal->find(part) != std::string::npos;
}

// The rows after the key whose name holds the part, up to the limit.
template <typename Row, typename Key, typename Name>
std::vector<Row> Select(std::vector<Row> all, const store::PageQuery& page,
                        Key key, Name name) {
  std::vector<Row> rows;
  for (Row& row : all) {
    if (rows.size() == static_cast<std::size_t>(page.limit)) break;
    if (key(row.record) > page.after && HoldsName(name(row), page.name)) {
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
  ASSIGN_OR_RETURN(const Asked asked, Ask("enterprises", query));
  if (!asked.page.after.empty() && !Usci::Parse(asked.page.after).ok()) {
    return register_errors::InvalidPageToken();
  }
  ASSIGN_OR_RETURN(auto rows, store::EnterprisePage(view, asked.page));
  return Close<EnterpriseAnswer>(
      asked, std::move(rows),
      [](const store::EnterpriseRecord& r) { return r.usci.str(); });
}

absl::StatusOr<Page<ProductAnswer>> ListProducts(
    const store::View& view, const std::optional<Usci>& parent,
    const ListQuery& query) {
  const std::string list =
      absl::StrCat("products of ", parent ? parent->str() : "-");
  ASSIGN_OR_RETURN(const Asked asked, Ask(list, query));
  const std::string& after = asked.page.after;
  if (!after.empty() && !Usci::Parse(after.substr(0, Usci::kSize)).ok()) {
    return register_errors::InvalidPageToken();
  }
  if (!parent) {
    ASSIGN_OR_RETURN(auto rows, store::ProductPage(view, asked.page));
    return Close<ProductAnswer>(asked, std::move(rows), KeyOf);
  }
  ASSIGN_OR_RETURN(const bool known, store::HasEnterprise(view, *parent));
  if (!known) return register_errors::EnterpriseNotFound(*parent);
  ASSIGN_OR_RETURN(auto all, store::ProductsOf(view, *parent));
  auto rows = Select(std::move(all), asked.page, KeyOf,
                     [](const store::StoredProduct& row) -> std::string_view {
                       return row.product.name;
                     });
  return Close<ProductAnswer>(asked, std::move(rows), KeyOf);
}

absl::StatusOr<Page<store::StoredLab>> ListLabs(const store::View& view,
                                                const ListQuery& query) {
  ASSIGN_OR_RETURN(const Asked asked, Ask("labs", query));
  ASSIGN_OR_RETURN(auto rows, store::LabPage(view, asked.page));
  return Close<store::StoredLab>(
      asked, std::move(rows),
      [](const store::LabRecord& r) { return r.lab.str(); });
}

absl::StatusOr<Page<store::StoredInspector>> ListInspectors(
    const store::View& view, const ListQuery& query) {
  ASSIGN_OR_RETURN(const Asked asked, Ask("inspectors", query));
  const auto key = [](const store::InspectorRecord& r) {
    return r.inspector.str();
  };
  // Names are sealed: there is nothing to search in but the opened rows.
  ASSIGN_OR_RETURN(auto all, store::AllInspectors(view));
  auto rows = Select(std::move(all), asked.page, key,
                     [](const store::StoredInspector& row) -> std::string_view {
                       return row.record.person_name;
                     });
  return Close<store::StoredInspector>(asked, std::move(rows), key);
}

}  // namespace spotcheck::app
