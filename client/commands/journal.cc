// The commands journal checkpoint, events and verify-proof.

#include <cstdint>
#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/verify/journal_reader.h"
#include "spotcheck/v1/journal.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::JournalService;

const View kCheckpoint = {{{"", ""},
                           "",
                           {{"tree_size", {"大小", "size"}},
                            {"root", {"根", "root"}},
                            {"verifier_key", {"公钥", "verifier key"}},
                            {"note", {"签名", "note"}}}}};

const Section kEvents = {{"", ""},
                         "events",
                         {{"journal_index", {"序号", "INDEX"}},
                          {"time", {"时间", "TIME"}},
                          {"type", {"种类", "TYPE"}}}};

// With -o table it prints the signed note itself, as other verifiers read it.
absl::StatusOr<ExitCode> ShowCheckpoint(const Environment& environment) {
  if (environment.output().format() != Format::kTable) {
    return CallAndShow(environment, &JournalService::Stub::GetCheckpoint,
                       v1::GetCheckpointRequest(), kCheckpoint);
  }
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const v1::Checkpoint checkpoint,
                   session.Call(&JournalService::Stub::GetCheckpoint,
                                v1::GetCheckpointRequest()));
  RETURN_IF_ERROR(environment.output().ShowText(checkpoint.note()));
  return ExitCode::kDone;
}

struct Range {
  std::int64_t from = 0;
  std::int64_t limit = 0;  // 0: all events to the end
};

// The feed's token stays valid at its end, so an empty page ends the list.
absl::StatusOr<ExitCode> ShowEvents(const Environment& environment,
                                    const Range& in) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ListPrinter printer(environment.output(), kEvents);
  v1::ListEventsRequest request;
  request.set_first_index(in.from);
  for (std::int64_t shown = 0; in.limit == 0 || shown < in.limit;) {
    const std::int64_t left = in.limit == 0 ? kMaxPageSize : in.limit - shown;
    request.set_page_size(
        static_cast<std::int32_t>(left < kMaxPageSize ? left : kMaxPageSize));
    ASSIGN_OR_RETURN(const v1::ListEventsResponse page,
                     session.Call(&JournalService::Stub::ListEvents, request));
    if (page.events_size() == 0 && shown > 0) break;
    RETURN_IF_ERROR(printer.Page(page));
    if (page.events_size() == 0) break;
    shown += page.events_size();
    request.set_page_token(page.next_page_token());
  }
  RETURN_IF_ERROR(printer.End());
  return ExitCode::kDone;
}

struct Verify {
  std::int64_t index = 0;
  std::string key;
};

// Answers kNegative where the server answers but its proof does not hold.
absl::StatusOr<ExitCode> VerifyLeaf(const Environment& environment,
                                    const Verify& in) {
  ASSIGN_OR_RETURN(const journal::NoteVerifier key,
                   KnownJournalKey(environment, in.key));
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  const absl::StatusOr<ProvenLeaf> leaf =
      ReadProvenLeaf(session, in.index, key);
  const bool proven = leaf.ok();
  if (!proven && !absl::IsInvalidArgument(leaf.status()) &&
      !absl::IsFailedPrecondition(leaf.status())) {
    return leaf.status();
  }
  Json answer = {{"verified", proven}, {"journal_index", in.index}};
  if (proven) {
    answer["tree_size"] = leaf->checkpoint.tree_size();
    answer["root"] = leaf->checkpoint.root();
  } else {
    const ErrorInfo info = GetErrorInfo(leaf.status());
    answer["reason"] = info.reason;
    answer["message_zh"] = info.message.zh;
    answer["message_en"] = info.message.en;
  }
  RETURN_IF_ERROR(environment.output().Show(answer));
  return proven ? ExitCode::kDone : ExitCode::kNegative;
}

}  // namespace

void AddJournalCommands(CommandTree& tree) {
  tree.Add("journal checkpoint", ShowCheckpoint);
  auto range = std::make_shared<Range>();
  CLI::App& events =
      tree.Add("journal events", [range](const Environment& environment) {
        return ShowEvents(environment, *range);
      });
  tree.Number(events, "--from", range->from,
              {"从第几条开始", "the first index"});
  tree.Number(events, "--limit", range->limit,
              {"最多几条（默认到末尾）", "at most so many (default: all)"});
  auto in = std::make_shared<Verify>();
  CLI::App& verify =
      tree.Add("journal verify-proof", [in](const Environment& environment) {
        return VerifyLeaf(environment, *in);
      });
  tree.Number(verify, "INDEX", in->index, {"日志序号", "the leaf's index"})
      ->required();
  tree.Option(verify, "--key", in->key,
              {"日志公钥或其文件", "the journal's verifier key or its file"});
}

}  // namespace spotcheck::client
