// The commands grant add, list and withdraw.

#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "lib/rules/draw/words.h"
#include "spotcheck/v1/register.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::RegisterService;

const std::vector<Column> kColumns = {
    {"name", {"授权", "GRANT"}},
    {"certificate", {"证书", "CERTIFICATE"}},
    {"authority", {"部门", "AUTHORITY"}},
    {"level", {"级别", "LEVEL"}},
    {"region", {"行政区划", "REGION"}},
    {"granted_by", {"授权人", "GRANTED BY"}},
    {"granted_at", {"授权时间", "GRANTED AT"}},
    {"journal_index", {"日志序号", "INDEX"}}};

void AddAdd(CommandTree& tree) {
  auto grant = std::make_shared<v1::Grant>();
  auto level = std::make_shared<v1::Level>(v1::LEVEL_UNSPECIFIED);
  CLI::App& command =
      tree.Add("grant add", [grant, level](const Environment& environment) {
        v1::AddGrantRequest request;
        *request.mutable_grant() = *grant;
        request.mutable_grant()->set_level(*level);
        return MutateAndShow(environment, &RegisterService::Stub::AddGrant,
                             request, {{{"", ""}, "", kColumns}});
      });
  tree.Option(command, "CERTIFICATE", *grant->mutable_certificate(),
              {"证书上的姓名代号", "the name in the certificate"})
      ->required();
  tree.Option(command, "--authority", *grant->mutable_authority(),
              {"部门名称", "the authority's name"})
      ->required();
  tree.Typed<rules::Level>(
          command, "--level", *level,
          {rules::Level::kNational, rules::Level::kProvincial,
           rules::Level::kCity, rules::Level::kCounty},
          {"级别：国家级、省级、市级、县级（或 national、provincial、city、"
           "county）",
           "national, provincial, city or county"})
      ->required();
  tree.Option(command, "--region", *grant->mutable_region(),
              {"部门的行政区划代码：省级 2 位、市级 4 位、县级 6 位；0 为全国",
               "the authority's region code: 2 digits for a provincial, 4 for "
               "a city, 6 for a county authority; 0 is national"})
      ->required();
}

void AddWithdraw(CommandTree& tree) {
  auto request = std::make_shared<v1::WithdrawGrantRequest>();
  CLI::App& command =
      tree.Add("grant withdraw", [request](const Environment& environment) {
        constexpr std::string_view kPrefix = "grants/";
        v1::WithdrawGrantRequest named = *request;
        if (!request->name().starts_with(kPrefix)) {
          named.set_name(std::string(kPrefix) + request->name());
        }
        return MutateAndShow(environment, &RegisterService::Stub::WithdrawGrant,
                             named, {{{"", ""}, "", kColumns}});
      });
  tree.Option(command, "GRANT", *request->mutable_name(),
              {"授权编号", "the grant's id"})
      ->required();
  tree.Option(command, "--reason", *request->mutable_reason(),
              {"理由", "the reason"})
      ->required();
}

void AddList(CommandTree& tree) {
  auto request = std::make_shared<v1::ListGrantsRequest>();
  CLI::App& command =
      tree.Add("grant list", [request](const Environment& environment) {
        return ListAll(environment, &RegisterService::Stub::ListGrants,
                       *request, {{"", ""}, "grants", kColumns});
      });
  tree.Option(command, "--certificate", *request->mutable_certificate(),
              {"只列该证书", "only this certificate"});
}

}  // namespace

void AddGrantCommands(CommandTree& tree) {
  AddAdd(tree);
  AddList(tree);
  AddWithdraw(tree);
}

}  // namespace spotcheck::client
