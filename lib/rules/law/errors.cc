#include "lib/rules/law/errors.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/error_kinds.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules::law_errors {
namespace {

using absl::StatusCode;
using absl::StrCat;
using error_kinds::Invalid;
using error_kinds::Refused;

absl::Status Contradiction(std::string reason, Localized message,
                           ErrorMetadata metadata) {
  return MakeError(StatusCode::kInternal, std::move(reason), std::move(message),
                   std::move(metadata));
}

std::string Name(FieldName field) { return std::string(field.text); }

absl::Status RuleError(std::string reason, const Localized& kind,
                       const RuleFault& fault) {
  const std::string id = Quotable(fault.id);
  return Invalid(
      std::move(reason),
      {StrCat(kind.zh, "“", id, "”的 ", fault.field, " 有误:", fault.why.zh),
       StrCat(kind.en, " \"", id, "\", ", fault.field, ": ", fault.why.en)},
      {{"id", id}, {"field", fault.field}});
}

}  // namespace

absl::Status ProductNameEmpty(const std::string& value) {
  return Invalid(
      "PRODUCT_NAME_EMPTY",
      {StrCat("产品名称为空:“", Quotable(value), "”"),
       StrCat("the product name is empty: \"", Quotable(value), "\"")},
      {{"field", "product_name"}, {"value", value}});
}

absl::Status UnknownCategory(const std::string& value) {
  std::string known;
  for (const std::string_view name : kCategories) {
    known += (known.empty() ? "" : " ") + std::string(name);
  }
  return Invalid(
      "UNKNOWN_CATEGORY",
      {StrCat("“", Quotable(value), "”不是九类消费品之一：", known),
       StrCat("\"", Quotable(value),
              "\" is not one of the nine categories of consumer products: ",
              known)},
      {{"field", "category"}, {"value", value}});
}

absl::Status UnknownLevel(const std::string& value) {
  return Invalid(
      "UNKNOWN_LEVEL",
      {StrCat("级别“", Quotable(value), "”无法识别,应为国家、省级、市级或县级"),
       StrCat("the level \"", Quotable(value),
              "\" is not national, provincial, city or county")},
      {{"field", "level"}, {"value", value}});
}

absl::Status LevelNeedsRegion(int digits, const Region& region) {
  return Invalid(
      "LEVEL_NEEDS_REGION",
      {StrCat("该级别的部门需要 ", digits, " 位行政区划代码,给出的是“",
              region.Label(), "”"),
       StrCat("an authority of this level needs a region of ", digits,
              " digits; given was \"", region.Label(), "\"")},
      {{"field", "region"},
       {"value", region.Label()},
       {"digits", StrCat(digits)}});
}

absl::Status InvalidPolicy(const RuleFault& fault) {
  return RuleError("INVALID_POLICY", {"政策", "policy"}, fault);
}

absl::Status InvalidScheme(const RuleFault& fault) {
  return RuleError("INVALID_SCHEME", {"信用评价方案", "grading scheme"}, fault);
}

absl::Status InvalidListRule(const RuleFault& fault) {
  return RuleError("INVALID_LIST_RULE", {"名单规则", "list rule"}, fault);
}

absl::Status ListTransitionRefused(const ListTransition& transition) {
  return Refused("LIST_TRANSITION_REFUSED",
                 {StrCat("名单条目处于 ", std::string(transition.state),
                         ",不能 ", std::string(transition.verb)),
                  StrCat("an entry that is ", std::string(transition.state),
                         " allows no ", std::string(transition.verb))},
                 {{"state", std::string(transition.state)},
                  {"verb", std::string(transition.verb)}});
}

absl::Status NumberOutOfRange(FieldName field, std::int64_t value,
                              std::int64_t limit) {
  return Invalid(
      "NUMBER_OUT_OF_RANGE",
      {StrCat(Name(field), " 为 ", value, ",应在 1 至 ", limit, " 之间"),
       StrCat(Name(field), " is ", value, "; it must lie in 1…", limit)},
      {{"field", Name(field)},
       {"value", StrCat(value)},
       {"limit", StrCat(limit)}});
}

absl::Status TextNotUtf8(FieldName field) {
  return Invalid("TEXT_NOT_UTF8",
                 {StrCat(Name(field), " 不是有效的 UTF-8 文本"),
                  StrCat(Name(field), " is not valid UTF-8")},
                 {{"field", Name(field)}});
}

absl::Status TextLength(FieldName field, std::int64_t length,
                        std::int64_t limit) {
  return Invalid(
      "TEXT_LENGTH",
      {StrCat(Name(field), " 有 ", length, " 个字符,应为 1 至 ", limit, " 个"),
       StrCat(Name(field), " has ", length, " characters; it must have 1…",
              limit)},
      {{"field", Name(field)},
       {"value", StrCat(length)},
       {"limit", StrCat(limit)}});
}

absl::Status TextControlCharacter(FieldName field, char32_t found) {
  const std::string name = CodePointName(found);
  return Invalid(
      "TEXT_CONTROL_CHARACTER",
      {StrCat(Name(field), " 含有控制字符或不可见字符 ", name),
       StrCat(Name(field), " holds the control or invisible character ", name)},
      {{"field", Name(field)}, {"value", name}});
}

absl::Status TextNotNfc(FieldName field) {
  return Invalid("TEXT_NOT_NFC",
                 {StrCat(Name(field), " 不是 Unicode NFC 规范形式"),
                  StrCat(Name(field), " is not in Unicode form NFC")},
                 {{"field", Name(field)}});
}

absl::Status InvalidWeights(const std::string& value) {
  return Invalid("INVALID_WEIGHTS",
                 {StrCat("权重“", Quotable(value), "”应形如 A=1,B=2,每层一次"),
                  StrCat("the weights \"", Quotable(value),
                         "\" must read like A=1,B=2, each stratum once")},
                 {{"field", "weights"}, {"value", value}});
}

absl::Status WeightsMissing() {
  return Invalid("WEIGHTS_MISSING",
                 {"任务没有任何分层权重", "the task gives no stratum a weight"},
                 {{"field", "weights"}});
}

absl::Status CategoriesMissing() {
  return Invalid("CATEGORIES_MISSING",
                 {"任务没有产品类别", "the task names no product category"},
                 {{"field", "categories"}});
}

absl::Status CategoryRepeated(const std::string& value) {
  return Invalid("CATEGORY_REPEATED",
                 {StrCat("产品类别“", Quotable(value), "”重复"),
                  StrCat("the category \"", Quotable(value), "\" is repeated")},
                 {{"field", "categories"}, {"value", value}});
}

absl::Status InvalidPolicyIds(const std::string& value) {
  return Invalid("INVALID_POLICY_IDS",
                 {StrCat("政策编号“", Quotable(value), "”重复或不合规定"),
                  StrCat("the policy id \"", Quotable(value),
                         "\" is repeated or malformed")},
                 {{"field", "policies"}, {"value", value}});
}

absl::Status BasisMissing() {
  return Invalid("BASIS_MISSING",
                 {"跟踪抽查和应急抽查必须写明依据",
                  "a follow-up or an emergency check must name its basis"},
                 {{"field", "basis"}});
}

absl::Status AsOfInFuture(CivilDate as_of, CivilDate today) {
  return Invalid(
      "AS_OF_IN_FUTURE",
      {StrCat("基准日 ", as_of.ToString(), " 晚于今天(", today.ToString(), ")"),
       StrCat("the as-of day ", as_of.ToString(), " is later than today, ",
              today.ToString())},
      {{"field", "as_of"},
       {"value", as_of.ToString()},
       {"limit", today.ToString()}});
}

absl::Status SampledOutOfRange(CivilDate sampled, CivilDate first,
                               CivilDate last) {
  return Invalid(
      "SAMPLED_OUT_OF_RANGE",
      {StrCat("抽样日期 ", sampled.ToString(), " 应在 ", first.ToString(),
              " 至 ", last.ToString(), " 之间"),
       StrCat("the sampling day ", sampled.ToString(), " must lie between ",
              first.ToString(), " and ", last.ToString())},
      {{"field", "sampled"},
       {"value", sampled.ToString()},
       {"first", first.ToString()},
       {"last", last.ToString()}});
}

absl::Status StratumWithoutWeight(const Stratum& stratum) {
  return Refused(
      "STRATUM_WITHOUT_WEIGHT",
      {StrCat("抽样框中有 ", stratum.str(), " 层的企业,但任务没有给出该层权重"),
       StrCat("the frame has enterprises of stratum ", stratum.str(),
              ", for which the task gives no weight")},
      {{"field", "weights"}, {"stratum", stratum.str()}});
}

absl::Status FrameOutOfOrder(const Usci& usci) {
  return Contradiction("FRAME_OUT_OF_ORDER",
                       {"企业未按代码升序进入抽样框",
                        "enterprises reach the frame out of order"},
                       {{"usci", usci.str()}});
}

absl::Status EnterpriseOutOfScope(const Usci& usci) {
  return Contradiction(
      "ENTERPRISE_OUT_OF_SCOPE",
      {"企业不在任务的区域内,或没有任务类别的产品",
       "the enterprise is outside the task's region or has no line in scope"},
      {{"usci", usci.str()}});
}

absl::Status LineOutOfScope(const Usci& usci, const LineId& line) {
  return Contradiction("LINE_OUT_OF_SCOPE",
                       {"产品类别不在任务范围内",
                        "the line's category is not one of the plan's"},
                       {{"usci", usci.str()}, {"line", line.str()}});
}

absl::Status LineRepeated(const Usci& usci, const LineId& line) {
  return Contradiction("LINE_REPEATED",
                       {"同一产品出现两次", "a product line occurs twice"},
                       {{"usci", usci.str()}, {"line", line.str()}});
}

absl::Status LabRepeated(const LabId& lab) {
  return Contradiction("LAB_REPEATED",
                       {"同一检验机构出现两次", "a laboratory occurs twice"},
                       {{"lab", lab.str()}});
}

absl::Status InspectorRepeated(const InspectorId& inspector) {
  return Contradiction("INSPECTOR_REPEATED",
                       {"同一检查人员出现两次", "an inspector occurs twice"},
                       {{"inspector", inspector.str()}});
}

absl::Status EvidenceMalformed(const std::string& evidence) {
  return Contradiction(
      "EVIDENCE_MALFORMED",
      {StrCat("证据编号不合规定:“", Quotable(evidence), "”"),
       StrCat("the evidence is no id: \"", Quotable(evidence), "\"")},
      {{"evidence", evidence}});
}

}  // namespace spotcheck::rules::law_errors
