#include "client/import/keys.h"

#include <string_view>
#include <utility>

#include "lib/base/identifier.h"
#include "lib/base/ids.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::client {
namespace {

// Names, standards and trademarks repeat; models hardly do. A table of this
// many texts is some 10 MB.
constexpr std::size_t kMaxRemembered = 100'000;

std::vector<std::string_view> KeyFields(RowKey kind) {
  switch (kind) {
    case RowKey::kNone:
      return {};
    case RowKey::kUsci:
      return {"usci"};
    case RowKey::kInspector:
      return {"inspector_id"};
    case RowKey::kProduct:
      return {"usci", "product_name", "standard", "trademark", "model"};
  }
  return {};
}

std::string UsciKey(const std::string& text) {
  const absl::StatusOr<Usci> usci = Usci::ParseLenient(text);
  return usci.ok() ? usci->str() : std::string();
}

std::string IdKey(const std::string& text) {
  const absl::StatusOr<std::string> folded =
      ToNfkcFolded(Undress(text, InnerBlanks::kDropped).text);
  return folded.ok() ? DeleteWhiteSpace(*folded) : std::string();
}

}  // namespace

RowKeys::RowKeys(const ImportReader& reader, const ImportTable& table)
    : reader_(reader), kind_(table.key) {
  for (const std::string_view field : KeyFields(kind_)) {
    columns_.push_back(table.IndexOf(field));
  }
}

std::string RowKeys::KeyOf(const ImportRow& row) {
  switch (kind_) {
    case RowKey::kNone:
      return "";
    case RowKey::kUsci:
      return UsciKey(reader_.Cell(row, columns_[0]));
    case RowKey::kInspector:
      return IdKey(reader_.Cell(row, columns_[0]));
    case RowKey::kProduct:
      return ProductKeyOf(row);
  }
  return "";
}

std::string RowKeys::ProductKeyOf(const ImportRow& row) {
  const absl::StatusOr<Usci> usci =
      Usci::ParseLenient(reader_.Cell(row, columns_[0]));
  if (!usci.ok()) return "";
  using enum Form;
  const auto text = [&](Form form, std::size_t key) {
    return Normalised(form, reader_.Cell(row, columns_[key]));
  };
  const rules::ProductIdentity product = {text(kField, 1), text(kNumber, 2),
                                          text(kField, 3), text(kNumber, 4)};
  if (product.name.empty()) return "";
  return rules::MakeLineId(*usci, product).str();
}

const std::string& RowKeys::Normalised(Form form, const std::string& text) {
  auto& remembered = normalised_[static_cast<std::size_t>(form)];
  const auto found = remembered.find(text);
  if (found != remembered.end()) return found->second;
  if (remembered.size() >= kMaxRemembered) remembered.clear();
  absl::StatusOr<std::string> normal = form == Form::kNumber
                                           ? rules::NormaliseNumber(text)
                                           : rules::NormaliseField(text);
  return remembered
      .emplace(text, normal.ok() ? *std::move(normal) : std::string())
      .first->second;
}

absl::StatusOr<std::vector<bool>> FindSuperseded(const std::string& path,
                                                 const ImportTable& table,
                                                 Encoding encoding) {
  std::vector<bool> superseded;
  ASSIGN_OR_RETURN(ImportReader reader,
                   ImportReader::Open(path, table, encoding));
  RowKeys keys(reader, table);
  absl::flat_hash_map<std::string, std::size_t> last;
  while (true) {
    ASSIGN_OR_RETURN(const ImportRow* row, reader.Next());
    if (row == nullptr) return superseded;
    superseded.push_back(false);
    if (!row->refusal.ok()) continue;
    std::string key = keys.KeyOf(*row);
    if (key.empty()) continue;
    const std::size_t at = superseded.size() - 1;
    const auto [entry, added] = last.emplace(std::move(key), at);
    if (added) continue;
    superseded[entry->second] = true;
    entry->second = at;
  }
}

}  // namespace spotcheck::client
