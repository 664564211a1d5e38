#include "server/rulebook/files.h"

#include <map>
#include <utility>

#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "lib/store/read/rules.h"
#include "server/identity/profiles.h"
#include "server/rulebook/errors.h"

namespace spotcheck::server {
namespace {

using Contents = std::map<std::string, std::string>;

// Answers the files that differ between the folder and the journal.
absl::StatusOr<Contents> ChangesIn(const store::View& view,
                                   const std::vector<RuleFile>& files) {
  Contents changes;
  for (const RuleFile& file : files) changes[file.name] = file.content;
  ASSIGN_OR_RETURN(const auto stored, store::LoadedRuleFiles(view));
  for (const store::LoadedRuleFile& file : stored) {
    const auto found = changes.find(file.file);
    if (found == changes.end()) {
      if (!file.content.empty()) changes[file.file] = "";
    } else if (found->second == file.content) {
      changes.erase(found);
    }
  }
  return changes;
}

}  // namespace

absl::StatusOr<std::vector<RuleFile>> ReadRuleFiles(const std::string& folder) {
  ASSIGN_OR_RETURN(const std::vector<std::string> names,
                   FilesIn(folder, ".txtpb"));
  if (names.empty()) return NoRuleFiles(folder);
  std::vector<RuleFile> files;
  for (const std::string& name : names) {
    ASSIGN_OR_RETURN(std::string content, ReadFile(folder + "/" + name));
    files.push_back({name, std::move(content)});
  }
  return files;
}

absl::Status JournalRuleFiles(store::Database& database,
                              const std::vector<RuleFile>& files) {
  store::Mutation mutation;
  mutation.actor = kSystemActor;
  const auto body =
      [&files](store::Transaction& tx) -> absl::StatusOr<std::string> {
    ASSIGN_OR_RETURN(const Contents changes, ChangesIn(tx, files));
    for (const auto& [file, content] : changes) {
      RETURN_IF_ERROR(tx.Append(store::RulesLoaded{file, content}).status());
    }
    return std::string();
  };
  return database.Write(mutation, body).status();
}

}  // namespace spotcheck::server
