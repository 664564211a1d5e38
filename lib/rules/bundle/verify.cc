#include "lib/rules/bundle/verify.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "lib/base/signing.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/errors.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/run.h"

namespace spotcheck::rules {
namespace {

void Add(std::string_view name, const absl::Status& status, Localized good,
         BundleReport& report) {
  report.checks.push_back(
      {std::string(name), status.ok(),
       status.ok() ? std::move(good) : GetErrorInfo(status).message});
}

// The report says one of these sentences where a rule about the frozen files
// holds. They stand in the order of kFrozenChecks.
struct RuleHolds {
  const char* zh;
  const char* en;
};
constexpr std::array<RuleHolds, kFrozenChecks.size()> kFrozenRulesHold = {{
    {"方案各项均合规定", "the plan is within the grammar"},
    {"各行有序、不重复,所指均存在",
     "rows are in order, once each, and refer to what exists"},
    {"每家企业所在层都有权重", "every stratum of the frame has a weight"},
    {"排除代码与文件和次数相符", "codes belong to their file and attempt"},
    {"可抽企业都有可抽产品,NO_ELIGIBLE_LINE 都没有",
     "ELIGIBLE and NO_ELIGIBLE_LINE agree with the lines"},
    {"可抽产品都有可用机构,NO_LAB 都没有",
     "ELIGIBLE and NO_LAB agree with the laboratories"},
    {"每家可抽企业都有足够的检查人员",
     "every eligible enterprise has inspectors enough"},
    {"样本不大于可抽企业数", "the sample is no larger than the eligible pool"},
}};

void AddFrozen(const Bundle& bundle, BundleReport& report) {
  const FrozenView view{bundle.id, bundle.plan, bundle.frame};
  for (std::size_t i = 0; i < kFrozenChecks.size(); ++i) {
    Add(kFrozenChecks[i].name, kFrozenChecks[i].check(view),
        {kFrozenRulesHold[i].zh, kFrozenRulesHold[i].en}, report);
  }
}

void AddPeople(const Bundle& bundle, BundleReport& report) {
  Add("previous", CheckAttempt(bundle.id),
      {"首次抽取,或指明了上一次抽取的承诺值",
       "a first attempt, or the commitment before it is named"},
      report);
  Add("witnesses", CheckWitnesses(bundle.witnesses),
      {"见证人姓名、公钥各不相同,公钥可用",
       "names and keys of the witnesses differ, the keys are usable"},
      report);
  Localized beacon = {"未使用信标", "no beacon is used"};
  if (!bundle.beacon.spec.empty()) {
    beacon = {"信标值是其签名的 SHA-256;链的配对校验未做:信标未核验",
              "the value is the signature's SHA-256; the chain's pairing check "
              "is not made: beacon unchecked"};
  }
  Add("beacon", CheckBeacon(bundle.beacon), std::move(beacon), report);
}

// Collects the places where two values differ.
class Comparison {
 public:
  void Walk(const std::string& field, const Json& declared,
            const Json& computed) {
    if (declared == computed) return;
    if (declared.is_object() && computed.is_object()) {
      for (const auto& [key, value] : declared.items()) {
        Walk(absl::StrCat(field, ".", key), value,
             computed.value(key, Json(nullptr)));
      }
      for (const auto& [key, value] : computed.items()) {
        if (!declared.contains(key)) {
          Walk(absl::StrCat(field, ".", key), nullptr, value);
        }
      }
    } else if (declared.is_array() && computed.is_array()) {
      const std::size_t size = std::max(declared.size(), computed.size());
      for (std::size_t i = 0; i < size; ++i) {
        Walk(absl::StrCat(field, "[", i, "]"), At(declared, i),
             At(computed, i));
      }
    } else {
      Add(field, declared, computed);
    }
  }
  absl::Status Result() const {
    if (found_ == 0) return absl::OkStatus();
    bundle_errors::Difference first = first_;
    first.further = found_ - 1;
    return bundle_errors::Differs(first);
  }

 private:
  static Json At(const Json& array, std::size_t index) {
    return index < array.size() ? array[index] : Json(nullptr);
  }
  static std::string Show(const Json& value) {
    if (value.is_null()) return "–";
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  void Add(const std::string& field, const Json& declared,
           const Json& computed) {
    if (++found_ == 1) first_ = {field, Show(declared), Show(computed), 0};
  }

  bundle_errors::Difference first_;
  std::int64_t found_ = 0;
};

// OK where the values are equal, else BUNDLE_DIFFERS with the path of the first
// difference below `field` and the number of further ones.
absl::Status CompareJson(const std::string& field, const Json& declared,
                         const Json& computed) {
  Comparison comparison;
  comparison.Walk(field, declared, computed);
  return comparison.Result();
}

// Adds one check for each field of the two objects.
void AddFields(const Json& declared, const Json& computed,
               BundleReport& report) {
  for (const auto& [field, value] : computed.items()) {
    Add(field, CompareJson(field, declared.at(field), value),
        {"与重算一致", "as recomputed"}, report);
  }
}

void AddCommitments(const Bundle& bundle, BundleReport& report) {
  const AttemptId& id = bundle.id;
  AddFields(RootsJson(bundle.roots),
            RootsJson(ComputeRoots(id.suite, bundle.plan, bundle.frame)),
            report);
  CommitmentInputs inputs{
      bundle.roots, bundle.beacon.spec, bundle.operator_commitment, {}};
  Json declared = Json::array();
  Json computed = Json::array();
  for (const Witness& witness : bundle.witnesses) {
    inputs.witness_commitments.push_back(witness.commitment);
    declared.push_back({{"commitment", witness.commitment.ToHex()}});
    computed.push_back(
        {{"commitment", WitnessCommitment(id, witness).ToHex()}});
  }
  const Digest operator_commitment =
      OperatorCommitment(id, bundle.operator_secret);
  const Digest commitment = DrawCommitment(id, bundle.plan, inputs);
  AddFields({{"witnesses", declared},
             {"operator_commitment", bundle.operator_commitment.ToHex()},
             {"commitment", bundle.commitment.ToHex()}},
            {{"witnesses", computed},
             {"operator_commitment", operator_commitment.ToHex()},
             {"commitment", commitment.ToHex()}},
            report);
}

absl::Status CheckSignatures(const Bundle& bundle) {
  const std::string message = WitnessMessage(bundle.commitment);
  for (std::size_t i = 0; i < bundle.witnesses.size(); ++i) {
    const Witness& witness = bundle.witnesses[i];
    const auto key = VerifyKey::FromBytes(witness.key);
    if (!key.ok() || !key->Verify(message, witness.signature)) {
      return bundle_errors::SignatureInvalid(static_cast<std::int64_t>(i));
    }
  }
  return absl::OkStatus();
}

void AddDraw(const Bundle& bundle, BundleReport& report) {
  const auto result =
      RunDraw(bundle.id.suite, bundle.plan, bundle.frame,
              CollectSeedInputs(bundle.commitment, bundle.operator_secret,
                                bundle.witnesses, bundle.beacon));
  Add("draw", result.status(), {"抽取已重算", "the draw was run again"},
      report);
  if (!result.ok()) return;
  AddFields(ResultJson(bundle.result), ResultJson(*result), report);
}

// Puts a file's rows into the bundle; returns whether they could be read.
template <typename Rows>
bool AddFile(std::string_view name, absl::StatusOr<Rows> rows, Rows& into,
             BundleReport& report) {
  Add(name, rows.status(), {"合乎规定格式", "within the grammar"}, report);
  if (!rows.ok()) return false;
  into = std::move(rows).value();
  return true;
}

absl::Status CheckSamePlan(const Plan& earlier, const Plan& later) {
  Json before = PlanJson(earlier);
  Json after = PlanJson(later);
  for (Json* plan : {&before, &after}) {
    for (const char* free : {"as_of", "deadline", "sample_size"}) {
      plan->erase(free);
    }
    // The order of these lists means nothing: the plan's encoding sorts them.
    for (const char* list : {"categories", "policies"}) {
      std::sort(plan->at(list).begin(), plan->at(list).end());
    }
  }
  for (const auto& [field, value] : before.items()) {
    if (after.at(field) != value) {
      return bundle_errors::ReplacementPlan("plan." + field);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckLaterAttempt(const AttemptId& earlier,
                               const AttemptId& later) {
  if (earlier.task != later.task) {
    return bundle_errors::ReplacementAttempt("task");
  }
  if (later.attempt <= earlier.attempt) {
    return bundle_errors::ReplacementAttempt("attempt");
  }
  return absl::OkStatus();
}

absl::Status CheckNoRedraw(const Bundle& earlier, const Bundle& later) {
  std::vector<Usci> drawn;
  for (const SelectedEnterprise& selected : earlier.result.selection) {
    drawn.push_back(selected.usci);
  }
  std::sort(drawn.begin(), drawn.end());
  for (const FrameRow& row : later.frame.enterprises) {
    if (row.status == EnterpriseStatus::kEligible &&
        std::binary_search(drawn.begin(), drawn.end(), row.usci)) {
      return bundle_errors::ReplacementRedraws(row.usci.str());
    }
  }
  return absl::OkStatus();
}

}  // namespace

bool BundleReport::ok() const {
  return std::all_of(checks.begin(), checks.end(),
                     [](const BundleCheck& check) { return check.ok; });
}

BundleReport VerifyBundle(const Bundle& bundle) {
  BundleReport report;
  AddFrozen(bundle, report);
  // The recomputation relies on rows that refer to what exists.
  if (!report.ok()) return report;
  AddPeople(bundle, report);
  AddCommitments(bundle, report);
  Add("signatures", CheckSignatures(bundle),
      {"见证人对承诺值的签名有效",
       "the witnesses' signatures over the commitment are valid"},
      report);
  AddDraw(bundle, report);
  return report;
}

BundleReport VerifyBundle(const BundleFiles& files) {
  BundleReport report;
  const absl::Status names = CheckFileNames(files);
  Add("files", names, {"文件齐全且无多余", "all files, and no others"}, report);
  if (!names.ok()) return report;
  Bundle bundle;
  Frame frame;
  if (!AddFile(kDrawFile, ReadDrawJson(files.at(kDrawFile)), bundle, report)) {
    return report;
  }
  const Plan& plan = bundle.plan;
  AddFile(kFrameFile, ReadFrameTsv(files.at(kFrameFile)), frame.enterprises,
          report);
  AddFile(kLinesFile, ReadLinesTsv(files.at(kLinesFile), plan), frame.lines,
          report);
  AddFile(kLabsFile, ReadLabsTsv(files.at(kLabsFile), plan), frame.labs,
          report);
  AddFile(kInspectorsFile, ReadInspectorsTsv(files.at(kInspectorsFile)),
          frame.inspectors, report);
  if (!report.ok()) return report;
  bundle.frame = std::move(frame);
  for (BundleCheck& check : VerifyBundle(bundle).checks) {
    report.checks.push_back(std::move(check));
  }
  return report;
}

BundleReport VerifyReplacement(const Bundle& earlier, const Bundle& later) {
  BundleReport report;
  Add("attempt", CheckLaterAttempt(earlier.id, later.id),
      {"同一任务更晚的一次抽取", "a later attempt of the same task"}, report);
  Add("plan", CheckSamePlan(earlier.plan, later.plan),
      {"方案只改动了 as_of、deadline 或 sample_size",
       "the plan differs in as_of, deadline and sample_size at most"},
      report);
  Add("redraws", CheckNoRedraw(earlier, later),
      {"已抽中的企业未再列为可抽", "no unit drawn before can be drawn again"},
      report);
  return report;
}

}  // namespace spotcheck::rules
