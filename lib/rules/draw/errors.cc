#include "lib/rules/draw/errors.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/base/error_table.h"

namespace spotcheck::rules::draw_errors {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // The plan.
    {"DRAW_NUMBER_OUT_OF_RANGE", kInvalidArgument,
     "{field} 为 {value},应在 1 至 {limit} 之间",
     "{field} is {value}; it must lie in 1…{limit}"},
    {"DRAW_TEXT_MALFORMED", kInvalidArgument, "{field} 不合规定:“{value}”",
     "{field} is outside the protocol's grammar: \"{value}\""},
    {"DRAW_LIST_EMPTY", kInvalidArgument, "{field} 不能为空",
     "{field} is empty"},
    {"DRAW_LIST_REPEATS", kInvalidArgument, "{field} 中“{value}”重复",
     "{field} holds \"{value}\" more than once"},
    {"DRAW_SAMPLE_TOO_LARGE", kFailedPrecondition,
     "要抽 {value} 家企业,可抽的只有 {limit} 家(排除:{excluded})",
     "the sample of {value} enterprises is larger than the {limit} eligible "
     "ones (excluded: {excluded})"},
    // Rows of the frozen files.
    {"DRAW_ROW_ORDER:line", kInvalidArgument,
     "{file} 第 {line} 行未按字节升序或重复",
     "{file} line {line}: rows must be strictly ascending by bytes"},
    {"DRAW_ROW_ORDER:id", kInvalidArgument, "{file}:{value} 未按字节升序或重复",
     "{file}: {value} is out of order or occurs more than once"},
    {"DRAW_BAR_REPEATED", kInvalidArgument,
     "{file}:对企业 {usci} 的回避重复或次序有误",
     "{file}: a bar for enterprise {usci} is repeated or out of order"},
    {"DRAW_UNKNOWN_ENTERPRISE", kInvalidArgument,
     "{file} 中的企业 {usci} 不在 frame.tsv 中",
     "{file}: enterprise {usci} is not in frame.tsv"},
    {"DRAW_UNKNOWN_CATEGORY", kInvalidArgument,
     "产品 {usci} {line_id} 的类别不在抽查方案中",
     "the category of line {usci} {line_id} is not one of the plan's"},
    {"DRAW_EVIDENCE_MALFORMED", kInvalidArgument,
     "{file}:{usci} 的依据缺失、多余或不合规定",
     "{file}: the evidence for {usci} is missing, superfluous or malformed"},
    {"DRAW_CODE_NEEDS_LATER_ATTEMPT", kInvalidArgument,
     "首次抽取中企业 {usci} 不得标为 {code}",
     "enterprise {usci}: {code} occurs only where the attempt is later than 1"},
    {"DRAW_STRATUM_WITHOUT_WEIGHT", kInvalidArgument,
     "企业 {usci} 所在层 {stratum} 在方案中没有权重",
     "enterprise {usci}: the plan has no weight for stratum {stratum}"},
    {"DRAW_ELIGIBLE_WITHOUT_LINE", kInvalidArgument,
     "企业 {usci} 标为可抽,却没有可抽产品",
     "enterprise {usci} is ELIGIBLE without such a line"},
    {"DRAW_NO_ELIGIBLE_LINE_HAS_ONE", kInvalidArgument,
     "企业 {usci} 标为 NO_ELIGIBLE_LINE,却有可抽产品",
     "enterprise {usci} is NO_ELIGIBLE_LINE but has an eligible line"},
    {"DRAW_OTHER_STRATUM_IS_DRAWN", kInvalidArgument,
     "企业 {usci} 标为 OTHER_STRATUM,但层 {stratum} 中有可抽企业",
     "enterprise {usci} is OTHER_STRATUM, but stratum {stratum} has eligible "
     "enterprises"},
    {"DRAW_ELIGIBLE_WITHOUT_LAB", kInvalidArgument,
     "产品 {usci} {line_id} 标为可抽,却没有可用的检测机构",
     "line {usci} {line_id} is ELIGIBLE, but no unbarred laboratory has its "
     "category in scope"},
    {"DRAW_NO_LAB_HAS_ONE", kInvalidArgument,
     "产品 {usci} {line_id} 标为 NO_LAB,却有可用的检测机构",
     "line {usci} {line_id} is NO_LAB, but an unbarred laboratory has its "
     "category in scope"},
    {"DRAW_TOO_FEW_INSPECTORS", kFailedPrecondition,
     "企业 {usci} 只有 {value} 名无需回避的检查人员,需要 {limit} 名",
     "enterprise {usci} has {value} unbarred inspectors; {limit} are to be "
     "assigned"},
    // Attempts, witnesses and the seed.
    {"DRAW_PREVIOUS_MISSING", kInvalidArgument,
     "第 {value} 次抽取没有上一次抽取的承诺值",
     "attempt {value} names no previous commitment of the authority"},
    {"DRAW_NO_WITNESS", kInvalidArgument, "抽取没有见证人,至少需要一名",
     "the draw has no witness; one is needed"},
    {"DRAW_WITNESSES_ALIKE", kInvalidArgument,
     "见证人 {first} 与 {second} 的 {name} 相同",
     "witnesses {first} and {second} have the same {name}"},
    {"DRAW_WITNESS_KEY_UNFIT", kInvalidArgument,
     "见证人 {index} 的公钥无效或为低阶点",
     "the key of witness {index} is no point of the curve or of small order"},
    {"DRAW_SECRET_SIZE", kInvalidArgument, "{field} 长 {value} 字节,不合规定",
     "{field} has {value} bytes, not what is required"},
    {"DRAW_BEACON_SPEC_MALFORMED", kInvalidArgument,
     "信标写法不合规定:“{value}”,应为 drand:<链哈希>:<轮次>",
     "beacon_spec \"{value}\" is not drand:<chain hash>:<round>"},
    {"DRAW_BEACON_FIELDS_MISMATCH", kInvalidArgument,
     "信标的值和签名须与 beacon_spec 同有同无",
     "beacon_value and beacon_signature must be given exactly where "
     "beacon_spec is"},
    {"DRAW_BEACON_VALUE_MISMATCH", kInvalidArgument,
     "信标值不是其签名的 SHA-256",
     "beacon_value is not the SHA-256 of beacon_signature"},
    // Proofs.
    {"DRAW_PATH_MALFORMED", kInvalidArgument,
     "默克尔路径与第 {value} 叶(共 {limit})不符",
     "the Merkle path does not fit leaf {value} of {limit}"},
    {"DRAW_NOT_SELECTED", kNotFound, "企业 {usci} 未被抽中",
     "enterprise {usci} was not selected"},
    {"DRAW_PROOF_MISMATCH", kInvalidArgument, "证明与公布的结果根 {value} 不符",
     "the proof does not lead to the published result_root {value}"},
    // Uniform numbers and the matching.
    {"DRAW_UNIFORM_RANGE", kInvalidArgument, "均匀抽样的除数 {value} 超出范围",
     "no uniform number below {value} is defined"},
    {"DRAW_TOO_FEW_CANDIDATES", kFailedPrecondition,
     "第 {item} 项只有 {value} 个候选,需要 {limit} 个",
     "item {item} of the matching has {value} candidates for {limit} slots"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

std::string WitnessField(std::int64_t index, std::string_view field) {
  return absl::StrCat("witnesses[", index, "].", std::string(field));
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status NumberOutOfRange(std::string_view field, std::int64_t value,
                              std::int64_t limit) {
  return MakeError(Row("DRAW_NUMBER_OUT_OF_RANGE"),
                   {{"field", field}, {"value", value}, {"limit", limit}});
}
absl::Status TextMalformed(const Found& found) {
  return MakeError(Row("DRAW_TEXT_MALFORMED"),
                   {{"field", found.where}, {"value", found.value}});
}
absl::Status ListEmpty(std::string_view field) {
  return MakeError(Row("DRAW_LIST_EMPTY"), {{"field", field}});
}
absl::Status ListRepeats(const Found& found) {
  return MakeError(Row("DRAW_LIST_REPEATS"),
                   {{"field", found.where}, {"value", found.value}});
}
absl::Status RowOrder(std::string_view file, std::int64_t line) {
  return MakeError(Row("DRAW_ROW_ORDER:line"),
                   {{"file", file}, {"line", line}});
}
absl::Status IdOrder(const Found& found) {
  return MakeError(Row("DRAW_ROW_ORDER:id"),
                   {{"file", found.where}, {"value", found.value}});
}
absl::Status BarRepeated(std::string_view file, const Usci& usci) {
  return MakeError(Row("DRAW_BAR_REPEATED"), {{"file", file}, {"usci", usci}});
}
absl::Status UnknownEnterprise(std::string_view file, const Usci& usci) {
  return MakeError(Row("DRAW_UNKNOWN_ENTERPRISE"),
                   {{"file", file}, {"usci", usci}});
}
absl::Status UnknownCategory(const Usci& usci, const LineId& line) {
  return MakeError(Row("DRAW_UNKNOWN_CATEGORY"),
                   {{"usci", usci}, {"line_id", line}});
}
absl::Status EvidenceMalformed(std::string_view file, const Usci& usci) {
  return MakeError(Row("DRAW_EVIDENCE_MALFORMED"),
                   {{"file", file}, {"usci", usci}});
}
absl::Status CodeNeedsLaterAttempt(const Usci& usci, std::string_view code) {
  return MakeError(Row("DRAW_CODE_NEEDS_LATER_ATTEMPT"),
                   {{"usci", usci}, {"code", code}});
}
absl::Status StratumWithoutWeight(const Usci& usci, const Stratum& stratum) {
  return MakeError(Row("DRAW_STRATUM_WITHOUT_WEIGHT"),
                   {{"usci", usci}, {"stratum", stratum}});
}
absl::Status EligibleWithoutLine(const Usci& usci) {
  return MakeError(Row("DRAW_ELIGIBLE_WITHOUT_LINE"), {{"usci", usci}});
}
absl::Status NoEligibleLineHasOne(const Usci& usci) {
  return MakeError(Row("DRAW_NO_ELIGIBLE_LINE_HAS_ONE"), {{"usci", usci}});
}
absl::Status OtherStratumIsDrawn(const Usci& usci, const Stratum& stratum) {
  return MakeError(Row("DRAW_OTHER_STRATUM_IS_DRAWN"),
                   {{"usci", usci}, {"stratum", stratum}});
}
absl::Status EligibleWithoutLab(const Usci& usci, const LineId& line) {
  return MakeError(Row("DRAW_ELIGIBLE_WITHOUT_LAB"),
                   {{"usci", usci}, {"line_id", line}});
}
absl::Status NoLabHasOne(const Usci& usci, const LineId& line) {
  return MakeError(Row("DRAW_NO_LAB_HAS_ONE"),
                   {{"usci", usci}, {"line_id", line}});
}
absl::Status TooFewInspectors(const Usci& usci, std::int64_t unbarred,
                              std::int64_t needed) {
  return MakeError(Row("DRAW_TOO_FEW_INSPECTORS"),
                   {{"usci", usci}, {"value", unbarred}, {"limit", needed}});
}
absl::Status SampleTooLarge(
    std::int64_t sample_size, std::int64_t eligible,
    const std::map<std::string, std::int64_t>& excluded) {
  std::string counts = absl::StrJoin(excluded, ", ", absl::PairFormatter(" "));
  if (counts.empty()) counts = "0";
  return MakeError(Row("DRAW_SAMPLE_TOO_LARGE"),
                   {{"field", "sample_size"},
                    {"value", sample_size},
                    {"limit", eligible},
                    {"excluded", ErrorValue::Coded(counts, {counts, counts})}});
}
absl::Status PreviousMissing(std::int64_t attempt) {
  return MakeError(Row("DRAW_PREVIOUS_MISSING"),
                   {{"field", "previous"}, {"value", attempt}});
}
absl::Status NoWitness() {
  return MakeError(Row("DRAW_NO_WITNESS"), {{"field", "witnesses"}});
}
absl::Status WitnessesAlike(std::string_view field, std::int64_t first,
                            std::int64_t second) {
  return MakeError(Row("DRAW_WITNESSES_ALIKE"),
                   {{"field", WitnessField(second, field)},
                    {"first", ErrorValue::SentenceOnly(first)},
                    {"second", ErrorValue::SentenceOnly(second)},
                    {"name", ErrorValue::SentenceOnly(field)}});
}
absl::Status WitnessKeyUnfit(std::int64_t index) {
  return MakeError(Row("DRAW_WITNESS_KEY_UNFIT"),
                   {{"field", WitnessField(index, "key")},
                    {"index", ErrorValue::SentenceOnly(index)}});
}
absl::Status SecretSize(std::string_view field, std::int64_t size) {
  return MakeError(Row("DRAW_SECRET_SIZE"),
                   {{"field", field}, {"value", size}});
}
absl::Status BeaconSpecMalformed(const std::string& spec) {
  return MakeError(Row("DRAW_BEACON_SPEC_MALFORMED"),
                   {{"field", "beacon_spec"}, {"value", spec}});
}
absl::Status BeaconFieldsMismatch(const std::string& spec) {
  return MakeError(Row("DRAW_BEACON_FIELDS_MISMATCH"),
                   {{"field", "beacon_value"}, {"value", spec}});
}
absl::Status BeaconValueMismatch() {
  return MakeError(Row("DRAW_BEACON_VALUE_MISMATCH"),
                   {{"field", "beacon_value"}});
}
absl::Status PathMalformed(std::int64_t index, std::int64_t size) {
  return MakeError(Row("DRAW_PATH_MALFORMED"),
                   {{"value", index}, {"limit", size}});
}
absl::Status NotSelected(const Usci& usci) {
  return MakeError(Row("DRAW_NOT_SELECTED"), {{"usci", usci}});
}
absl::Status ProofMismatch(const Digest& result_root) {
  return MakeError(Row("DRAW_PROOF_MISMATCH"),
                   {{"field", "result_root"}, {"value", result_root.ToHex()}});
}
absl::Status UniformRange(std::uint64_t divisor) {
  return MakeError(Row("DRAW_UNIFORM_RANGE"), {{"value", divisor}});
}
absl::Status TooFewCandidates(std::int64_t item, std::int64_t candidates,
                              std::int64_t slots) {
  return MakeError(Row("DRAW_TOO_FEW_CANDIDATES"),
                   {{"item", ErrorValue::SentenceOnly(item)},
                    {"value", candidates},
                    {"limit", slots}});
}

}  // namespace spotcheck::rules::draw_errors
