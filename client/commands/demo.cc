// The command demo-data.

#include <cstdint>
#include <memory>

#include "client/commands/commands.h"
#include "client/demo/data.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {

void AddDemoCommands(CommandTree& tree) {
  auto in = std::make_shared<DemoDataOptions>();
  CLI::App& command = tree.Add(
      "demo-data",
      [in](const Environment& environment) -> absl::StatusOr<ExitCode> {
        if (environment.options.mutation == Mutation::kApply) {
          RETURN_IF_ERROR(WriteDemoData(*in));
        }
        RETURN_IF_ERROR(
            environment.output().Show(Json{{"directory", in->directory},
                                           {"enterprises", in->enterprises},
                                           {"seed", in->seed}}));
        return ExitCode::kDone;
      });
  tree.Option(command, "DIR", in->directory, {"目标目录", "the folder to fill"})
      ->required();
  tree.Number(command, "--enterprises", in->enterprises,
              {"企业数（默认 2000）", "enterprises (default 2000)"},
              {1, kMaxDemoEnterprises});
  tree.Number(command, "--seed", in->seed,
              {"种子（默认 1）", "the seed (default 1)"});
}

}  // namespace spotcheck::client
