#include "lib/store/tables/search_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::store {
namespace {

// Four base-36 digits count further than there are code points. The end mark is
// 0, a character that no name has.
constexpr int kDigits = 4;
constexpr char32_t kBase = 36;
constexpr char kDigitTexts[] = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr char32_t kEndMark = 0;

void AppendCharacter(char32_t code_point, std::string& out) {
  char digits[kDigits];
  for (int i = kDigits - 1; i >= 0; --i) {
    digits[i] = kDigitTexts[code_point % kBase];
    code_point /= kBase;
  }
  out.append(digits, kDigits);
}

void AppendPair(char32_t first, char32_t second, std::string& out) {
  if (!out.empty()) out.push_back(' ');
  AppendCharacter(first, out);
  AppendCharacter(second, out);
}

struct IndexedName {
  std::int64_t doc = 0;
  std::string name;
};

// The statements of one index. Its name table gives each name a number, and the
// index holds the name's pairs under that number.
struct IndexSql {
  std::string_view find;
  std::string_view next;
  std::string_view add;
  std::string_view rename;
  std::string_view put;
  std::string_view take;
};

constexpr IndexSql kEnterpriseSql = {
    .find = "SELECT doc_id, name FROM enterprise_name WHERE usci = $usci",
    .next = "SELECT COALESCE(MAX(doc_id), 0) + 1 FROM enterprise_name",
    .add =
        "INSERT INTO enterprise_name (doc_id, usci, name) "
        "VALUES ($doc, $usci, $name)",
    .rename = "UPDATE enterprise_name SET name = $name WHERE doc_id = $doc",
    .put = "INSERT INTO enterprise_search (rowid, pairs) VALUES ($doc, $pairs)",
    .take =
        "INSERT INTO enterprise_search (enterprise_search, rowid, pairs) "
        "VALUES ('delete', $doc, $pairs)",
};
constexpr IndexSql kProductSql = {
    .find =
        "SELECT doc_id, name FROM product_name "
        "WHERE usci = $usci AND line_id = $line",
    .next = "SELECT COALESCE(MAX(doc_id), 0) + 1 FROM product_name",
    .add =
        "INSERT INTO product_name (doc_id, usci, line_id, name) "
        "VALUES ($doc, $usci, $line, $name)",
    .rename = "UPDATE product_name SET name = $name WHERE doc_id = $doc",
    .put = "INSERT INTO product_search (rowid, pairs) VALUES ($doc, $pairs)",
    .take =
        "INSERT INTO product_search (product_search, rowid, pairs) "
        "VALUES ('delete', $doc, $pairs)",
};

absl::Status PutPairs(sql::WriteConnection& db, std::string_view sql,
                      const IndexedName& entry) {
  return db.Execute(sql,
                    {{"$doc", entry.doc}, {"$pairs", NamePairs(entry.name)}});
}

absl::Status Rename(sql::WriteConnection& db, const IndexSql& sql,
                    const IndexedName& old, std::string_view name) {
  if (old.name == name) return absl::OkStatus();
  RETURN_IF_ERROR(PutPairs(db, sql.take, old));
  RETURN_IF_ERROR(db.Execute(sql.rename, {{"$name", name}, {"$doc", old.doc}}));
  return PutPairs(db, sql.put, {old.doc, std::string(name)});
}

// `key` are the bindings of what bears the name.
absl::Status Index(sql::WriteConnection& db, const IndexSql& sql,
                   std::vector<sql::Binding> key, std::string_view name) {
  std::optional<IndexedName> old;
  RETURN_IF_ERROR(db.ForEach(sql.find, std::span<const sql::Binding>(key),
                             [&old](const sql::Row& row) {
                               old = {row.Int(0), std::string(row.Text(1))};
                               return absl::OkStatus();
                             }));
  if (old.has_value()) return Rename(db, sql, *old, name);
  ASSIGN_OR_RETURN(const std::int64_t doc, db.QueryInt(sql.next, {}));
  key.insert(key.end(), {{"$doc", doc}, {"$name", name}});
  RETURN_IF_ERROR(db.Execute(sql.add, std::span<const sql::Binding>(key)));
  return PutPairs(db, sql.put, {doc, std::string(name)});
}

}  // namespace

std::string NamePairs(std::string_view normal_name) {
  const std::u32string name = ToUtf32(normal_name);
  std::string pairs;
  pairs.reserve(name.size() * (2 * kDigits + 1));
  for (std::size_t i = 0; i < name.size(); ++i) {
    AppendPair(name[i], i + 1 < name.size() ? name[i + 1] : kEndMark, pairs);
  }
  return pairs;
}

std::string PairQuery(std::string_view part) {
  const std::u32string text = ToUtf32(part);
  std::string query;
  if (text.size() == 1) {
    AppendCharacter(text.front(), query);
    return query + "*";
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    AppendPair(text[i], text[i + 1], query);
  }
  return query;
}

absl::Status IndexEnterprise(sql::WriteConnection& db, const Usci& usci,
                             std::string_view normal_name) {
  return Index(db, kEnterpriseSql, {{"$usci", usci.view()}}, normal_name);
}

absl::Status IndexProduct(sql::WriteConnection& db, const LineKey& key,
                          std::string_view normal_name) {
  return Index(db, kProductSql,
               {{"$usci", key.usci.view()}, {"$line", key.line.str()}},
               normal_name);
}

absl::Status CheckSearchIndex(sql::WriteConnection& db) {
  static constexpr char kEnterprises[] =
      "INSERT INTO enterprise_search (enterprise_search) "
      "VALUES ('integrity-check')";
  static constexpr char kProducts[] =
      "INSERT INTO product_search (product_search) VALUES ('integrity-check')";
  RETURN_IF_ERROR(db.Execute(kEnterprises));
  return db.Execute(kProducts);
}

}  // namespace spotcheck::store
