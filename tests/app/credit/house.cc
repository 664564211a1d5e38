#include "tests/app/credit/house.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/app/calendar/clock.h"
#include "lib/base/hash.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::app {
namespace {

rules::Policy NationalPass() {
  rules::Policy policy;
  policy.id = PolicyId("NINGXIA-2017");
  policy.source.text = "宁夏";
  policy.region = *Region::Parse("64");
  policy.valid_from = CivilDate(2017, 1, 1);
  policy.earlier_levels = {rules::Level::kNational};
  policy.months = 6;
  policy.identity = rules::IdentityScope::kNameModel;
  policy.excluded_categories = {"食品及相关产品"};
  policy.binds = {"任何地方、部门和机构", "any place, department or body"};
  return policy;
}

rules::Policy SameAuthority() {
  rules::Policy policy;
  policy.id = PolicyId("SAMR18-8-1");
  policy.source.text = "总局令第18号";
  policy.valid_from = CivilDate(2020, 1, 1);
  policy.earlier_by = rules::EarlierBy::kSameAuthority;
  policy.result = rules::EarlierResult::kAny;
  policy.months = 6;
  policy.exceptions = {rules::Purpose::kFollowUp};
  policy.binds = {"{authority}自身", "{authority} itself"};
  return policy;
}

rules::Scheme SmallScheme() {
  using rules::CreditKind;
  rules::Scheme scheme;
  scheme.id = "TEST-1";
  scheme.source.text = "测试";
  scheme.base_points = 75;
  scheme.bands = {{"A", Stratum("A"), 80},
                  {"B", Stratum("B"), 60},
                  {"C", Stratum("C"), 30},
                  {"D", Stratum("D"), 0}};
  scheme.points = {
      {CreditKind::kCheckPassed, 6, 0, 2, {"合格", "passed"}},
      {CreditKind::kCheckFailedGeneral, -12, 0, 3, {"一般", "general"}},
      {CreditKind::kCheckFailedSerious, -40, 0, 5, {"严重", "serious"}}};
  scheme.gates = {
      {CreditKind::kListed, true, std::nullopt, "D", {"名单", "listed"}},
      {CreditKind::kReCheckFailed, false, 3, "D", {"复查", "re-check"}},
      {CreditKind::kCheckFailedGeneral,
       true,
       std::nullopt,
       "C",
       {"未整改", "open"}},
      {CreditKind::kCheckFailedSerious,
       true,
       std::nullopt,
       "C",
       {"未整改严重", "open serious"}}};
  scheme.no_record = "B";
  return scheme;
}

std::vector<rules::ListRule> TwoListRules() {
  rules::ListRule serious;
  serious.id = "SERIOUS-2";
  serious.list = "QUALITY_BLACKLIST";
  serious.source.text = "规则一";
  serious.condition = rules::SeriousFailures{
      2, {rules::Level::kNational, rules::Level::kProvincial}, 3};
  rules::ListRule again;
  again.id = "RE-CHECK";
  again.list = "QUALITY_BLACKLIST";
  again.source.text = "规则二";
  again.condition = rules::FailedReCheck{};
  return {serious, again};
}

store::TaskPlan PlanOf(rules::Purpose purpose) {
  store::TaskPlan task;
  task.plan.authority = "宁夏回族自治区市场监管厅";
  task.plan.level = rules::Level::kProvincial;
  task.plan.region = *Region::Parse("64");
  task.plan.purpose = purpose;
  task.plan.categories = {"家用电器"};
  task.plan.as_of = CivilDate(2026, 5, 1);
  task.plan.sample_size = 1;
  task.plan.lines_per_enterprise = 1;
  task.plan.inspectors_per_enterprise = 1;
  task.plan.weights = {{Stratum("B"), 1}};
  task.basis = purpose == rules::Purpose::kRoutine ? "" : "跟踪";
  return task;
}

}  // namespace

RuleBook SmallRuleBook() {
  RuleBook book;
  book.policies = {NationalPass(), SameAuthority()};
  book.scheme = SmallScheme();
  book.list_rules = TwoListRules();
  return book;
}

Usci MakeUsci(const std::string& region, int number) {
  const std::string first17 =
      absl::StrCat("91", region, absl::StrFormat("%09d", number));
  const char check = *UsciCheckCharacter(first17);
  return *Usci::Parse(first17 + check);
}

House::House() : clock_(*ParseUtc("2026-06-01T02:00:00Z")) {
  EXPECT_OK(ValidateRuleBook(book_));
  FakeEntropy keys(7);
  store::DatabaseOptions options;
  options.path = ":memory:";
  auto db = store::Database::Open(
      options, {SigningKey::Generate(keys), keys.Bytes(32)}, clock_, entropy_);
  EXPECT_OK(db);
  db_ = *std::move(db);
}

void House::SwitchOffFor(absl::Duration time) {
  clock_.Advance(time);
  EXPECT_OK(AcceptClock(*db_, {.actor = "chief", .reason = "停机检修"}));
}

std::int64_t House::JournalSize() {
  return *Read([](const store::View& view) -> absl::StatusOr<std::int64_t> {
    return view.journal_size();
  });
}

ImportAnswer House::Import(const std::vector<EnterpriseRow>& rows) {
  auto answer = Write(
      [&](store::Transaction& tx) { return ImportEnterprises(tx, rows); });
  EXPECT_OK(answer);
  return answer.value_or(ImportAnswer());
}
ImportAnswer House::Import(const std::vector<ProductRow>& rows) {
  auto answer =
      Write([&](store::Transaction& tx) { return ImportProducts(tx, rows); });
  EXPECT_OK(answer);
  return answer.value_or(ImportAnswer());
}
ImportAnswer House::Import(const std::vector<LabRow>& rows) {
  auto answer =
      Write([&](store::Transaction& tx) { return ImportLabs(tx, rows); });
  EXPECT_OK(answer);
  return answer.value_or(ImportAnswer());
}
ImportAnswer House::Import(const std::vector<InspectorRow>& rows) {
  auto answer =
      Write([&](store::Transaction& tx) { return ImportInspectors(tx, rows); });
  EXPECT_OK(answer);
  return answer.value_or(ImportAnswer());
}
ImportResultsAnswer House::Import(const std::vector<CheckRow>& rows) {
  auto answer = Write([&](store::Transaction& tx) {
    return ImportResults(tx, book_, today(), {Mandate::ForAll(), rows});
  });
  EXPECT_OK(answer);
  return answer.value_or(ImportResultsAnswer());
}

EnterpriseRow House::Enterprise(const Usci& usci) const {
  EnterpriseRow row;
  row.place.row = 2;
  row["usci"] = usci.str();
  row["enterprise_name"] = "灵武毛巾有限公司";
  row["registered_on"] = "N/A";
  row["kind"] = "有限责任公司";
  row["scope"] = "毛巾";
  row["province"] = "宁夏";
  row["city"] = "银川";
  row["address"] = "灵武市";
  return row;
}

ProductRow House::Product(const Usci& usci, const std::string& name) const {
  ProductRow row;
  row.place.row = 2;
  row["usci"] = usci.str();
  row["product_name"] = name;
  row["category"] = "家用电器";
  row["standard"] = "GB 4706.1-2005";
  row["trademark"] = "无";
  row["model"] = "70cm*140cm";
  return row;
}

LabRow House::Lab(const Usci& usci) const {
  LabRow row;
  row.place.row = 2;
  row["usci"] = usci.str();
  row["lab_name"] = "宁夏质检院";
  row["accreditation"] = "CMA1";
  row["categories"] = "家用电器;食品及相关产品";
  row["capacity"] = "80";
  return row;
}

InspectorRow House::Inspector(const std::string& badge) const {
  InspectorRow row;
  row.place.row = 2;
  row["inspector_id"] = badge;
  row["person_name"] = "王伟";
  row["organisation"] = "灵武市市场监管局";
  row["region"] = "640181";
  row["capacity"] = "8";
  return row;
}

CheckRow House::Check(const Usci& usci, const std::string& product,
                      const std::string& sampled) {
  const ProductRow line = Product(usci, product);
  CheckRow row;
  row.place.row = 2;
  row["usci"] = usci.str();
  row["product_name"] = line["product_name"];
  row["standard"] = line["standard"];
  row["trademark"] = line["trademark"];
  row["model"] = line["model"];
  row["authority"] = "国家市场监管总局";
  row["level"] = "国家级";
  row["sampled"] = sampled;
  row["verdict"] = "合格";
  row["report_no"] = absl::StrCat("JC", ++reports_);
  row["lab"] = lab_.str();
  return row;
}

LineId House::LineOf(const Usci& usci, const std::string& name) const {
  const ProductRow row = Product(usci, name);
  return rules::MakeLineId(
      usci, *rules::NormaliseProduct({row["product_name"], row["standard"],
                                      row["trademark"], row["model"]}));
}

void House::Draw(const std::string& task, rules::Purpose purpose,
                 const Usci& usci, const LineId& line) {
  const store::TaskPlan plan = PlanOf(purpose);
  const rules::Authority body = *rules::AuthorityOfTask(
      plan.plan.authority, plan.plan.level, plan.plan.region);
  const std::string hex = Sha256(task).ToHex();
  const std::string encoded = store::EncodePayload(plan);
  ASSERT_OK(Append(store::TaskCreated{TaskId(task), body, HashSuite::kSha256},
                   {{"plan", encoded}}));
  store::DrawCommitted committed;
  committed.task = TaskId(task);
  committed.authority = body;
  committed.sequence = JournalSize();  // unique within the authority's chain
  committed.previous = hex;
  committed.commitment = hex;
  committed.deadline = clock_.Now();
  ASSERT_OK(Append(committed, {{"plan", encoded}}));
  store::DrawRun run;
  run.task = TaskId(task);
  run.commitment = hex;
  run.result_root = hex;
  run.transcript = hex;
  run.hold_until = today().AddDays(60);
  rules::SelectedEnterprise selected;
  selected.rank = 1;
  selected.usci = usci;
  selected.stratum = Stratum("B");
  selected.lines = {{line, LabId(lab_.str())}};
  ASSERT_OK(Append(
      run, {{"selection", store::EncodePayload(std::vector{selected})}}));
}

}  // namespace spotcheck::app
