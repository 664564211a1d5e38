#include "client/commands/by_name.h"

#include <utility>
#include <vector>

#include "client/io/files.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "spotcheck/v1/register.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::RegisterService;

// Names that have a bulletin's name in them: branches of one firm are dozens.
constexpr std::size_t kMaxNamesakes = 10'000;

Namesake ToNamesake(const v1::Enterprise& enterprise) {
  return {enterprise.usci(), enterprise.enterprise_name(),
          enterprise.address()};
}
Namesake ToNamesake(const v1::Lab& lab) {
  return {lab.usci(), lab.lab_name(), ""};
}

// Every page of the search for a name. `rows` gives a page's entries.
template <typename Request, typename Method, typename Rows>
FindByName Search(const Session& session, Method method, Rows rows) {
  return [&session, method, rows](
             const std::string& name) -> absl::StatusOr<std::vector<Namesake>> {
    std::vector<Namesake> found;
    Request request;
    request.set_query(name);
    request.set_page_size(kMaxPageSize);
    do {
      ASSIGN_OR_RETURN(const auto page, session.Call(method, request));
      for (const auto& row : rows(page)) found.push_back(ToNamesake(row));
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty() && found.size() < kMaxNamesakes);
    return found;
  };
}

}  // namespace

void AddByNameOptions(CommandTree& tree, CLI::App& command, ByName& in) {
  tree.Switch(
      command, "--by-name", in.naming, Naming::kByName,
      {"FILE 是只有名称没有代码的不合格通报：不导入，只写出待确认的 "
       "FILE.proposal.xlsx，逐行确认后再导入该文件",
       "FILE is a bulletin with names instead of codes: import nothing, write "
       "FILE.proposal.xlsx, in which each row is confirmed before that file is "
       "imported"});
  tree.Option(command, "--authority", in.facts.authority,
              {"（--by-name）通报中的抽查部门", "with --by-name: the body"});
  tree.Typed<rules::Level>(
      command, "--level", in.facts.level,
      {rules::Level::kNational, rules::Level::kProvincial, rules::Level::kCity,
       rules::Level::kCounty},
      {"（--by-name）抽查级别", "with --by-name: the body's level"});
  tree.Option(command, "--sampled", in.facts.sampled,
              {"（--by-name）抽样日期", "with --by-name: the day of sampling"});
  tree.Option(command, "--bulletin", in.facts.number,
              {"（--by-name）通报编号，用作报告编号的前半",
               "with --by-name: the bulletin's number, the first part of "
               "report numbers"});
}

absl::StatusOr<ExitCode> WriteProposal(const Environment& environment,
                                       const std::string& file,
                                       const ByName& in) {
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  Proposal proposal(
      Search<v1::ListEnterprisesRequest>(
          session, &RegisterService::Stub::ListEnterprises,
          [](const v1::ListEnterprisesResponse& page) {
            return page.enterprises();
          }),
      Search<v1::ListLabsRequest>(
          session, &RegisterService::Stub::ListLabs,
          [](const v1::ListLabsResponse& page) { return page.labs(); }),
      in.facts);
  ASSIGN_OR_RETURN(const std::string bytes,
                   proposal.Make(file, environment.options.language));
  const std::string path = file + ".proposal.xlsx";
  const Existing existing =
      environment.options.yes ? Existing::kReplace : Existing::kRefuse;
  RETURN_IF_ERROR(WriteFile(path, {Access::kPublic, existing}, bytes));
  const ProposalCounts& counts = proposal.counts();
  RETURN_IF_ERROR(
      environment.output().Show(Json{{"read", counts.rows},
                                     {"one_of_that_name", counts.one},
                                     {"several_of_that_name", counts.several},
                                     {"none_of_that_name", counts.none},
                                     {"proposal_file", path}}));
  environment.Say(Phrase{
      "尚未导入：请在该文件的“确认”列填“是”，补齐空白，再运行 result import",
      "nothing is imported yet: write yes into the column \"confirmed\", fill "
      "in what is empty, then run result import with that file"});
  return ExitCode::kDone;
}

}  // namespace spotcheck::client
