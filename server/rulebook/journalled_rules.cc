#include "server/rulebook/journalled_rules.h"

#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/store/read/rules.h"
#include "server/rulebook/config.h"
#include "server/rulebook/files.h"

namespace spotcheck::server {
namespace {

absl::StatusOr<app::RuleBook> ParseJournalled(const store::View& view) {
  ASSIGN_OR_RETURN(std::vector<store::LoadedRuleFile> loaded,
                   store::LoadedRuleFiles(view));
  std::vector<RuleFile> files;
  for (store::LoadedRuleFile& file : loaded) {
    // an empty content says that the file was removed
    if (file.content.empty()) continue;
    files.push_back({std::move(file.file), std::move(file.content)});
  }
  return ParseRuleBook(files);
}

}  // namespace

absl::StatusOr<std::shared_ptr<const app::RuleBook>> JournalledRules::At(
    const store::View& view) const {
  ASSIGN_OR_RETURN(const std::int64_t last, store::LastRulesLeaf(view));
  {
    const std::scoped_lock lock(mutex_);
    if (parsed_.book != nullptr && parsed_.last_leaf == last) {
      return parsed_.book;
    }
  }
  ASSIGN_OR_RETURN(app::RuleBook book, ParseJournalled(view));
  auto shared = std::make_shared<const app::RuleBook>(std::move(book));
  const std::scoped_lock lock(mutex_);
  // The view may show an earlier state; its book must not replace a newer one.
  if (last > parsed_.last_leaf) parsed_ = {last, shared};
  return shared;
}

}  // namespace spotcheck::server
