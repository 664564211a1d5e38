#include "lib/rules/draw/errors.h"

#include "absl/strings/str_cat.h"
#include "lib/base/error_kinds.h"

namespace spotcheck::rules::draw_errors {
namespace {

using absl::StatusCode;
using absl::StrCat;
using error_kinds::Invalid;
using error_kinds::Refused;

std::string Text(std::string_view text) { return std::string(text); }

}  // namespace

absl::Status NumberOutOfRange(std::string_view field, std::int64_t value,
                              std::int64_t limit) {
  const std::string name = Text(field);
  return Invalid(
      "DRAW_NUMBER_OUT_OF_RANGE",
      {StrCat(name, " 为 ", value, ",应在 1 至 ", limit, " 之间"),
       StrCat(name, " is ", value, "; it must lie in 1…", limit)},
      {{"field", name}, {"value", StrCat(value)}, {"limit", StrCat(limit)}});
}

absl::Status TextMalformed(const Found& found) {
  const std::string name = Text(found.where);
  const std::string& value = found.value;
  return Invalid("DRAW_TEXT_MALFORMED",
                 {StrCat(name, " 不合规定:“", Quotable(value), "”"),
                  StrCat(name, " is outside the protocol's grammar: \"",
                         Quotable(value), "\"")},
                 {{"field", name}, {"value", value}});
}

absl::Status ListEmpty(std::string_view field) {
  const std::string name = Text(field);
  return Invalid("DRAW_LIST_EMPTY",
                 {StrCat(name, " 不能为空"), StrCat(name, " is empty")},
                 {{"field", name}});
}

absl::Status ListRepeats(const Found& found) {
  const std::string name = Text(found.where);
  const std::string& value = found.value;
  return Invalid(
      "DRAW_LIST_REPEATS",
      {StrCat(name, " 中“", Quotable(value), "”重复"),
       StrCat(name, " holds \"", Quotable(value), "\" more than once")},
      {{"field", name}, {"value", value}});
}

absl::Status RowOrder(std::string_view file, std::int64_t line) {
  const std::string name = Text(file);
  return Invalid("DRAW_ROW_ORDER",
                 {StrCat(name, " 第 ", line, " 行未按字节升序或重复"),
                  StrCat(name, " line ", line,
                         ": rows must be strictly ascending by bytes")},
                 {{"file", name}, {"line", StrCat(line)}});
}

absl::Status IdOrder(const Found& found) {
  const std::string name = Text(found.where);
  const std::string& id = found.value;
  return Invalid(
      "DRAW_ROW_ORDER",
      {StrCat(name, ":", id, " 未按字节升序或重复"),
       StrCat(name, ": ", id, " is out of order or occurs more than once")},
      {{"file", name}, {"value", id}});
}

absl::Status BarRepeated(std::string_view file, const Usci& usci) {
  const std::string name = Text(file);
  return Invalid("DRAW_BAR_REPEATED",
                 {StrCat(name, ":对企业 ", usci.str(), " 的回避重复或次序有误"),
                  StrCat(name, ": a bar for enterprise ", usci.str(),
                         " is repeated or out of order")},
                 {{"file", name}, {"usci", usci.str()}});
}

absl::Status UnknownEnterprise(std::string_view file, const Usci& usci) {
  const std::string name = Text(file);
  return Invalid(
      "DRAW_UNKNOWN_ENTERPRISE",
      {StrCat(name, " 中的企业 ", usci.str(), " 不在 frame.tsv 中"),
       StrCat(name, ": enterprise ", usci.str(), " is not in frame.tsv")},
      {{"file", name}, {"usci", usci.str()}});
}

absl::Status UnknownCategory(const Usci& usci, const LineId& line) {
  return Invalid(
      "DRAW_UNKNOWN_CATEGORY",
      {StrCat("产品 ", usci.str(), " ", line.str(), " 的类别不在抽查方案中"),
       StrCat("the category of line ", usci.str(), " ", line.str(),
              " is not one of the plan's")},
      {{"usci", usci.str()}, {"line_id", line.str()}});
}

absl::Status EvidenceMalformed(std::string_view file, const Usci& usci) {
  const std::string name = Text(file);
  return Invalid("DRAW_EVIDENCE_MALFORMED",
                 {StrCat(name, ":", usci.str(), " 的依据缺失、多余或不合规定"),
                  StrCat(name, ": the evidence for ", usci.str(),
                         " is missing, superfluous or malformed")},
                 {{"file", name}, {"usci", usci.str()}});
}

absl::Status CodeNeedsLaterAttempt(const Usci& usci, std::string_view code) {
  const std::string name = Text(code);
  return Invalid("DRAW_CODE_NEEDS_LATER_ATTEMPT",
                 {StrCat("首次抽取中企业 ", usci.str(), " 不得标为 ", name),
                  StrCat("enterprise ", usci.str(), ": ", name,
                         " occurs only where the attempt is later than 1")},
                 {{"usci", usci.str()}, {"code", name}});
}

absl::Status StratumWithoutWeight(const Usci& usci, const Stratum& stratum) {
  return Invalid("DRAW_STRATUM_WITHOUT_WEIGHT",
                 {StrCat("企业 ", usci.str(), " 所在层 ", stratum.str(),
                         " 在方案中没有权重"),
                  StrCat("enterprise ", usci.str(), ": the plan has no weight ",
                         "for stratum ", stratum.str())},
                 {{"usci", usci.str()}, {"stratum", stratum.str()}});
}

absl::Status EligibleWithoutLine(const Usci& usci) {
  return Invalid(
      "DRAW_ELIGIBLE_WITHOUT_LINE",
      {StrCat("企业 ", usci.str(), " 标为可抽,却没有可抽产品"),
       StrCat("enterprise ", usci.str(), " is ELIGIBLE without such a line")},
      {{"usci", usci.str()}});
}

absl::Status NoEligibleLineHasOne(const Usci& usci) {
  return Invalid(
      "DRAW_NO_ELIGIBLE_LINE_HAS_ONE",
      {StrCat("企业 ", usci.str(), " 标为 NO_ELIGIBLE_LINE,却有可抽产品"),
       StrCat("enterprise ", usci.str(),
              " is NO_ELIGIBLE_LINE but has an eligible line")},
      {{"usci", usci.str()}});
}

absl::Status OtherStratumIsDrawn(const Usci& usci, const Stratum& stratum) {
  return Invalid(
      "DRAW_OTHER_STRATUM_IS_DRAWN",
      {StrCat("企业 ", usci.str(), " 标为 OTHER_STRATUM,但层 ", stratum.str(),
              " 中有可抽企业"),
       StrCat("enterprise ", usci.str(), " is OTHER_STRATUM, but stratum ",
              stratum.str(), " has eligible enterprises")},
      {{"usci", usci.str()}, {"stratum", stratum.str()}});
}

absl::Status EligibleWithoutLab(const Usci& usci, const LineId& line) {
  return Invalid("DRAW_ELIGIBLE_WITHOUT_LAB",
                 {StrCat("产品 ", usci.str(), " ", line.str(),
                         " 标为可抽,却没有可用的检测机构"),
                  StrCat("line ", usci.str(), " ", line.str(),
                         " is ELIGIBLE, but no unbarred laboratory has its ",
                         "category in scope")},
                 {{"usci", usci.str()}, {"line_id", line.str()}});
}

absl::Status NoLabHasOne(const Usci& usci, const LineId& line) {
  return Invalid("DRAW_NO_LAB_HAS_ONE",
                 {StrCat("产品 ", usci.str(), " ", line.str(),
                         " 标为 NO_LAB,却有可用的检测机构"),
                  StrCat("line ", usci.str(), " ", line.str(),
                         " is NO_LAB, but an unbarred laboratory has its ",
                         "category in scope")},
                 {{"usci", usci.str()}, {"line_id", line.str()}});
}

absl::Status TooFewInspectors(const Usci& usci, std::int64_t unbarred,
                              std::int64_t needed) {
  return Refused(
      "DRAW_TOO_FEW_INSPECTORS",
      {StrCat("企业 ", usci.str(), " 只有 ", unbarred,
              " 名无需回避的检查人员,需要 ", needed, " 名"),
       StrCat("enterprise ", usci.str(), " has ", unbarred,
              " unbarred inspectors; ", needed, " are to be assigned")},
      {{"usci", usci.str()},
       {"value", StrCat(unbarred)},
       {"limit", StrCat(needed)}});
}

absl::Status SampleTooLarge(
    std::int64_t sample_size, std::int64_t eligible,
    const std::map<std::string, std::int64_t>& excluded) {
  std::string reasons;
  for (const auto& [code, count] : excluded) {
    absl::StrAppend(&reasons, reasons.empty() ? "" : ", ", code, " ", count);
  }
  if (reasons.empty()) reasons = "0";
  return Refused(
      "DRAW_SAMPLE_TOO_LARGE",
      {StrCat("要抽 ", sample_size, " 家企业,可抽的只有 ", eligible,
              " 家(排除:", reasons, ")"),
       StrCat("the sample of ", sample_size, " enterprises is larger than the ",
              eligible, " eligible ones (excluded: ", reasons, ")")},
      {{"field", "sample_size"},
       {"value", StrCat(sample_size)},
       {"limit", StrCat(eligible)},
       {"excluded", reasons}});
}

absl::Status PreviousMissing(std::int64_t attempt) {
  return Invalid("DRAW_PREVIOUS_MISSING",
                 {StrCat("第 ", attempt, " 次抽取没有上一次抽取的承诺值"),
                  StrCat("attempt ", attempt,
                         " names no previous commitment of the authority")},
                 {{"field", "previous"}, {"value", StrCat(attempt)}});
}

absl::Status NoWitness() {
  return Invalid(
      "DRAW_NO_WITNESS",
      {"抽取没有见证人,至少需要一名", "the draw has no witness; one is needed"},
      {{"field", "witnesses"}});
}

absl::Status WitnessesAlike(std::string_view field, std::int64_t first,
                            std::int64_t second) {
  const std::string name = Text(field);
  return Invalid(
      "DRAW_WITNESSES_ALIKE",
      {StrCat("见证人 ", first, " 与 ", second, " 的 ", name, " 相同"),
       StrCat("witnesses ", first, " and ", second, " have the same ", name)},
      {{"field", StrCat("witnesses[", second, "].", name)}});
}

absl::Status WitnessKeyUnfit(std::int64_t index) {
  return Invalid("DRAW_WITNESS_KEY_UNFIT",
                 {StrCat("见证人 ", index, " 的公钥无效或为低阶点"),
                  StrCat("the key of witness ", index,
                         " is no point of the curve or of small order")},
                 {{"field", StrCat("witnesses[", index, "].key")}});
}

absl::Status SecretSize(std::string_view field, std::int64_t size) {
  const std::string name = Text(field);
  return Invalid("DRAW_SECRET_SIZE",
                 {StrCat(name, " 长 ", size, " 字节,不合规定"),
                  StrCat(name, " has ", size, " bytes, not what is required")},
                 {{"field", name}, {"value", StrCat(size)}});
}

absl::Status BeaconSpecMalformed(const std::string& spec) {
  return Invalid("DRAW_BEACON_SPEC_MALFORMED",
                 {StrCat("信标写法不合规定:“", Quotable(spec),
                         "”,应为 drand:<链哈希>:<轮次>"),
                  StrCat("beacon_spec \"", Quotable(spec),
                         "\" is not drand:<chain hash>:<round>")},
                 {{"field", "beacon_spec"}, {"value", spec}});
}

absl::Status BeaconFieldsMismatch(const std::string& spec) {
  return Invalid("DRAW_BEACON_FIELDS_MISMATCH",
                 {"信标的值和签名须与 beacon_spec 同有同无",
                  "beacon_value and beacon_signature must be given exactly "
                  "where beacon_spec is"},
                 {{"field", "beacon_value"}, {"value", spec}});
}

absl::Status BeaconValueMismatch() {
  return Invalid("DRAW_BEACON_VALUE_MISMATCH",
                 {"信标值不是其签名的 SHA-256",
                  "beacon_value is not the SHA-256 of beacon_signature"},
                 {{"field", "beacon_value"}});
}

absl::Status PathMalformed(std::int64_t index, std::int64_t size) {
  return Invalid(
      "DRAW_PATH_MALFORMED",
      {StrCat("默克尔路径与第 ", index, " 叶(共 ", size, ")不符"),
       StrCat("the Merkle path does not fit leaf ", index, " of ", size)},
      {{"value", StrCat(index)}, {"limit", StrCat(size)}});
}

absl::Status NotSelected(const Usci& usci) {
  return MakeError(StatusCode::kNotFound, "DRAW_NOT_SELECTED",
                   {StrCat("企业 ", usci.str(), " 未被抽中"),
                    StrCat("enterprise ", usci.str(), " was not selected")},
                   {{"usci", usci.str()}});
}

absl::Status ProofMismatch(const Digest& result_root) {
  return Invalid(
      "DRAW_PROOF_MISMATCH",
      {StrCat("证明与公布的结果根 ", result_root.ToHex(), " 不符"),
       StrCat("the proof does not lead to the published result_root ",
              result_root.ToHex())},
      {{"field", "result_root"}, {"value", result_root.ToHex()}});
}

absl::Status UniformRange(std::uint64_t divisor) {
  return Invalid("DRAW_UNIFORM_RANGE",
                 {StrCat("均匀抽样的除数 ", divisor, " 超出范围"),
                  StrCat("no uniform number below ", divisor, " is defined")},
                 {{"value", StrCat(divisor)}});
}

absl::Status TooFewCandidates(std::int64_t item, std::int64_t candidates,
                              std::int64_t slots) {
  return Refused("DRAW_TOO_FEW_CANDIDATES",
                 {StrCat("第 ", item, " 项只有 ", candidates, " 个候选,需要 ",
                         slots, " 个"),
                  StrCat("item ", item, " of the matching has ", candidates,
                         " candidates for ", slots, " slots")},
                 {{"value", StrCat(candidates)}, {"limit", StrCat(slots)}});
}

}  // namespace spotcheck::rules::draw_errors
