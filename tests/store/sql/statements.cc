#include "tests/store/sql/statements.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/read/stored_rows.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/tables/check_change.h"
#include "lib/store/tables/table.h"
#include "lib/store/verify/checks.h"
#include "tests/source_dir.h"

namespace spotcheck::store {
namespace {

namespace fs = std::filesystem;

// A token of C++: a string literal, a name or number, or another character.
struct Token {
  enum class Kind { kLiteral, kName, kMark };
  Kind kind = Kind::kMark;
  std::string text;  // of a literal: what it holds
};
using Tokens = std::vector<Token>;
using Macros = std::map<std::string, Tokens>;

bool IsNameCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Reads the tokens of one text.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : rest_(text) {}

  Tokens All() {
    while (!rest_.empty()) ReadOne();
    return std::move(tokens_);
  }

 private:
  void ReadOne() {
    if (Starts("//")) {
      Drop(rest_.find('\n'));
    } else if (Starts("/*")) {
      Drop(After("*/"));
    } else if (Starts("R\"")) {
      ReadRaw();
    } else if (Starts("\"")) {
      ReadLiteral();
    } else if (Starts("'")) {
      Drop(EndOfQuoted('\''));
    } else if (IsNameCharacter(rest_.front())) {
      ReadName();
    } else {
      if (std::isspace(static_cast<unsigned char>(rest_.front())) == 0) {
        tokens_.push_back({Token::Kind::kMark, std::string(1, rest_.front())});
      }
      Drop(1);
    }
  }

  void ReadRaw() {
    const std::size_t open = rest_.find('(');
    const std::string end = ")" + std::string(rest_.substr(2, open - 2)) + "\"";
    const std::size_t close = rest_.find(end, open);
    tokens_.push_back({Token::Kind::kLiteral,
                       std::string(rest_.substr(open + 1, close - open - 1))});
    Drop(close + end.size());
  }

  void ReadLiteral() {
    const std::size_t end = EndOfQuoted('"');
    std::string held;
    for (std::size_t i = 1; i + 1 < end; ++i) {
      if (rest_[i] != '\\') {
        held += rest_[i];
        continue;
      }
      ++i;
      held += rest_[i] == 'n' || rest_[i] == 't' ? ' ' : rest_[i];
    }
    tokens_.push_back({Token::Kind::kLiteral, std::move(held)});
    Drop(end);
  }

  // The digit separators of a number belong to it.
  void ReadName() {
    const bool is_number =
        std::isdigit(static_cast<unsigned char>(rest_.front())) != 0;
    const auto end =
        std::find_if_not(rest_.begin(), rest_.end(), [is_number](char c) {
          return IsNameCharacter(c) || (is_number && (c == '\'' || c == '.'));
        });
    const auto size = static_cast<std::size_t>(end - rest_.begin());
    tokens_.push_back({Token::Kind::kName, std::string(rest_.substr(0, size))});
    Drop(size);
  }

  bool Starts(std::string_view text) const { return rest_.starts_with(text); }
  std::size_t After(std::string_view text) const {
    const std::size_t at = rest_.find(text);
    return at == std::string_view::npos ? at : at + text.size();
  }
  // Behind the quote that ends what begins with one.
  std::size_t EndOfQuoted(char quote) const {
    std::size_t at = 1;
    while (at < rest_.size() && rest_[at] != quote) {
      at += rest_[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }
  void Drop(std::size_t size) {
    rest_.remove_prefix(std::min(size, rest_.size()));
  }

  std::string_view rest_;
  Tokens tokens_;
};

// A line that ends with a backslash goes on in the next one.
std::string JoinLines(std::string text) {
  for (std::size_t at = text.find("\\\n"); at != std::string::npos;
       at = text.find("\\\n", at)) {
    text.replace(at, 2, " ");
  }
  return text;
}

// Takes the macros that are made of literals out of the text.
std::string TakeMacros(const std::string& text, Macros& macros) {
  constexpr std::string_view kDefine = "#define ";
  std::string kept;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (line.starts_with(kDefine)) {
      Tokens tokens = Lexer(line.substr(kDefine.size())).All();
      const bool holds_text =
          tokens.size() > 1 &&
          std::none_of(tokens.begin(), tokens.end(), [](const Token& token) {
            return token.kind == Token::Kind::kMark;
          });
      if (holds_text) {
        const std::string name = tokens.front().text;
        tokens.erase(tokens.begin());
        macros[name] = std::move(tokens);
        continue;
      }
    }
    kept.append(line).append("\n");
  }
  return kept;
}

// The tokens with macros put in and neighbouring literals joined.
void Expand(const Tokens& tokens, const Macros& macros, Tokens& expanded) {
  for (const Token& token : tokens) {
    const auto macro = token.kind == Token::Kind::kName
                           ? macros.find(token.text)
                           : macros.end();
    if (macro != macros.end()) {
      Expand(macro->second, macros, expanded);
    } else if (token.kind == Token::Kind::kLiteral && !expanded.empty() &&
               expanded.back().kind == Token::Kind::kLiteral) {
      expanded.back().text += token.text;
    } else {
      expanded.push_back(token);
    }
  }
}

// The rows that Select<Row> reads, by name.
const std::map<std::string, std::string>& SelectByRow() {
  static const std::map<std::string, std::string> kSelects = {
      {"StoredEnterprise", Select<StoredEnterprise>("")},
      {"StoredProduct", Select<StoredProduct>("")},
      {"StoredLab", Select<StoredLab>("")},
      {"StoredCheck", Select<StoredCheck>("")},
      {"StoredCheckChange", Select<StoredCheckChange>("")},
      {"StandingCheck", Select<StandingCheck>("")},
      {"StoredListEntry", Select<StoredListEntry>("")},
      {"StoredAttempt", Select<StoredAttempt>("")},
      {"StoredAttemptWitness", Select<StoredAttemptWitness>("")},
      {"StoredWitness", Select<StoredWitness>("")},
      {"LoadedRuleFile", Select<LoadedRuleFile>("")},
  };
  return kSelects;
}

// Puts the generated beginning before the ending in Select<Row>("…").
Tokens WithGeneratedSelects(Tokens tokens) {
  constexpr std::size_t kEnding = 5;  // Select < Row > ( "…"
  for (std::size_t i = 0; i + kEnding < tokens.size(); ++i) {
    Token& ending = tokens[i + kEnding];
    if (tokens[i].text != "Select" || tokens[i + 1].text != "<" ||
        ending.kind != Token::Kind::kLiteral) {
      continue;
    }
    const auto found = SelectByRow().find(tokens[i + 2].text);
    if (found != SelectByRow().end()) ending.text = found->second + ending.text;
  }
  return tokens;
}

bool StartsWithAny(std::string_view text, const std::set<std::string>& words) {
  const std::size_t start = text.find_first_not_of(' ');
  if (start == std::string_view::npos) return false;
  const std::string_view rest = text.substr(start);
  return std::any_of(words.begin(), words.end(), [rest](const auto& word) {
    return rest.starts_with(word) &&
           (rest.size() == word.size() || !IsNameCharacter(rest[word.size()]));
  });
}

bool IsStatement(std::string_view text) {
  static const std::set<std::string> kVerbs = {"SELECT", "INSERT",  "UPDATE",
                                               "DELETE", "REPLACE", "WITH"};
  return StartsWithAny(text, kVerbs);
}

// A text that only the rest of a statement begins with.
bool IsRest(std::string_view text) {
  static const std::set<std::string> kWords = {
      "FROM",     "WHERE",       "AND",    "OR",     "ORDER BY",
      "GROUP BY", "LIMIT",       "LEFT",   "JOIN",   "SET",
      "UNION",    "ON CONFLICT", "HAVING", "VALUES", "RETURNING"};
  return StartsWithAny(text, kWords);
}

// What joins texts at run time.
bool IsJoiner(const std::string& name) {
  static const std::set<std::string> kJoiners = {
      "StrCat", "StrAppend", "StrFormat", "StrJoin", "Substitute", "format"};
  return kJoiners.contains(name);
}

std::vector<SqlStatement> StatementsOf(const std::string& file,
                                       const Tokens& tokens) {
  std::vector<SqlStatement> statements;
  std::vector<std::string> callees;  // of the parentheses that are open
  const auto is_plus = [&tokens](std::size_t i) {
    return i < tokens.size() && tokens[i].kind == Token::Kind::kMark &&
           tokens[i].text == "+";
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::kMark) {
      if (token.text == "(") callees.push_back(i > 0 ? tokens[i - 1].text : "");
      if (token.text == ")" && !callees.empty()) callees.pop_back();
      continue;
    }
    if (token.kind != Token::Kind::kLiteral) continue;
    const bool is_rest = IsRest(token.text);
    if (!is_rest && !IsStatement(token.text)) continue;
    const bool is_part = is_rest || is_plus(i + 1) ||
                         (i > 0 && is_plus(i - 1)) ||
                         (!callees.empty() && IsJoiner(callees.back()));
    statements.push_back({file, token.text, is_part});
  }
  return statements;
}

}  // namespace

std::vector<SourceFile> SourcesOf(const std::vector<std::string>& rooms) {
  const fs::path root = SourceDir();
  std::vector<SourceFile> files;
  for (const std::string& room : rooms) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      std::ifstream in(path);
      files.push_back({fs::relative(path, root).generic_string(),
                       {std::istreambuf_iterator<char>(in), {}}});
    }
  }
  return files;
}

std::vector<SqlStatement> StatementsIn(const std::vector<SourceFile>& files) {
  Macros macros;
  std::vector<std::string> texts;
  for (const SourceFile& file : files) {
    texts.push_back(TakeMacros(JoinLines(file.text), macros));
  }
  std::vector<SqlStatement> statements;
  for (std::size_t i = 0; i < files.size(); ++i) {
    Tokens tokens;
    Expand(Lexer(texts[i]).All(), macros, tokens);
    for (SqlStatement& statement :
         StatementsOf(files[i].name, WithGeneratedSelects(tokens))) {
      statements.push_back(std::move(statement));
    }
  }
  return statements;
}

std::vector<SqlStatement> GeneratedUpserts() {
  return {{"EnterpriseRecord", table::UpsertOf<EnterpriseRecord>().sql},
          {"ProductRecord", table::UpsertOf<ProductRecord>().sql},
          {"LabRecord", table::UpsertOf<LabRecord>().sql},
          {"CheckRecord", table::UpsertOf<CheckRecord>().sql}};
}

absl::StatusOr<std::vector<SqlStatement>> GeneratedComparisons() {
  ASSIGN_OR_RETURN(const auto db, sql::WriteConnection::Open(":memory:"));
  RETURN_IF_ERROR(Migrate(*db, Migrations()));
  ASSIGN_OR_RETURN(const auto tables, db->catalogue().Tables());
  std::vector<SqlStatement> statements;
  for (const sql::TableShape& table : tables) {
    const ComparisonSql sql = MakeComparison(table);
    for (const std::string& text : {sql.rows, sql.row, sql.keys, sql.has_row}) {
      statements.push_back({table.name, text});
    }
  }
  return statements;
}

}  // namespace spotcheck::store
