// Runs a whole draw over the wire and compares what others can learn of it
// before it is opened: for a drawn and an undrawn enterprise every answer,
// every error and every executed query must be the same but for the code.

#include <sqlite3.h>

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/signing.h"
#include "lib/rules/draw/commit.h"
#include "spotcheck/v1/credit.grpc.pb.h"
#include "spotcheck/v1/draw.grpc.pb.h"
#include "spotcheck/v1/journal.grpc.pb.h"
#include "spotcheck/v1/register.grpc.pb.h"
#include "tests/server/office.h"

namespace spotcheck::server {
namespace {

// Records every statement that any connection of this process executes, with
// its bound values, by thread.
class QueryLog {
 public:
  static QueryLog& Get() {
    static auto* const log = new QueryLog();
    return *log;
  }
  void Clear() {
    const std::lock_guard lock(mutex_);
    by_thread_.clear();
  }
  // Leaves out the statements of the background step, which the test knows by
  // the ones that only this step executes.
  std::vector<std::string> OfCalls() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> all;
    for (const auto& [thread, statements] : by_thread_) {
      bool background = false;
      for (const std::string& text : statements) {
        background |= text.find("expires_on <") != std::string::npos;
      }
      if (background) continue;
      all.insert(all.end(), statements.begin(), statements.end());
    }
    return all;
  }

 private:
  QueryLog() {
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&QueryLog::Attach));
  }
  static int Attach(sqlite3* db, char**, const void*) {
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, &QueryLog::Note, nullptr);
  }
  static int Note(unsigned, void*, void* statement, void*) {
    char* text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
    if (text == nullptr) return 0;
    QueryLog& log = Get();
    const std::lock_guard lock(log.mutex_);
    log.by_thread_[std::this_thread::get_id()].emplace_back(text);
    sqlite3_free(text);
    return 0;
  }

  std::mutex mutex_;
  std::map<std::thread::id, std::vector<std::string>> by_thread_;
};

constexpr char kTask[] = "tasks/secret-1";
constexpr int kEnterprises = 6;

std::string Code(int number) {
  const std::string first17 = absl::StrCat("9164010000000010", number);
  return first17 + *UsciCheckCharacter(first17);
}

class DrawSecrecy : public ::testing::Test {
 protected:
  DrawSecrecy() : log_(QueryLog::Get()) {
    FillRegister();
    Draw();
  }

  template <typename Stub, typename Request, typename Response>
  Response Do(Role role,
              grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                           Response*),
              const Request& request) {
    using Service = typename ServiceOf<Stub>::Type;
    const auto stub = Service::NewStub(office_.As(role));
    const auto context = Patient();
    Response response;
    const grpc::Status status =
        (stub.get()->*method)(context.get(), request, &response);
    EXPECT_TRUE(status.ok()) << ReasonOf(status);
    return response;
  }

  void FillRegister();
  void Draw();
  // Makes each call that names an enterprise, and returns its answer or error
  // as text.
  std::vector<std::string> Ask(Role role, const std::string& code);

  template <typename Stub>
  struct ServiceOf;

  QueryLog& log_;
  TestOffice office_;
  std::set<std::string> drawn_;
};
template <>
struct DrawSecrecy::ServiceOf<v1::RegisterService::Stub> {
  using Type = v1::RegisterService;
};
template <>
struct DrawSecrecy::ServiceOf<v1::DrawService::Stub> {
  using Type = v1::DrawService;
};

void DrawSecrecy::FillRegister() {
  v1::ImportEnterprisesRequest enterprises;
  v1::ImportProductsRequest products;
  for (int i = 0; i < kEnterprises; ++i) {
    v1::EnterpriseRow& row = *enterprises.add_rows();
    row.set_usci(Code(i));
    row.set_enterprise_name("宁夏枸杞有限公司");
    v1::ProductRow& product = *products.add_rows();
    product.set_usci(Code(i));
    product.set_product_name("枸杞");
    product.set_category("食品及相关产品");
  }
  v1::ImportLabsRequest labs;
  v1::LabRow& lab = *labs.add_rows();
  lab.set_usci(Code(9));
  lab.set_lab_name("检验中心");
  lab.set_categories("食品及相关产品");
  lab.set_capacity("10");
  v1::ImportInspectorsRequest inspectors;
  for (const char* badge : {"ZF1", "ZF2"}) {
    v1::InspectorRow& row = *inspectors.add_rows();
    row.set_inspector_id(badge);
    row.set_person_name("检查员");
    row.set_organisation("市场监管局");
    row.set_region("640000");
    row.set_capacity("10");
  }
  using Stub = v1::RegisterService::Stub;
  EXPECT_EQ(Do(Role::kAdmin, &Stub::ImportEnterprises, enterprises).new_(),
            kEnterprises);
  EXPECT_EQ(Do(Role::kAdmin, &Stub::ImportProducts, products).new_(),
            kEnterprises);
  EXPECT_EQ(Do(Role::kAdmin, &Stub::ImportLabs, labs).new_(), 1);
  EXPECT_EQ(Do(Role::kAdmin, &Stub::ImportInspectors, inspectors).new_(), 2);
}

void DrawSecrecy::Draw() {
  using Stub = v1::DrawService::Stub;
  v1::CreateTaskRequest create;
  create.set_task_id("secret-1");
  v1::Task& task = *create.mutable_task();
  task.set_authority("宁夏回族自治区市场监管厅");
  task.set_level(v1::LEVEL_PROVINCIAL);
  task.set_region("64");
  task.add_categories("食品及相关产品");
  task.set_sample_size(2);
  task.set_lines_per_enterprise(1);
  task.set_inspectors_per_enterprise(1);
  Do(Role::kAdmin, &Stub::CreateTask, create);

  FakeEntropy entropy(5);
  const SigningKey key = SigningKey::Generate(entropy);
  v1::RegisterWitnessRequest witness;
  witness.set_witness_name("公证员");
  witness.set_organisation("公证处");
  witness.set_key(key.verify_key().ToHex());
  Do(Role::kAdmin, &Stub::RegisterWitness, witness);
  const rules::Witness bound = {"公证员",
                                std::string(key.verify_key().bytes()),
                                {},
                                entropy.Bytes(32),
                                ""};
  v1::CommitDrawRequest commit;
  commit.set_task(kTask);
  v1::WitnessCommitment& given = *commit.add_witnesses();
  given.set_witness_name(bound.name);
  given.set_key(witness.key());
  given.set_attempt(1);
  given.set_previous(Digest().ToHex());
  given.set_commitment(
      rules::WitnessCommitment(
          {HashSuite::kSha256, TaskId("secret-1"), 1, Digest()}, bound)
          .ToHex());
  const v1::CommitDrawResponse committed =
      Do(Role::kAdmin, &Stub::CommitDraw, commit);
  v1::RevealContributionRequest reveal;
  reveal.set_task(kTask);
  reveal.set_attempt(1);
  reveal.set_key(witness.key());
  reveal.set_contribution(HexEncode(bound.contribution));
  reveal.set_signature(HexEncode(
      key.Sign(rules::WitnessMessage(*DigestFromHex(committed.commitment())))));
  EXPECT_EQ(Do(Role::kWitness, &Stub::RevealContribution, reveal).state(),
            "RUN");
  v1::GetDrawRequest show;
  show.set_task(kTask);
  const v1::Draw shown = Do(Role::kAdmin, &Stub::GetDraw, show);
  for (const v1::SelectedUnit& unit : shown.selection()) {
    drawn_.insert(unit.usci());
  }
}

// An error's details hold a map in no fixed order on the wire, so they are
// compared as text and by their size.
template <typename Message>
std::string TextOf(const grpc::Status& status, const Message& message) {
  if (status.ok()) return message.DebugString();
  const Refusal refusal = RefusalOf(status);
  return absl::StrCat(status.error_code(), " ", status.error_message(), " ",
                      status.error_details().size(), " ",
                      refusal.info.DebugString(), refusal.zh, refusal.en);
}

std::vector<std::string> DrawSecrecy::Ask(Role role, const std::string& code) {
  const auto channel = office_.As(role);
  const auto credit = v1::CreditService::NewStub(channel);
  const auto draws = v1::DrawService::NewStub(channel);
  const auto registers = v1::RegisterService::NewStub(channel);
  std::vector<std::string> answers;
  const auto ask = [&](auto& stub, auto method, const auto& request,
                       auto response) {
    const auto context = Patient();
    const grpc::Status status =
        (stub.get()->*method)(context.get(), request, &response);
    answers.push_back(TextOf(status, response));
  };
  v1::BatchGetStatusRequest status;
  status.add_uscis(code);
  ask(credit, &v1::CreditService::Stub::BatchGetStatus, status,
      v1::BatchGetStatusResponse());
  v1::GetCreditFileRequest file;
  file.set_name("enterprises/" + code);
  ask(credit, &v1::CreditService::Stub::GetCreditFile, file, v1::CreditFile());
  v1::GetEnterpriseRequest enterprise;
  enterprise.set_name("enterprises/" + code);
  ask(registers, &v1::RegisterService::Stub::GetEnterprise, enterprise,
      v1::Enterprise());
  v1::ListProductsRequest products;
  products.set_parent("enterprises/" + code);
  ask(registers, &v1::RegisterService::Stub::ListProducts, products,
      v1::ListProductsResponse());
  v1::ExplainUnitRequest explain;
  explain.set_task(kTask);
  explain.set_usci(code);
  ask(draws, &v1::DrawService::Stub::ExplainUnit, explain,
      v1::UnitExplanation());
  v1::GetUnitProofRequest proof;
  proof.set_task(kTask);
  proof.set_usci(code);
  ask(draws, &v1::DrawService::Stub::GetUnitProof, proof, v1::UnitProof());
  v1::WithdrawUnitRequest withdraw;
  withdraw.set_task(kTask);
  withdraw.set_usci(code);
  ask(draws, &v1::DrawService::Stub::WithdrawUnit, withdraw,
      v1::PendingApproval());
  return answers;
}

// Blanks out what may differ between two enterprises that were entered alike:
// the code, and the line id that follows from it ("L" and 14 characters).
std::string Blind(std::string text, const std::string& code) {
  text = absl::StrReplaceAll(text, {{code, "CODE"}});
  constexpr std::size_t kIdSize = 15;
  const auto is_id = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  };
  for (std::size_t at = text.find('L'); at != std::string::npos;
       at = text.find('L', at + 1)) {
    std::size_t end = at;
    while (end < text.size() && is_id(text[end])) ++end;
    const bool starts = at == 0 || !is_id(text[at - 1]);
    if (starts && end - at == kIdSize) text.replace(at, kIdSize, "LINE");
  }
  return text;
}

TEST_F(DrawSecrecy, NoAnswerErrorOrQueryTellsADrawnEnterpriseFromAnother) {
  ASSERT_EQ(drawn_.size(), 2u);
  const std::string drawn = *drawn_.begin();
  std::string undrawn;
  for (int i = 0; i < kEnterprises; ++i) {
    if (!drawn_.contains(Code(i))) undrawn = Code(i);
  }
  for (const Role role :
       {Role::kAgency, Role::kAuditor, Role::kApprover, Role::kWitness}) {
    // it opens channels and prepares statements, so that both are alike below
    Ask(role, drawn);
    log_.Clear();
    const std::vector<std::string> of_drawn = Ask(role, drawn);
    const std::vector<std::string> queries_of_drawn = log_.OfCalls();
    log_.Clear();
    const std::vector<std::string> of_undrawn = Ask(role, undrawn);
    const std::vector<std::string> queries_of_undrawn = log_.OfCalls();
    ASSERT_EQ(of_drawn.size(), of_undrawn.size());
    for (std::size_t i = 0; i < of_drawn.size(); ++i) {
      EXPECT_EQ(Blind(of_drawn[i], drawn), Blind(of_undrawn[i], undrawn))
          << RoleName(role) << " call " << i;
    }
    EXPECT_FALSE(queries_of_drawn.empty());
    std::multiset<std::string> first;
    std::multiset<std::string> second;
    for (const std::string& q : queries_of_drawn) first.insert(Blind(q, drawn));
    for (const std::string& q : queries_of_undrawn) {
      second.insert(Blind(q, undrawn));
    }
    EXPECT_EQ(first, second) << RoleName(role);
  }
}

TEST_F(DrawSecrecy, NeitherTheFeedNorTheLogNamesADrawnEnterprise) {
  const auto stub = v1::JournalService::NewStub(office_.As(Role::kAgency));
  v1::ListEventsRequest request;
  request.set_page_size(1000);
  v1::ListEventsResponse events;
  const auto context = Patient();
  ASSERT_TRUE(stub->ListEvents(context.get(), request, &events).ok());
  bool run = false;
  for (const v1::Event& event : events.events()) {
    run |= event.type() == "draw.run";
    if (event.type() == "enterprise.imported" ||
        event.type() == "product.imported") {
      continue;
    }
    for (const std::string& code : drawn_) {
      EXPECT_EQ(event.leaf().find(code), std::string::npos) << event.type();
    }
  }
  EXPECT_TRUE(run);
  for (const std::string& code : drawn_) {
    EXPECT_EQ(office_.LogText().find(code), std::string::npos);
  }
}

TEST_F(DrawSecrecy, BeforeTheOpeningOnlyWhatIsPublicIsExported) {
  const auto stub = v1::DrawService::NewStub(office_.As(Role::kAgency));
  v1::ExportBundleRequest request;
  request.set_task(kTask);
  const auto context = Patient();
  const auto stream = stub->ExportBundle(context.get(), request);
  std::set<std::string> files;
  std::string bytes;
  for (v1::ExportBundleResponse chunk; stream->Read(&chunk);) {
    files.insert(chunk.file());
    bytes += chunk.data();
  }
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(files, std::set<std::string>{"public.json"});
  for (int i = 0; i < kEnterprises; ++i) {
    EXPECT_EQ(bytes.find(Code(i)), std::string::npos);
  }
}

}  // namespace
}  // namespace spotcheck::server
