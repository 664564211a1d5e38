#include "tests/app/draw/house.h"

#include "absl/strings/str_cat.h"
#include "lib/app/credit/record.h"
#include "lib/base/bytes.h"
#include "lib/rules/draw/commit.h"

namespace spotcheck::app {
namespace {

constexpr char kAuthority[] = "宁夏回族自治区市场监管厅";
constexpr int kEnterprises = 12;
constexpr int kInspectors = 4;

}  // namespace

DrawHouse::DrawHouse()
    : inside_{"", SigningKey::Generate(entropy_), ""},
      outside_{"", SigningKey::Generate(entropy_), ""} {
  inside_ = Register("监督员甲", kAuthority);
  outside_ = Register("公证员乙", "宁夏公证处");
}

void DrawHouse::FillRegister() {
  std::vector<EnterpriseRow> rows;
  std::vector<ProductRow> products;
  for (int i = 0; i < kEnterprises; ++i) {
    enterprises_.push_back(MakeUsci("640100", i + 1));
    rows.push_back(Enterprise(enterprises_.back()));
    products.push_back(Product(enterprises_.back(), "电热水壶"));
    products.push_back(Product(enterprises_.back(), "电饭锅"));
  }
  Import(rows);
  Import(products);
  Import(std::vector<LabRow>{Lab(lab_)});
  std::vector<InspectorRow> inspectors;
  for (int i = 0; i < kInspectors; ++i) {
    inspectors.push_back(Inspector(absl::StrCat("ZF", i)));
  }
  Import(inspectors);
}

absl::Status DrawHouse::CreateTask(const std::string& task,
                                   std::int64_t sample) {
  NewTask input;
  input.task = TaskId(task);
  rules::Plan& plan = input.plan.plan;
  plan.authority = kAuthority;
  plan.level = rules::Level::kProvincial;
  plan.region = *Region::Parse("64");
  plan.categories = {"家用电器"};
  plan.as_of = today();
  plan.sample_size = sample;
  plan.lines_per_enterprise = 1;
  plan.inspectors_per_enterprise = 2;
  return Write(
             [&](store::Transaction& tx) { return app::CreateTask(tx, input); })
      .status();
}

TestWitness DrawHouse::Register(const std::string& name,
                                const std::string& organisation) {
  TestWitness witness{name, SigningKey::Generate(entropy_), ""};
  EXPECT_OK(Write([&](store::Transaction& tx) {
    return RegisterWitness(
        tx, {name, organisation, witness.key.verify_key().ToHex()});
  }));
  return witness;
}

WitnessCommitment DrawHouse::Bind(const std::string& task,
                                  const TestWitness& witness) {
  const auto next = Read([&](const store::View& view) {
    return GetNextAttempt(view, TaskId(task));
  });
  EXPECT_OK(next);
  rules::Witness bound;
  bound.name = witness.name;
  bound.key = std::string(witness.key.verify_key().bytes());
  bound.contribution = witness.contribution;
  const Digest commitment = rules::WitnessCommitment(
      {next->suite, TaskId(task), next->attempt, next->previous}, bound);
  return {witness.name, witness.key.verify_key().ToHex(), commitment.ToHex(),
          next->attempt, next->previous.ToHex()};
}

CommitRequest DrawHouse::Request(const std::string& task) {
  inside_.contribution = entropy_.Bytes(32);
  outside_.contribution = entropy_.Bytes(32);
  CommitRequest request;
  request.task = TaskId(task);
  request.witnesses = {Bind(task, inside_), Bind(task, outside_)};
  return request;
}

absl::StatusOr<CommitAnswer> DrawHouse::Commit(const CommitRequest& request) {
  CommitAnswer kept;
  const auto answer = CommitDraw(*db_, As("operator"), rules_, request,
                                 [&](const CommitAnswer& committed) {
                                   kept = committed;
                                   return std::string("committed");
                                 });
  if (!answer.ok()) return answer.status();
  return kept;
}

Reveal DrawHouse::RevealOf(const std::string& task,
                           const TestWitness& witness) {
  const DrawAnswer draw = Show(task, Visibility::kPublic);
  Reveal reveal;
  reveal.task = TaskId(task);
  reveal.attempt = draw.attempt;
  reveal.key = witness.key.verify_key().ToHex();
  reveal.contribution = HexEncode(witness.contribution);
  reveal.signature = HexEncode(
      witness.key.Sign(rules::WitnessMessage(*DigestFromHex(draw.commitment))));
  return reveal;
}

absl::StatusOr<RevealAnswer> DrawHouse::Give(const Reveal& reveal) {
  RevealAnswer kept;
  const auto answer = RevealContribution(*db_, As("witness"), rules_, reveal,
                                         [&](const RevealAnswer& receipt) {
                                           kept = receipt;
                                           return std::string("revealed");
                                         });
  if (!answer.ok()) return answer.status();
  return kept;
}

absl::Status DrawHouse::Run(const std::string& task) {
  const auto committed = Commit(task);
  if (!committed.ok()) return committed.status();
  for (const TestWitness& witness : {inside_, outside_}) {
    const auto receipt = Give(RevealOf(task, witness));
    if (!receipt.ok()) return receipt.status();
  }
  return absl::OkStatus();
}

DrawAnswer DrawHouse::Show(const std::string& task, Visibility visibility) {
  const auto draw = Read([&](const store::View& view) {
    return GetDraw(view, book_, {TaskId(task), 0}, visibility);
  });
  EXPECT_OK(draw);
  return draw.value_or(DrawAnswer());
}

void DrawHouse::RecordAll(const std::string& task) {
  for (const SelectedUnit& unit : Show(task).selection) {
    for (const SelectedLineAnswer& line : unit.lines) {
      if (line.state != store::HoldState::kOpen) continue;
      ResultInput input;
      input.task = TaskId(task);
      input.usci = unit.usci;
      input.line = line.line;
      input.sampled = today();
      input.report_no = absl::StrCat("BG", ++reports_);
      EXPECT_OK(Write([&](store::Transaction& tx) {
        return RecordResult(tx, book_, today(), input);
      }));
    }
  }
}

}  // namespace spotcheck::app
