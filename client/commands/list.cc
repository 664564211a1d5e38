// The commands list show and list decide.

#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/words.h"
#include "lib/rules/law/list_names.h"
#include "lib/rules/law/words.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::CreditService;

const std::vector<Column> kColumns = {
    {"name", {"条目", "ENTRY"}},         {"usci", {"统一社会信用代码", "CODE"}},
    {"list", {"名单", "LIST"}},          {"state", {"状态", "STATE"}},
    {"rule", {"规则", "RULE"}},          {"proposed_on", {"提出", "PROPOSED"}},
    {"decided_on", {"决定", "DECIDED"}}, {"reason", {"原因", "REASON"}}};

struct Decision {
  std::string entry;
  std::string decision;
  std::string reason;
};

std::string EntryName(const std::string& id) {
  constexpr std::string_view kPrefix = "listEntries/";
  const bool named = id.compare(0, kPrefix.size(), kPrefix) == 0;
  return named ? id : std::string(kPrefix) + id;
}

void AddShow(CommandTree& tree) {
  auto request = std::make_shared<v1::ListListEntriesRequest>();
  CLI::App& command =
      tree.Add("list show", [request](const Environment& environment) {
        v1::ListListEntriesRequest normal = *request;
        normal.set_usci(CodeText(request->usci()));
        normal.set_list(std::string(rules::ListCode(request->list())));
        return ListAll(environment, &CreditService::Stub::ListListEntries,
                       normal, {{"", ""}, "entries", kColumns});
      });
  tree.Option(command, "--list", *request->mutable_list(),
              {"只列该名单，如 质量黑名单（QUALITY_BLACKLIST）",
               "only this list, e.g. QUALITY_BLACKLIST"});
  tree.Option(command, "--enterprise", *request->mutable_usci(),
              {"只列该企业", "only this enterprise"});
  tree.Typed<rules::ListState>(
      command, "--state", *request->mutable_state(),
      {rules::ListState::kProposed, rules::ListState::kListed,
       rules::ListState::kDismissed, rules::ListState::kRemoved,
       rules::ListState::kRevoked},
      {"只列此状态：提议、列入、不予列入、移出、撤销列入",
       "only entries in this state: proposed, listed, dismissed, removed or "
       "revoked"});
  tree.Option(command, "--region", *request->mutable_region(), kRegionText);
  tree.Option(command, "--as-of", *request->mutable_as_of(),
              {"当日终了时的状态 YYYY-MM-DD（默认现在）",
               "as the entries stood at the end of this day (default: now)"});
  tree.ListOptions(command);
}

void AddDecide(CommandTree& tree) {
  auto in = std::make_shared<Decision>();
  CLI::App& command =
      tree.Add("list decide", [in](const Environment& environment) {
        v1::DecideListEntryRequest request;
        request.set_name(EntryName(in->entry));
        request.set_decision(in->decision);
        request.set_reason(in->reason);
        return MutateAndShow(environment, &CreditService::Stub::DecideListEntry,
                             request, {{{"", ""}, "", kColumns}});
      });
  tree.Id(command, "ENTRY", in->entry, Completes::kListEntry,
          {"条目编号", "the entry's id"})
      ->required();
  tree.Typed<rules::ListState>(
          command, "--decision", in->decision,
          {rules::ListState::kListed, rules::ListState::kDismissed,
           rules::ListState::kRemoved, rules::ListState::kRevoked},
          {"列入、不予列入、移出、撤销列入（或 listed、dismissed、removed、"
           "revoked）",
           "listed, dismissed, removed or revoked"})
      ->required();
  tree.Option(command, "--reason", in->reason, {"理由", "why"})->required();
}

}  // namespace

void AddListCommands(CommandTree& tree) {
  AddShow(tree);
  AddDecide(tree);
}

}  // namespace spotcheck::client
