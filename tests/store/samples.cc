#include "tests/store/samples.h"

#include <cstdio>
#include <filesystem>
#include <string_view>
#include <utility>

#include "gtest/gtest.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::store::testing {
namespace {

std::string Numbered(const char* format, int n) {
  char text[64];
  std::snprintf(text, sizeof(text), format, n);
  return text;
}

DrawCommitted CommittedEvent(const TaskId& task, std::int64_t attempt,
                             std::int64_t sequence) {
  const std::string name = task.str() + "/" + std::to_string(attempt);
  return {.task = task,
          .attempt = attempt,
          .authority = SampleAuthority(1),
          .sequence = sequence,
          .previous = HexOf("previous " + std::to_string(sequence)),
          .commitment = HexOf("commitment " + name),
          .suite = HashSuite::kSha256,
          .deadline = StartTime() + absl::Hours(24),
          .beacon_spec = "",
          .witnesses = {{"公证处", HexOf("key"), HexOf("witness " + name)}}};
}

}  // namespace

absl::Time StartTime() {
  return absl::FromCivil(absl::CivilDay(2026, 6, 1), absl::UTCTimeZone());
}

Usci SampleUsci(int n) {
  const std::string first = "91640181" + Numbered("%09d", n);
  const absl::StatusOr<char> check = UsciCheckCharacter(first);
  return Usci::Parse(first + *check).value();
}

EnterpriseRecord SampleEnterprise(int n) {
  static constexpr const char* kTrades[] = {"枸杞", "乳业", "家电", "服装"};
  return {.usci = SampleUsci(n),
          .name = Numbered("灵武市第%d", n) + kTrades[n % 4] + "有限公司",
          .registered_on = "2010-03-04",
          .kind = "有限责任公司",
          .scope = "生产\n销售 \"枸杞\" \\ 乳制品",
          .province = "宁夏",
          .city = "银川",
          .address = Numbered("灵武市解放路%d号", n),
          .state = "在业",
          .deregistered = n % 7 == 6,
          .industry = n % 2 == 0 ? "" : "酒、饮料和精制茶制造业",
          .postcode = n % 3 == 0 ? "" : "750400"};
}

ProductRecord SampleProduct(int n) {
  const Usci usci = SampleUsci(n / 3);
  ProductRecord product{.usci = usci,
                        .line = LineId(),
                        .product_name = Numbered("中宁枸杞%d号", n),
                        .category = "食品及相关产品",
                        .standard = "GB/T 18672-2014",
                        .trademark = "百瑞源",
                        .model = Numbered("%dg/袋", 100 + n),
                        .gtin = "6901234567892"};
  const auto identity =
      rules::NormaliseProduct({product.product_name, product.standard,
                               product.trademark, product.model});
  product.line = rules::MakeLineId(usci, *identity);
  return product;
}

LabRecord SampleLab(int n) {
  return {.lab = LabId(SampleUsci(500 + n).str()),
          .name = Numbered("第%d产品质量检验检测中心", n),
          .accreditation = "CMA2016",
          .categories = {"食品及相关产品", "家用电器"},
          .capacity = 20 + n,
          .conflicts = {SampleUsci(n)},
          .state = "在业",
          .active = true};
}

InspectorRecord SampleInspector(int n) {
  return {.inspector = InspectorId(Numbered("ZF64%05d", n)),
          .person_name = "王伟",
          .organisation = "灵武市市场监管局",
          .region = "640181",
          .capacity = 8,
          .recusals = {SampleUsci(n), SampleUsci(n + 1)},
          .state = "在岗",
          .active = true};
}

rules::Authority SampleAuthority(int n) {
  return {.name = Numbered("第%d市场监管局", n),
          .level = rules::Level::kCounty,
          .region = Region::Parse("640181").value()};
}

CheckRecord SampleCheck(int n) {
  const ProductRecord product = SampleProduct(n);
  const LabId lab = SampleLab(n % 5).lab;
  const std::string report = Numbered("NX2026-%05d", n);
  return {.usci = product.usci,
          .check = rules::MakeCheckId(lab, report).value(),
          .line = product.line,
          .product_name = product.product_name,
          .standard = product.standard,
          .trademark = product.trademark,
          .model = product.model,
          .authority = SampleAuthority(n % 3),
          .sampled = CivilDate(2026, 1 + n % 5, 1 + n % 28),
          .verdict = static_cast<Verdict>(n % 3),
          .severity = static_cast<Severity>(n % 3),
          .report_no = report,
          .lab = lab,
          .task = TaskId(),
          .purpose = rules::Purpose::kRoutine,
          .items = {{"二氧化硫", "≤0.2", "0.31", Verdict::kFail}},
          .explanation = n % 2 == 0 ? "" : "该项目不作判定"};
}

TaskPlan SamplePlan(int n) {
  rules::Plan plan;
  plan.authority = SampleAuthority(n).name;
  plan.level = rules::Level::kCounty;
  plan.region = Region::Parse("640181").value();
  plan.purpose = rules::Purpose::kFollowUp;
  plan.categories = {"家用电器", "食品及相关产品"};
  plan.policies = {PolicyId("NINGXIA-2017")};
  plan.as_of = CivilDate(2026, 6, 1);
  plan.sample_size = 3 + n;
  plan.lines_per_enterprise = 2;
  plan.inspectors_per_enterprise = 2;
  plan.weights = {{Stratum("A"), 1}, {Stratum("D"), 8}};
  plan.deadline = StartTime();
  return {.plan = plan, .basis = "专项复查", .replaced = Stratum("A")};
}

std::string HexOf(const std::string& text) { return Sha256(text).ToHex(); }

Happening TaskMade(const TaskId& task, int n) {
  return {TaskCreated{.task = task,
                      .authority = SampleAuthority(1),
                      .suite = HashSuite::kSm3},
          {{"plan", EncodePayload(SamplePlan(n))}}};
}

Happening Committed(const TaskId& task, std::int64_t attempt,
                    std::int64_t sequence) {
  return {CommittedEvent(task, attempt, sequence),
          {{"secret", std::string(32, '\x5a')}, {"frame.tsv", "a\tb\n"}}};
}

Happening Revealed(const TaskId& task, std::int64_t attempt) {
  return {DrawRevealed{.task = task,
                       .attempt = attempt,
                       .position = 1,
                       .name = "公证处",
                       .key = HexOf("key"),
                       .contribution = HexOf("contribution"),
                       .signature = HexOf("signature")},
          {}};
}

Happening Ran(const TaskId& task, std::int64_t attempt,
              const std::vector<int>& products) {
  std::vector<rules::SelectedEnterprise> selection;
  for (const int n : products) {
    const ProductRecord product = SampleProduct(n);
    selection.push_back(
        {.rank = static_cast<std::int64_t>(selection.size()) + 1,
         .usci = product.usci,
         .stratum = Stratum("A"),
         .ticket = Sha256(product.line.str()),
         .lines = {{product.line, SampleLab(n % 5).lab}},
         .inspectors = {InspectorId("P1"), InspectorId("P2")}});
  }
  const std::string name = task.str() + "/" + std::to_string(attempt);
  return {DrawRun{.task = task,
                  .attempt = attempt,
                  .commitment = HexOf("commitment " + name),
                  .result_root = HexOf("root " + name),
                  .transcript = HexOf("transcript " + name),
                  .hold_until = CivilDate(2026, 8, 30)},
          {{"selection", EncodePayload(selection)}}};
}

Happening ResultOf(const TaskId& task, int product, int check) {
  CheckRecord record = SampleCheck(product);
  record.report_no = Numbered("RESULT-%d", check);
  record.check = rules::MakeCheckId(record.lab, record.report_no).value();
  record.task = task;
  return {ResultRecorded{.check = record}, {}};
}

Happening InspectorsMade(const std::vector<InspectorRecord>& rows) {
  return {InspectorsImported{}, {{"rows", EncodePayload(rows)}}};
}

std::vector<Event> OneOfEach() {
  const TaskId task("2026-A.1");
  return {
      EnterprisesImported{{SampleEnterprise(1), SampleEnterprise(6)}},
      ProductsImported{{SampleProduct(1), SampleProduct(2)}},
      LabsImported{{SampleLab(1)}},
      InspectorsImported{},
      ChecksImported{{SampleProduct(4)}, {SampleCheck(1), SampleCheck(4)}},
      RulesLoaded{"10-no-repeat.txtpb", "policy {\n\tid: \"X\" # \x01 €\n}\n"},
      TaskMade(task, 1).event,
      WitnessRegistered{"公证处", "灵武市公证处", HexOf("key")},
      CommittedEvent(task, 2, 7),
      Revealed(task, 2).event,
      BeaconProvided{task, 2, HexOf("value"), HexOf("signature")},
      Ran(task, 2, {1}).event,
      ApprovalRequested{"ap-1", ApprovalKind::kWithdrawal, task, 2,
                        HexOf("unit"), "停产"},
      ApprovalGranted{"ap-1", ApprovalKind::kCloseDue, task, 2, HexOf("unit")},
      DrawFailed{task, 2, {HexOf("a"), HexOf("b")}},
      DrawOpened{task, 2},
      HoldsExpired{task, 2, CivilDate(2026, 9, 1)},
      ResultOf(task, 1, 1).event,
      ListProposed{{"L-1",
                    SampleUsci(1),
                    "SERIOUS",
                    "RULE-1",
                    "两次严重不合格",
                    "two serious failures",
                    {CheckId("R1"), CheckId("R2")}},
                   CivilDate(2026, 9, 1)},
      ListChanged{"L-1", ListState::kRemoved, "期满", CivilDate(2029, 9, 1),
                  "X1"},
      GrantAdded{"G1",
                 "wang",
                 {"灵武市市场监管局", rules::Level::kCounty,
                  Region::ParseExact("640181").value()}},
      GrantWithdrawn{"G1", "已调离"},
      DayTurned{CivilDate(2026, 9, 2)},
      ClockAccepted{StartTime() + absl::Hours(24 * 400), "停机检修"},
      CheckChangeRequested{"X1", CheckChangeKind::kCorrection, SampleUsci(0),
                           CheckId("R1"), "录错", "更正函1号", SampleCheck(1)},
      CheckSuperseded{"X1",
                      CheckChangeKind::kCorrection,
                      SampleUsci(0),
                      CheckId("R1"),
                      "录错",
                      "更正函1号",
                      "wang",
                      {SampleProduct(1)},
                      SampleCheck(1)},
      TaskChanged{.task = task,
                  .authority = SampleAuthority(2),
                  .suite = HashSuite::kSm3},
      TaskWithdrawn{task, "计划取消"},
  };
}

DatabaseKeys SampleKeys() {
  return {.journal = SigningKey::FromSeed(std::string(32, '\x07')).value(),
          .seal_master = std::string(32, '\x09')};
}

TestDatabase::TestDatabase(Place place) : clock_(StartTime()), entropy_(1) {
  options_.path = ":memory:";
  if (place == Place::kFile) {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "store-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    options_.path = folder_ + "/spotcheck.db";
  }
  Open();
}

TestDatabase::~TestDatabase() {
  database_.reset();
  if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

void TestDatabase::Open() {
  auto opened = Database::Open(options_, SampleKeys(), clock_, entropy_);
  EXPECT_OK(opened.status());
  database_ = *std::move(opened);
}

void TestDatabase::Reopen() {
  database_.reset();
  Open();
}

absl::Status TestDatabase::Append(const std::vector<Happening>& happenings) {
  return database_
      ->Write({.actor = "operator"},
              [&](Transaction& tx) -> absl::StatusOr<std::string> {
                for (const Happening& happening : happenings) {
                  RETURN_IF_ERROR(
                      tx.Append(happening.event, happening.payloads).status());
                }
                return std::string();
              })
      .status();
}

void TestDatabase::MoveClock(absl::Time to) {
  clock_.Set(to);
  const Mutation accept{.actor = "operator",
                        .clock = Mutation::ClockRule::kIsAccepted};
  if (database_->CanWrite().ok()) return;
  EXPECT_OK(database_->Write(
      accept, [to](Transaction& tx) -> absl::StatusOr<std::string> {
        RETURN_IF_ERROR(tx.Append(ClockAccepted{to, "停机检修"}).status());
        return std::string();
      }));
}

std::string TestDatabase::Cell(const std::string& sql) {
  std::string cell;
  EXPECT_OK(database_->Read([&](const View& view) -> absl::Status {
    ASSIGN_OR_RETURN(const sql::Rows rows, view.sql().Query(sql, {}));
    if (rows.empty()) return absl::OkStatus();
    const sql::Cell& first = rows[0].cells()[0];
    cell = first.kind == sql::Cell::Kind::kInt ? std::to_string(first.number)
                                               : std::string(first.bytes);
    return absl::OkStatus();
  }));
  return cell;
}

std::int64_t TestDatabase::JournalSize() {
  std::int64_t size = -1;
  EXPECT_OK(database_->Read([&](const View& view) {
    size = view.journal_size();
    return absl::OkStatus();
  }));
  return size;
}

}  // namespace spotcheck::store::testing
