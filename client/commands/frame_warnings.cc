#include "client/commands/frame_warnings.h"

#include <string>

namespace spotcheck::client {

std::vector<Localized> WarningsOfFrame(const v1::TaskPreview& preview,
                                       std::int64_t sample) {
  std::int64_t in_scope = 0;
  std::int64_t eligible = 0;
  for (const v1::StratumPreview& stratum : preview.strata()) {
    in_scope += stratum.in_scope();
    eligible += stratum.eligible();
  }
  if (in_scope == 0) {
    return {{"注意：任务的行政区划和产品类别之内现在没有任何企业，抽取会失败",
             "warning: no enterprise is in the task's region and categories "
             "now; a draw would fail"}};
  }
  if (eligible >= sample) return {};
  const std::string have = std::to_string(eligible);
  const std::string scope = std::to_string(in_scope);
  const std::string want = std::to_string(sample);
  return {{"注意：要抽 " + want + " 家，范围内 " + scope +
               " 家企业中现在只有 " + have + " 家可抽；原因见 task preview",
           "warning: the sample is " + want + ", but of " + scope +
               " enterprises in scope only " + have +
               " are eligible now; task preview says why"}};
}

}  // namespace spotcheck::client
