// template: an empty workbook for an import.

#include <memory>
#include <string>

#include "client/commands/commands.h"
#include "client/import/explain.h"
#include "client/io/files.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

enum class Kind { kEnterprise, kProduct, kLab, kInspector, kResult };

const ImportTable& TableOf(Kind kind) {
  switch (kind) {
    case Kind::kEnterprise:
      return EnterpriseTable();
    case Kind::kProduct:
      return ProductTable();
    case Kind::kLab:
      return LabTable();
    case Kind::kInspector:
      return InspectorTable();
    case Kind::kResult:
      return CheckTable();
  }
  return EnterpriseTable();
}

std::string FileOf(Kind kind) {
  switch (kind) {
    case Kind::kEnterprise:
      return "enterprises.xlsx";
    case Kind::kProduct:
      return "products.xlsx";
    case Kind::kLab:
      return "labs.xlsx";
    case Kind::kInspector:
      return "inspectors.xlsx";
    case Kind::kResult:
      return "results.xlsx";
  }
  return "template.xlsx";
}

struct Arguments {
  Kind kind = Kind::kEnterprise;
  std::string out;
};

absl::StatusOr<ExitCode> WriteTemplate(const Environment& environment,
                                       const Arguments& in) {
  const std::string path = in.out.empty() ? FileOf(in.kind) : in.out;
  ASSIGN_OR_RETURN(
      const std::string bytes,
      EmptyWorkbook(TableOf(in.kind), environment.options.language));
  const Existing existing =
      environment.options.yes ? Existing::kReplace : Existing::kRefuse;
  if (environment.options.mutation == Mutation::kApply) {
    RETURN_IF_ERROR(WriteFile(path, {Access::kPublic, existing}, bytes));
  }
  RETURN_IF_ERROR(environment.output().Show(Json{{"files", path}}));
  return ExitCode::kDone;
}

}  // namespace

void AddTemplateCommand(CommandTree& tree) {
  auto in = std::make_shared<Arguments>();
  CLI::App& command =
      tree.Add("template", [in](const Environment& environment) {
        return WriteTemplate(environment, *in);
      });
  tree.Choice(command, "KIND", in->kind,
              {{"enterprise", "企业", Kind::kEnterprise},
               {"product", "产品", Kind::kProduct},
               {"lab", "机构", Kind::kLab},
               {"inspector", "人员", Kind::kInspector},
               {"result", "结果", Kind::kResult}},
              {"哪一种导入：企业、产品、机构、人员、结果（或 "
               "enterprise、product、lab、"
               "inspector、result）",
               "of which import: enterprise, product, lab, inspector, result"})
      ->required();
  tree.Option(command, "--out", in->out,
              {"写到这个文件（默认 enterprises.xlsx 等）",
               "the file to write (default enterprises.xlsx and so on)"});
}

}  // namespace spotcheck::client
