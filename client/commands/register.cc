// enterprise, product, lab, inspector: import, get, list, search.

#include <memory>
#include <string>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/import/import.h"
#include "client/words.h"
#include "spotcheck/v1/register.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::RegisterService;

const Section kEnterprises = {{"", ""},
                              "enterprises",
                              {{"usci", {"统一社会信用代码", "CODE"}},
                               {"enterprise_name", {"企业名称", "NAME"}},
                               {"region", {"行政区划", "REGION"}},
                               {"registered_on", {"注册日期", "REGISTERED"}},
                               {"state", {"登记状态", "STATE"}}}};

const View kEnterprise = {{{"", ""},
                           "",
                           {{"usci", {"统一社会信用代码", "code"}},
                            {"enterprise_name", {"企业名称", "name"}},
                            {"registered_on", {"注册日期", "registered on"}},
                            {"kind", {"企业类型", "kind"}},
                            {"scope", {"经营范围", "scope"}},
                            {"province", {"所在省份", "province"}},
                            {"city", {"地区", "city"}},
                            {"address", {"注册地址", "address"}},
                            {"state", {"登记状态", "state"}},
                            {"deregistered", {"已注销或吊销", "deregistered"}},
                            {"region", {"登记行政区划", "region"}},
                            {"warnings", {"疑点", "warnings"}},
                            {"journal_index", {"日志序号", "journal index"}}}}};

const Section kProducts = {{"", ""},
                           "products",
                           {{"usci", {"统一社会信用代码", "CODE"}},
                            {"line_id", {"产品编号", "LINE"}},
                            {"product_name", {"产品名称", "PRODUCT"}},
                            {"category", {"产品类别", "CATEGORY"}},
                            {"standard", {"执行标准", "STANDARD"}},
                            {"trademark", {"商标", "TRADEMARK"}},
                            {"model", {"规格型号", "MODEL"}}}};

const View kProduct = {{{"", ""},
                        "",
                        {{"usci", {"统一社会信用代码", "code"}},
                         {"line_id", {"产品编号", "line"}},
                         {"product_name", {"产品名称", "product"}},
                         {"category", {"产品类别", "category"}},
                         {"standard", {"执行标准", "standard"}},
                         {"trademark", {"商标", "trademark"}},
                         {"model", {"规格型号", "model"}},
                         {"gtin", {"商品条码", "gtin"}},
                         {"journal_index", {"日志序号", "journal index"}}}}};

const Section kLabs = {{"", ""},
                       "labs",
                       {{"usci", {"统一社会信用代码", "CODE"}},
                        {"lab_name", {"机构名称", "NAME"}},
                        {"capacity", {"承检能力", "CAPACITY"}},
                        {"active", {"可选用", "ACTIVE"}},
                        {"categories", {"承检类别", "CATEGORIES"}}}};

const View kLab = {{{"", ""},
                    "",
                    {{"usci", {"统一社会信用代码", "code"}},
                     {"lab_name", {"机构名称", "name"}},
                     {"accreditation", {"资质认定编号", "accreditation"}},
                     {"categories", {"承检类别", "categories"}},
                     {"capacity", {"承检能力", "capacity"}},
                     {"conflicts", {"利益冲突企业", "conflicts"}},
                     {"state", {"状态", "state"}},
                     {"active", {"可选用", "active"}},
                     {"journal_index", {"日志序号", "journal index"}}}}};

const Section kInspectors = {{"", ""},
                             "inspectors",
                             {{"inspector_id", {"执法证号", "ID"}},
                              {"person_name", {"姓名", "NAME"}},
                              {"organisation", {"单位", "ORGANISATION"}},
                              {"region", {"行政区划", "REGION"}},
                              {"capacity", {"每次任务上限", "CAPACITY"}},
                              {"active", {"可选用", "ACTIVE"}}}};

const View kInspector = {{{"", ""},
                          "",
                          {{"inspector_id", {"执法证号", "id"}},
                           {"person_name", {"姓名", "name"}},
                           {"organisation", {"单位", "organisation"}},
                           {"region", {"行政区划", "region"}},
                           {"capacity", {"每次任务上限", "capacity"}},
                           {"recusals", {"回避企业", "recusals"}},
                           {"state", {"状态", "state"}},
                           {"active", {"可选用", "active"}},
                           {"journal_index", {"日志序号", "journal index"}}}}};

struct Arguments {
  std::string file;
  std::string id;
  std::string line;
  std::string query;
  std::string enterprise;
};

constexpr Phrase kFileText = {"CSV 文件（UTF-8 或 GB18030）",
                              "the CSV file (UTF-8 or GB18030)"};
constexpr Phrase kQueryText = {"名称中的文字", "a part of the name"};

std::string ParentOf(const Arguments& arguments) {
  return arguments.enterprise.empty() ? "enterprises/-"
                                      : EnterpriseName(arguments.enterprise);
}

void AddImport(CommandTree& tree, std::string_view path,
               const ImportTable& table, ImportMethod method) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add(path, [in, &table, method](const Environment& environment) {
        return ImportFile(environment, in->file, table, method);
      });
  tree.Option(command, "FILE", in->file, kFileText)->required();
}

// What differs between `list` and `search`.
enum class Query { kNone, kRequired };

// Adds a command that lists with the request that `make` builds.
template <typename Method, typename Make>
CLI::App& AddList(CommandTree& tree, std::string_view path, Query query,
                  Method method, const Section& section, Make make,
                  const std::shared_ptr<Arguments>& in) {
  CLI::App& command = tree.Add(
      path, [in, method, section, make](const Environment& environment) {
        auto request = make(*in);
        request.set_query(in->query);
        return ListAll(environment, method, request, section);
      });
  if (query == Query::kRequired) {
    tree.Option(command, "TEXT", in->query, kQueryText)->required();
  }
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
  AddLists<v1::ListEnterprisesRequest>(tree, "enterprise",
                                       &RegisterService::Stub::ListEnterprises,
                                       kEnterprises);
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

void AddRegisterCommands(CommandTree& tree) {
  AddEnterprises(tree);
  AddProducts(tree);
  AddLabs(tree);
  AddInspectors(tree);
}

}  // namespace spotcheck::client
