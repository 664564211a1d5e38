// The commands import, get, list and search of enterprise, product, lab and
// inspector.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_join.h"
#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/import/explain.h"
#include "client/import/import.h"
#include "client/words.h"
#include "lib/rules/register/columns.h"
#include "spotcheck/v1/register.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::RegisterService;

// The fields that the server computes stand behind the columns of the imports.
constexpr Column kIndex = {"journal_index", {"日志序号", "journal index"}};

// The view of one record: every column with its label.
View Whole(rules::ImportColumns columns, const std::vector<Column>& computed) {
  Section section = {{"", ""}, "", {}};
  for (const rules::ImportColumn& column : columns) {
    section.columns.push_back({column.field, {column.header, column.label}});
  }
  section.columns.insert(section.columns.end(), computed.begin(),
                         computed.end());
  section.columns.push_back(kIndex);
  return {section};
}

// The section of a list, with the columns that lists show. `rows` is the field
// that holds the messages.
Section Listed(std::string_view rows, rules::ImportColumns columns,
               const std::vector<Column>& computed) {
  Section section = {{"", ""}, rows, {}};
  for (const rules::ImportColumn& column : columns) {
    if (column.listed.empty()) continue;
    section.columns.push_back({column.field, {column.header, column.listed}});
  }
  section.columns.insert(section.columns.end(), computed.begin(),
                         computed.end());
  return section;
}

const Section kEnterprises = Listed("enterprises", rules::EnterpriseColumns(),
                                    {{"region", {"行政区划", "REGION"}}});
const View kEnterprise =
    Whole(rules::EnterpriseColumns(),
          {{"deregistered", {"已注销或吊销", "deregistered"}},
           {"region", {"登记行政区划", "region"}},
           {"warnings", {"疑点", "warnings"}}});

const Section kProducts = Listed("products", rules::ProductColumns(),
                                 {{"line_id", {"产品编号", "LINE"}}});
const View kProduct =
    Whole(rules::ProductColumns(), {{"line_id", {"产品编号", "line"}}});

constexpr Column kActive = {"active", {"可选用", "active"}};
constexpr Column kActiveListed = {"active", {"可选用", "ACTIVE"}};
const Section kLabs = Listed("labs", rules::LabColumns(), {kActiveListed});
const View kLab = Whole(rules::LabColumns(), {kActive});

const Section kInspectors =
    Listed("inspectors", rules::InspectorColumns(), {kActiveListed});
const View kInspector = Whole(rules::InspectorColumns(), {kActive});

struct Arguments {
  ImportJob import;
  std::string id;
  std::string line;
  std::vector<std::string> query;
  std::string enterprise;
  std::string region;
};

constexpr Phrase kQueryText = {"名称中的文字，可有几段，须都出现",
                               "parts of the name, all of which it has"};

std::string ParentOf(const Arguments& arguments) {
  return arguments.enterprise.empty() ? "enterprises/-"
                                      : EnterpriseName(arguments.enterprise);
}

void AddImport(CommandTree& tree, std::string_view path,
               const ImportTable& table, ImportMethod method) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add(path, [in, &table, method](const Environment& environment) {
        return ImportFile(environment, in->import, table, method);
      });
  AddImportOptions(tree, command, in->import, table);
}

// `search` needs a query where `list` takes none.
enum class Query { kNone, kRequired };

// Adds a command that prints a list. `make` builds its request.
template <typename Method, typename Make>
CLI::App& AddList(CommandTree& tree, std::string_view path, Query query,
                  Method method, const Section& section, Make make,
                  const std::shared_ptr<Arguments>& in) {
  CLI::App& command = tree.Add(
      path, [in, method, section, make](const Environment& environment) {
        auto request = make(*in);
        request.set_query(absl::StrJoin(in->query, " "));
        return ListAll(environment, method, request, section);
      });
  if (query == Query::kRequired) {
    tree.Option(command, "TEXT", in->query, kQueryText)->required();
  }
  tree.ListOptions(command);
  return command;
}

template <typename Request, typename Method>
void AddLists(CommandTree& tree, const std::string& group, Method method,
              const Section& section) {
  const auto make = [](const Arguments&) { return Request(); };
  AddList(tree, group + " list", Query::kNone, method, section, make,
          std::make_shared<Arguments>());
  AddList(tree, group + " search", Query::kRequired, method, section, make,
          std::make_shared<Arguments>());
}

template <typename Request, typename Method>
void AddGet(CommandTree& tree, std::string_view path, const char* argument,
            Method method, const View& view,
            std::string (*name)(const std::string&)) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add(path, [in, method, view, name](const Environment& environment) {
        Request request;
        request.set_name(name(in->id));
        return CallAndShow(environment, method, request, view);
      });
  tree.Option(command, argument, in->id, {"编号", "the id"})->required();
}

void AddEnterprises(CommandTree& tree) {
  AddImport(tree, "enterprise import", EnterpriseTable(),
            MethodOf(&RegisterService::Stub::ImportEnterprises));
  AddGet<v1::GetEnterpriseRequest>(tree, "enterprise get", "USCI",
                                   &RegisterService::Stub::GetEnterprise,
                                   kEnterprise, EnterpriseName);
  const auto make = [](const Arguments& arguments) {
    v1::ListEnterprisesRequest request;
    request.set_region(arguments.region);
    return request;
  };
  for (const Query query : {Query::kNone, Query::kRequired}) {
    auto in = std::make_shared<Arguments>();
    const char* path =
        query == Query::kNone ? "enterprise list" : "enterprise search";
    CLI::App& command =
        AddList(tree, path, query, &RegisterService::Stub::ListEnterprises,
                kEnterprises, make, in);
    tree.Option(command, "--region", in->region, kRegionText);
  }
}

void AddProducts(CommandTree& tree) {
  AddImport(tree, "product import", ProductTable(),
            MethodOf(&RegisterService::Stub::ImportProducts));
  auto in = std::make_shared<Arguments>();
  CLI::App& get = tree.Add("product get", [in](const Environment& environment) {
    v1::GetProductRequest request;
    request.set_name(EnterpriseName(in->id) + "/lines/" + in->line);
    return CallAndShow(environment, &RegisterService::Stub::GetProduct, request,
                       kProduct);
  });
  tree.Option(get, "USCI", in->id, {"企业代码", "the producer's code"})
      ->required();
  tree.Option(get, "LINE", in->line, {"产品编号", "the line's id"})->required();
  const auto make = [](const Arguments& arguments) {
    v1::ListProductsRequest request;
    request.set_parent(ParentOf(arguments));
    return request;
  };
  constexpr Phrase kOnly = {"只列该企业的产品", "only this enterprise's"};
  for (const Query query : {Query::kNone, Query::kRequired}) {
    auto list = std::make_shared<Arguments>();
    const char* path =
        query == Query::kNone ? "product list" : "product search";
    CLI::App& command =
        AddList(tree, path, query, &RegisterService::Stub::ListProducts,
                kProducts, make, list);
    tree.Option(command, "--enterprise", list->enterprise, kOnly);
  }
}

void AddLabs(CommandTree& tree) {
  AddImport(tree, "lab import", LabTable(),
            MethodOf(&RegisterService::Stub::ImportLabs));
  AddGet<v1::GetLabRequest>(tree, "lab get", "USCI",
                            &RegisterService::Stub::GetLab, kLab, LabName);
  AddLists<v1::ListLabsRequest>(tree, "lab", &RegisterService::Stub::ListLabs,
                                kLabs);
}

void AddInspectors(CommandTree& tree) {
  AddImport(tree, "inspector import", InspectorTable(),
            MethodOf(&RegisterService::Stub::ImportInspectors));
  AddGet<v1::GetInspectorRequest>(tree, "inspector get", "ID",
                                  &RegisterService::Stub::GetInspector,
                                  kInspector, InspectorName);
  AddLists<v1::ListInspectorsRequest>(
      tree, "inspector", &RegisterService::Stub::ListInspectors, kInspectors);
}

}  // namespace

void AddImportOptions(CommandTree& tree, CLI::App& command, ImportJob& job,
                      const ImportTable& table) {
  tree.Option(command, "FILE", job.file,
              {"xlsx 工作簿或 CSV 文件（UTF-8、GB18030 或 UTF-16）",
               "an xlsx workbook, or CSV in UTF-8, GB18030 or UTF-16"})
      ->required();
  command.footer(FormatColumns(table, tree.language()) + "\n" +
                 command.get_footer());
  tree.Switch(command, "--strict", job.tolerance, Tolerance::kNone,
              {"有任何一行被拒绝即以 7 退出（默认仅在全部被拒绝时）",
               "exit with 7 where any row was refused (default: where all "
               "were)"});
}

void AddRegisterCommands(CommandTree& tree) {
  AddEnterprises(tree);
  AddProducts(tree);
  AddLabs(tree);
  AddInspectors(tree);
}

}  // namespace spotcheck::client
