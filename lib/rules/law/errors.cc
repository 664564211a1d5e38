#include "lib/rules/law/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"
#include "lib/base/text.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::rules::law_errors {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Products and authorities.
    {"PRODUCT_NAME_EMPTY", kInvalidArgument, "产品名称为空:“{value}”",
     "the product name is empty: \"{value}\""},
    {"UNKNOWN_CATEGORY", kInvalidArgument,
     "“{value}”不是九类消费品之一：{known}",
     "\"{value}\" is not one of the nine categories of consumer products: "
     "{known}"},
    {"UNKNOWN_LEVEL", kInvalidArgument,
     "级别“{value}”无法识别,应为国家、省级、市级或县级",
     "the level \"{value}\" is not national, provincial, city or county"},
    {"LEVEL_NEEDS_REGION", kInvalidArgument,
     "该级别的部门需要 {digits} 位行政区划代码,给出的是“{value}”",
     "an authority of this level needs a region of {digits} digits; given was "
     "\"{value}\""},
    // Rules that are data, and the list of enterprises.
    {"INVALID_POLICY", kInvalidArgument, "政策“{id}”的 {field} 有误:{why}",
     "policy \"{id}\", {field}: {why}"},
    {"INVALID_SCHEME", kInvalidArgument,
     "信用评价方案“{id}”的 {field} 有误:{why}",
     "grading scheme \"{id}\", {field}: {why}"},
    {"INVALID_LIST_RULE", kInvalidArgument,
     "名单规则“{id}”的 {field} 有误:{why}",
     "list rule \"{id}\", {field}: {why}"},
    {"LIST_TRANSITION_REFUSED", kFailedPrecondition,
     "名单条目现为“{state}”,不能作出“{verb}”的决定",
     "an entry that is {state} does not take the decision to {verb}"},
    // Numbers and texts of any field.
    {"NUMBER_OUT_OF_RANGE", kInvalidArgument,
     "{field} 为 {value},应在 1 至 {limit} 之间",
     "{field} is {value}; it must lie in 1…{limit}"},
    {"TEXT_NOT_UTF8", kInvalidArgument, "{field} 不是有效的 UTF-8 文本",
     "{field} is not valid UTF-8"},
    {"TEXT_LENGTH", kInvalidArgument,
     "{field} 有 {value} 个字符,应为 1 至 {limit} 个",
     "{field} has {value} characters; it must have 1…{limit}"},
    {"TEXT_CONTROL_CHARACTER", kInvalidArgument,
     "{field} 含有控制字符或不可见字符 {value}",
     "{field} holds the control or invisible character {value}"},
    {"TEXT_NOT_NFC", kInvalidArgument, "{field} 不是 Unicode NFC 规范形式",
     "{field} is not in Unicode form NFC"},
    // Tasks and results.
    {"INVALID_WEIGHTS", kInvalidArgument,
     "权重“{value}”应形如 A=1,B=2,每层一次",
     "the weights \"{value}\" must read like A=1,B=2, each stratum once"},
    {"WEIGHTS_MISSING", kInvalidArgument, "任务没有任何分层权重",
     "the task gives no stratum a weight"},
    {"CATEGORIES_MISSING", kInvalidArgument, "任务没有产品类别",
     "the task names no product category"},
    {"CATEGORY_REPEATED", kInvalidArgument, "产品类别“{value}”重复",
     "the category \"{value}\" is repeated"},
    {"INVALID_POLICY_IDS", kInvalidArgument, "政策编号“{value}”重复或不合规定",
     "the policy id \"{value}\" is repeated or malformed"},
    {"BASIS_MISSING", kInvalidArgument, "跟踪抽查和应急抽查必须写明依据",
     "a follow-up or an emergency check must name its basis"},
    {"AS_OF_IN_FUTURE", kInvalidArgument, "基准日 {value} 晚于今天({limit})",
     "the as-of day {value} is later than today, {limit}"},
    {"SAMPLED_OUT_OF_RANGE", kInvalidArgument,
     "抽样日期 {value} 应在 {first} 至 {last} 之间",
     "the sampling day {value} must lie between {first} and {last}"},
    // Facts of a frame.
    {"STRATUM_WITHOUT_WEIGHT", kFailedPrecondition,
     "抽样框中有 {stratum} 层的企业,但任务没有给出该层权重",
     "the frame has enterprises of stratum {stratum}, for which the task gives "
     "no weight"},
    {"FRAME_OUT_OF_ORDER", kInternal, "企业未按代码升序进入抽样框",
     "enterprises reach the frame out of order"},
    {"ENTERPRISE_OUT_OF_SCOPE", kInternal,
     "企业不在任务的区域内,或没有任务类别的产品",
     "the enterprise is outside the task's region or has no line in scope"},
    {"LINE_OUT_OF_SCOPE", kInternal, "产品类别不在任务范围内",
     "the line's category is not one of the plan's"},
    {"LINE_REPEATED", kInternal, "同一产品出现两次",
     "a product line occurs twice"},
    {"LAB_REPEATED", kInternal, "同一检验机构出现两次",
     "a laboratory occurs twice"},
    {"INSPECTOR_REPEATED", kInternal, "同一检查人员出现两次",
     "an inspector occurs twice"},
    {"EVIDENCE_MALFORMED", kInternal, "证据编号不合规定:“{evidence}”",
     "the evidence is no id: \"{evidence}\""},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status ProductNameEmpty(const std::string& value) {
  return MakeError(Row("PRODUCT_NAME_EMPTY"),
                   {{"field", "product_name"}, {"value", value}});
}
absl::Status UnknownCategory(const std::string& value) {
  std::string known;
  for (const std::string_view name : kCategories) {
    known += (known.empty() ? "" : " ") + std::string(name);
  }
  return MakeError(Row("UNKNOWN_CATEGORY"),
                   {{"field", "category"},
                    {"value", value},
                    {"known", Localized{known, known}}});
}
absl::Status UnknownLevel(const std::string& value) {
  return MakeError(Row("UNKNOWN_LEVEL"),
                   {{"field", "level"}, {"value", value}});
}
absl::Status LevelNeedsRegion(int digits, const Region& region) {
  return MakeError(
      Row("LEVEL_NEEDS_REGION"),
      {{"field", "region"}, {"value", region.Label()}, {"digits", digits}});
}
absl::Status InvalidPolicy(const RuleFault& fault) {
  return MakeError(
      Row("INVALID_POLICY"),
      {{"id", fault.id}, {"field", fault.field}, {"why", fault.why}});
}
absl::Status InvalidScheme(const RuleFault& fault) {
  return MakeError(
      Row("INVALID_SCHEME"),
      {{"id", fault.id}, {"field", fault.field}, {"why", fault.why}});
}
absl::Status InvalidListRule(const RuleFault& fault) {
  return MakeError(
      Row("INVALID_LIST_RULE"),
      {{"id", fault.id}, {"field", fault.field}, {"why", fault.why}});
}
Localized MustLieWithin(std::int64_t limit) {
  return {absl::StrCat("应在 1 至 ", limit, " 之间"),
          absl::StrCat("it must lie in 1…", limit)};
}
absl::Status ListTransitionRefused(const ListTransition& transition) {
  return MakeError(
      Row("LIST_TRANSITION_REFUSED"),
      {{"state", ErrorValue::Coded(transition.state_code, transition.state)},
       {"verb", ErrorValue::Coded(transition.verb_code, transition.verb)}});
}
absl::Status NumberOutOfRange(FieldName field, std::int64_t value,
                              std::int64_t limit) {
  return MakeError(Row("NUMBER_OUT_OF_RANGE"),
                   {{"field", field.text}, {"value", value}, {"limit", limit}});
}
absl::Status TextNotUtf8(FieldName field) {
  return MakeError(Row("TEXT_NOT_UTF8"), {{"field", field.text}});
}
absl::Status TextLength(FieldName field, std::int64_t length,
                        std::int64_t limit) {
  return MakeError(
      Row("TEXT_LENGTH"),
      {{"field", field.text}, {"value", length}, {"limit", limit}});
}
absl::Status TextControlCharacter(FieldName field, char32_t found) {
  return MakeError(Row("TEXT_CONTROL_CHARACTER"),
                   {{"field", field.text}, {"value", CodePointName(found)}});
}
absl::Status TextNotNfc(FieldName field) {
  return MakeError(Row("TEXT_NOT_NFC"), {{"field", field.text}});
}
absl::Status InvalidWeights(const std::string& value) {
  return MakeError(Row("INVALID_WEIGHTS"),
                   {{"field", "weights"}, {"value", value}});
}
absl::Status WeightsMissing() {
  return MakeError(Row("WEIGHTS_MISSING"), {{"field", "weights"}});
}
absl::Status CategoriesMissing() {
  return MakeError(Row("CATEGORIES_MISSING"), {{"field", "categories"}});
}
absl::Status CategoryRepeated(const std::string& value) {
  return MakeError(Row("CATEGORY_REPEATED"),
                   {{"field", "categories"}, {"value", value}});
}
absl::Status InvalidPolicyIds(const std::string& value) {
  return MakeError(Row("INVALID_POLICY_IDS"),
                   {{"field", "policies"}, {"value", value}});
}
absl::Status BasisMissing() {
  return MakeError(Row("BASIS_MISSING"), {{"field", "basis"}});
}
absl::Status AsOfInFuture(CivilDate as_of, CivilDate today) {
  return MakeError(Row("AS_OF_IN_FUTURE"),
                   {{"field", "as_of"}, {"value", as_of}, {"limit", today}});
}
absl::Status SampledOutOfRange(CivilDate sampled, CivilDate first,
                               CivilDate last) {
  return MakeError(Row("SAMPLED_OUT_OF_RANGE"), {{"field", "sampled"},
                                                 {"value", sampled},
                                                 {"first", first},
                                                 {"last", last}});
}
absl::Status StratumWithoutWeight(const Stratum& stratum) {
  return MakeError(Row("STRATUM_WITHOUT_WEIGHT"),
                   {{"field", "weights"}, {"stratum", stratum}});
}
absl::Status FrameOutOfOrder(const Usci& usci) {
  return MakeError(Row("FRAME_OUT_OF_ORDER"), {{"usci", usci}});
}
absl::Status EnterpriseOutOfScope(const Usci& usci) {
  return MakeError(Row("ENTERPRISE_OUT_OF_SCOPE"), {{"usci", usci}});
}
absl::Status LineOutOfScope(const Usci& usci, const LineId& line) {
  return MakeError(Row("LINE_OUT_OF_SCOPE"), {{"usci", usci}, {"line", line}});
}
absl::Status LineRepeated(const Usci& usci, const LineId& line) {
  return MakeError(Row("LINE_REPEATED"), {{"usci", usci}, {"line", line}});
}
absl::Status LabRepeated(const LabId& lab) {
  return MakeError(Row("LAB_REPEATED"), {{"lab", lab}});
}
absl::Status InspectorRepeated(const InspectorId& inspector) {
  return MakeError(Row("INSPECTOR_REPEATED"), {{"inspector", inspector}});
}
absl::Status EvidenceMalformed(const std::string& evidence) {
  return MakeError(Row("EVIDENCE_MALFORMED"), {{"evidence", evidence}});
}

}  // namespace spotcheck::rules::law_errors
