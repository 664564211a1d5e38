#include "tests/store/frozen/happenings.h"

#include <cstddef>
#include <set>
#include <utility>

#include "lib/rules/law/product_key.h"
#include "lib/store/events/tags.h"

namespace spotcheck::store::testing {
namespace {

TaskPlan PlanOf(const StoryTask& task) {
  TaskPlan plan = SamplePlan(2);
  plan.plan.authority = task.authority.name;
  plan.plan.level = task.authority.level;
  plan.plan.region = task.authority.region;
  plan.plan.purpose = task.purpose;
  plan.plan.policies = {};
  plan.plan.deadline = absl::UnixEpoch();
  plan.replaced = Stratum();
  return plan;
}

// Lines in the order of their bytes, as the frozen files have them.
std::string Sorted(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : std::set(lines.begin(), lines.end())) {
    text += line + "\n";
  }
  return text;
}

std::string LinesFile() {
  std::vector<std::string> lines;
  for (const auto& [n, status] :
       {std::pair(0, "ELIGIBLE"), std::pair(1, "EXCLUDED:SIX_MONTHS:R1"),
        std::pair(3, "EXCLUDED:SUPERIOR_CHECK:R2"), std::pair(4, "ELIGIBLE"),
        std::pair(5, "EXCLUDED:RESERVED:T1"),
        std::pair(6, "EXCLUDED:NO_LAB")}) {
    const ProductRecord product = SampleProduct(n);
    lines.push_back(product.usci.str() + "\t" + product.line.str() + "\t" +
                    product.category + "\t" + status);
  }
  return Sorted(lines);
}

// Four small files in the draw protocol's grammar.
std::vector<Payload> FrozenFiles() {
  const auto usci = [](int n) { return SampleUsci(n).str(); };
  const std::string lab = SampleLab(0).lab.str();
  return {{"frame.tsv",
           Sorted({usci(0) + "\tA\tELIGIBLE", usci(1) + "\tD\tELIGIBLE",
                   usci(2) + "\tA\tEXCLUDED:NO_ELIGIBLE_LINE",
                   usci(6) + "\tA\tEXCLUDED:DEREGISTERED:R3"})},
          {"lines.tsv", LinesFile()},
          {"labs.tsv",
           Sorted({lab + "\tBAR\t" + usci(0) + "\tCONFLICT\tC1",
                   lab + "\tBAR\t" + usci(1) + "\tLAST_LAB\tC2",
                   lab + "\tCAPACITY\t20", lab + "\tSCOPE\t食品及相关产品"})},
          {"inspectors.tsv",
           Sorted({"P1\tCAPACITY\t8", "P2\tBAR\t" + usci(1) + "\tRECUSAL\tH1",
                   "P2\tCAPACITY\t8"})}};
}

constexpr char kPseudonyms[] = R"({"P1":"ZF6400001","P2":"ZF6400002"})";
constexpr char kStrata[] =
    R"([{"eligible":1,"excluded":{"DEREGISTERED":1,"NO_ELIGIBLE_LINE":1},)"
    R"("in_scope":3,"stratum":"A","weight":1},)"
    R"({"eligible":1,"excluded":{},"in_scope":1,"stratum":"D","weight":8}])";
constexpr char kOutcome[] =
    R"({"bottlenecks":[{"bins":["LAB0"],"capacity":1,"demand":2,)"
    R"("items":["L1","L2"],"kind":"LABS"}],)"
    R"("inspector_overflow":0,"lab_overflow":1})";

}  // namespace

rules::Authority AuthorityOf(rules::Level level) {
  static constexpr const char* kNames[] = {"国家市场监管总局", "自治区质监局",
                                           "银川市市场监管局",
                                           "灵武市市场监管局"};
  static constexpr const char* kRegions[] = {"", "64", "6401", "640181"};
  const auto n = static_cast<std::size_t>(level);
  return {.name = kNames[n],
          .level = level,
          .region = Region::ParseExact(kRegions[n]).value()};
}

Happening Created(const StoryTask& task) {
  return {TaskCreated{task.id, task.authority, task.suite},
          {{"plan", EncodePayload(PlanOf(task))}}};
}

Happening Changed(const StoryTask& task) {
  return {TaskChanged{task.id, task.authority, task.suite},
          {{"plan", EncodePayload(PlanOf(task))}}};
}

std::string WitnessName(int position) {
  return position == 1 ? "公证员甲" : "公证员乙";
}

std::string WitnessKey(int position) {
  return HexOf("key " + std::to_string(position));
}

Happening Registered(int position) {
  return {WitnessRegistered{WitnessName(position), "灵武市公证处",
                            WitnessKey(position)},
          {}};
}

std::string StoryAttempt::Hex(const std::string& what) const {
  return HexOf(what + " " + task.id.str() + "/" + std::to_string(attempt));
}

Happening Frozen(const StoryAttempt& of, absl::Time deadline) {
  TaskPlan plan = PlanOf(of.task);
  plan.plan.policies = {PolicyId("NINGXIA-2017"), PolicyId("PQL-15")};
  plan.plan.deadline = deadline;
  plan.replaced = of.replaced;
  DrawCommitted event{.task = of.task.id,
                      .attempt = of.attempt,
                      .authority = of.task.authority,
                      .sequence = of.sequence,
                      .previous = of.Hex("previous"),
                      .commitment = of.Hex("commitment"),
                      .suite = of.task.suite,
                      .deadline = deadline,
                      .beacon_spec = of.beacon_spec,
                      .witnesses = {}};
  for (const int position : {1, 2}) {
    event.witnesses.push_back(
        {WitnessName(position), WitnessKey(position),
         of.Hex("commitment " + std::to_string(position))});
  }
  std::vector<Payload> payloads = FrozenFiles();
  payloads.push_back({"secret", std::string(Sha256(of.Hex("secret")).view())});
  payloads.push_back({"plan", EncodePayload(plan)});
  payloads.push_back({"pseudonyms", kPseudonyms});
  payloads.push_back({"strata", kStrata});
  return {std::move(event), std::move(payloads)};
}

Happening Gave(const StoryAttempt& of, int position) {
  const std::string which = std::to_string(position);
  return {DrawRevealed{.task = of.task.id,
                       .attempt = of.attempt,
                       .position = position,
                       .name = WitnessName(position),
                       .key = WitnessKey(position),
                       .contribution = of.Hex("contribution " + which),
                       .signature = of.Hex("signature " + which)},
          {}};
}

Happening Drew(const StoryAttempt& of, CivilDate hold_until,
               const std::vector<StoryUnit>& units) {
  std::vector<rules::SelectedEnterprise> selection;
  for (const StoryUnit& unit : units) {
    rules::SelectedEnterprise& drawn = selection.emplace_back();
    drawn.rank = std::ssize(selection);
    drawn.usci = SampleProduct(unit.front()).usci;
    drawn.stratum = Stratum("A");
    drawn.ticket = Sha256(of.Hex(drawn.usci.str()));
    drawn.inspectors = {InspectorId("P1"), InspectorId("P2")};
    for (const int n : unit) {
      drawn.lines.push_back({SampleProduct(n).line, SampleLab(n % 5).lab});
    }
  }
  return {DrawRun{.task = of.task.id,
                  .attempt = of.attempt,
                  .commitment = of.Hex("commitment"),
                  .result_root = of.Hex("root"),
                  .transcript = of.Hex("transcript"),
                  .hold_until = hold_until},
          {{"selection", EncodePayload(selection)}, {"outcome", kOutcome}}};
}

std::string StoryRequest::UnitTagOrNone() const {
  if (kind == ApprovalKind::kVoid) return "";
  return UnitTag(Sealer(SampleKeys().seal_master), of.task.id,
                 SampleUsci(enterprise));
}

Happening Asked(const StoryRequest& request) {
  const ApprovalRequested event{.approval_id = request.id,
                                .kind = request.kind,
                                .task = request.of.task.id,
                                .attempt = request.of.attempt,
                                .unit_tag = request.UnitTagOrNone(),
                                .reason = ""};
  UnitRequest detail{.usci = SampleUsci(request.enterprise),
                     .reason_code = "",
                     .evidence = "",
                     .note = "停产\n"};
  switch (request.kind) {
    case ApprovalKind::kVoid: {
      ApprovalRequested with_reason = event;
      with_reason.reason = "计划有误";
      return {with_reason, {}};
    }
    case ApprovalKind::kWithdrawal:
      detail.reason_code = "NOT_PRODUCED";
      detail.evidence = HexOf("photo");
      break;
    case ApprovalKind::kCloseDue:
      break;
  }
  return {event, {{"detail", EncodePayload(detail)}}};
}

Happening Approved(const StoryRequest& request) {
  return {ApprovalGranted{request.id, request.kind, request.of.task.id,
                          request.of.attempt, request.UnitTagOrNone()},
          {}};
}

CheckRecord CheckOf(int product, const std::string& report,
                    const StoryFinding& finding) {
  CheckRecord check = SampleCheck(product);
  check.report_no = report;
  check.check = rules::MakeCheckId(check.lab, report).value();
  check.verdict = finding.verdict;
  check.severity = finding.severity;
  check.sampled = finding.sampled;
  check.items = {{"水分", "≤13.0", "12.1", Verdict::kPass}};
  if (finding.verdict == Verdict::kFail) {
    check.items.push_back({"二氧化硫", "≤0.2", "0.31", Verdict::kFail});
  }
  return check;
}

CheckRecord Recorded(const StoryTask& task, int product,
                     const StoryFinding& finding) {
  CheckRecord check =
      CheckOf(product, task.id.str() + "-" + std::to_string(product), finding);
  check.authority = task.authority;
  check.purpose = task.purpose;
  check.task = task.id;
  return check;
}

}  // namespace spotcheck::store::testing
