#include "lib/rules/register/states.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_replace.h"
#include "absl/types/span.h"
#include "lib/base/text.h"

namespace spotcheck::rules {
namespace {

using Words = absl::Span<const std::string_view>;

// All tables hold normal forms: no white space, no commas, small letters.
constexpr std::string_view kEnterpriseGone[] = {
    "注销",       "吊销",         "吊销未注销",   "吊销(未注销)", "吊销后注销",
    "吊销已注销", "吊销(已注销)", "deregistered", "revoked",      "cancelled",
    "canceled",   "dissolved",    "struckoff"};
constexpr std::string_view kLabGone[] = {
    "暂停",      "注销",      "撤销",     "吊销",      "过期",    "失效",
    "suspended", "cancelled", "canceled", "withdrawn", "revoked", "expired"};
constexpr std::string_view kInspectorGone[] = {
    "停职",        "暂停",      "退休",      "离职",    "调离",
    "注销",        "吊销",      "suspended", "retired", "left",
    "transferred", "cancelled", "canceled",  "revoked"};

// People write these words into a cell when they have nothing to say.
constexpr std::string_view kNothing[] = {"无", "未标注", "n/a", "null", "/",
                                         "-",  "--",     "—",   "——"};

// Processes, refusals, withdrawals and negations of a step are in business.
constexpr std::string_view kEnterpriseInBusiness[] = {"存续",
                                                      "存续(在营开业在册)",
                                                      "在营",
                                                      "在业",
                                                      "开业",
                                                      "在册",
                                                      "在营(开业)",
                                                      "正常",
                                                      "正常经营",
                                                      "登记成立",
                                                      "迁入",
                                                      "停业",
                                                      "歇业",
                                                      "筹建",
                                                      "清算",
                                                      "清算中",
                                                      "拟注销",
                                                      "申请注销",
                                                      "注销中",
                                                      "正在注销",
                                                      "简易注销公告",
                                                      "简易注销公告中",
                                                      "正在进行简易注销公告",
                                                      "撤销简易注销公告",
                                                      "已撤销简易注销公告",
                                                      "撤销注销登记",
                                                      "撤销注销",
                                                      "撤销吊销",
                                                      "未注销",
                                                      "未被注销",
                                                      "未吊销",
                                                      "未被吊销",
                                                      "恢复登记",
                                                      "active",
                                                      "inbusiness",
                                                      "registered",
                                                      "open"};
constexpr std::string_view kLabInBusiness[] = {
    "正常",   "有效",   "在用",   "未暂停",     "未注销",
    "未撤销", "未吊销", "未过期", "证书未过期", "证件未过期",
    "未失效", "恢复",   "active", "valid"};
constexpr std::string_view kInspectorInBusiness[] = {
    "在岗",   "在职",       "正常",   "有效",   "未停职",
    "未暂停", "未退休",     "未离职", "未调离", "未注销",
    "未吊销", "证件未过期", "复职",   "active", "onduty"};

struct Tables {
  Words gone;
  Words in_business;
};

Tables TablesOf(StateOf kind) {
  switch (kind) {
    case StateOf::kEnterprise:
      return {kEnterpriseGone, kEnterpriseInBusiness};
    case StateOf::kLab:
      return {kLabGone, kLabInBusiness};
    case StateOf::kInspector:
      return {kInspectorGone, kInspectorInBusiness};
  }
  return {};
}

bool Holds(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string WithoutCommas(const std::string& folded) {
  return absl::StrReplaceAll(DeleteWhiteSpace(folded), {{",", ""}, {"、", ""}});
}

}  // namespace

Standing ReadState(StateOf kind, std::string_view state) {
  constexpr std::string_view kAlready = "已";
  const auto folded = ToNfkcFolded(state);
  if (!folded.ok()) return Standing::kUnknown;
  const std::string word = WithoutCommas(*folded);
  const Tables tables = TablesOf(kind);
  if (word.empty() || Holds(kNothing, word) ||
      Holds(tables.in_business, word)) {
    return Standing::kInBusiness;
  }
  std::string_view bare = word;
  if (bare.substr(0, kAlready.size()) == kAlready) {
    bare.remove_prefix(kAlready.size());
  }
  return Holds(tables.gone, bare) ? Standing::kGone : Standing::kUnknown;
}

}  // namespace spotcheck::rules
