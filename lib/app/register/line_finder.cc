#include "lib/app/register/line_finder.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

bool HasTextsOf(const store::ProductRecord& a, const store::ProductRecord& b) {
  return a.product_name == b.product_name && a.standard == b.standard &&
         a.trademark == b.trademark && a.model == b.model;
}

absl::StatusOr<rules::ProductIdentity> IdentityOf(
    const store::CheckRecord& check) {
  return rules::NormaliseProduct(
      {check.product_name, check.standard, check.trademark, check.model});
}

}  // namespace

absl::StatusOr<const std::vector<store::StoredProduct>*> LineFinder::LinesOf(
    const Usci& usci) {
  const auto known = lines_.find(usci);
  if (known != lines_.end()) return &known->second;
  ASSIGN_OR_RETURN(auto lines, store::ProductsOf(view_, usci));
  return &lines_.emplace(usci, std::move(lines)).first->second;
}

absl::StatusOr<const LineFinder::Older*> LineFinder::OlderLinesOf(
    const Usci& usci) {
  const auto known = older_.find(usci);
  if (known != older_.end()) return &known->second;
  ASSIGN_OR_RETURN(const auto* lines, LinesOf(usci));
  Older older;
  for (const store::StoredProduct& line : *lines) {
    const LineId today = rules::MakeLineId(usci, line.product);
    if (today != line.record.line) older[today].push_back(line.record);
  }
  return &older_.emplace(usci, std::move(older)).first->second;
}

absl::StatusOr<LineId> LineFinder::Find(const store::ProductRecord& record) {
  ASSIGN_OR_RETURN(const Older* older, OlderLinesOf(record.usci));
  const auto found = older->find(record.line);
  if (found == older->end()) return record.line;
  for (const store::ProductRecord& line : found->second) {
    if (HasTextsOf(line, record)) return line.line;
  }
  ASSIGN_OR_RETURN(const auto today,
                   store::FindProduct(view_, record.usci, record.line));
  return today.has_value() ? record.line : found->second.front().line;
}

absl::StatusOr<std::vector<LineId>> LineFinder::FindByGiven(
    const ProductRow& row, const store::ProductRecord& record) {
  ASSIGN_OR_RETURN(
      const rules::ProductIdentity product,
      rules::NormaliseProduct({record.product_name, record.standard,
                               record.trademark, record.model}));
  ASSIGN_OR_RETURN(const auto* lines, LinesOf(record.usci));
  std::vector<LineId> found;
  for (const store::StoredProduct& line : *lines) {
    const rules::ProductIdentity& other = line.product;
    const bool agrees =
        other.name == product.name &&
        (!row.Gives("standard") || other.standard == product.standard) &&
        (!row.Gives("trademark") || other.trademark == product.trademark) &&
        (!row.Gives("model") || other.model == product.model);
    if (agrees) found.push_back(line.record.line);
  }
  return found;
}

absl::StatusOr<bool> AreOneLine(const store::CheckRecord& a,
                                const store::CheckRecord& b) {
  if (a.usci != b.usci) return false;
  if (a.line == b.line) return true;
  ASSIGN_OR_RETURN(const auto one, IdentityOf(a));
  ASSIGN_OR_RETURN(const auto other, IdentityOf(b));
  return one == other;
}

}  // namespace spotcheck::app
