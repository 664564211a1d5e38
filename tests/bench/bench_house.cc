#include "tests/bench/bench_house.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "lib/app/credit/import.h"
#include "lib/app/credit/status.h"
#include "lib/app/draw/draws.h"
#include "lib/app/register/import.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/commit.h"
#include "lib/store/read/registers.h"

namespace spotcheck::bench {
namespace {

constexpr std::int64_t kBatch = 1000;
constexpr int kOutsideBatches = 4;  // of each client
constexpr char kAuthority[] = "宁夏回族自治区市场监管厅";

rules::Policy NingxiaPolicy() {
  rules::Policy policy;
  policy.id = PolicyId("NINGXIA-2017");
  policy.source.text = "宁夏";
  policy.region = *Region::Parse("64");
  policy.valid_from = CivilDate(2017, 1, 1);
  policy.earlier_levels = {rules::Level::kNational};
  policy.months = 6;
  policy.identity = rules::IdentityScope::kNameModel;
  policy.binds = {"任何部门", "any body"};
  return policy;
}

rules::Scheme OneBand() {
  rules::Scheme scheme;
  scheme.id = "BENCH";
  scheme.source.text = "bench";
  scheme.bands = {{"B", Stratum("B"), 0}};
  scheme.no_record = "B";
  return scheme;
}

store::Mutation As(const char* actor) {
  store::Mutation mutation;
  mutation.actor = actor;
  return mutation;
}

template <typename Body>
void Write(store::Database& db, Body body) {
  Require(db.Write(As("bench"),
                   [&](store::Transaction& tx) -> absl::StatusOr<std::string> {
                     RETURN_IF_ERROR(body(tx).status());
                     return std::string();
                   })
              .status());
}

void Exec(sqlite3* db, const std::string& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    std::cerr << sqlite3_errmsg(db) << "\n";
    std::exit(1);
  }
}

}  // namespace

std::int64_t SizeFromEnvironment(const char* name, std::int64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoll(text);
}

double PeakMebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void Require(const absl::Status& status) {
  if (status.ok()) return;
  std::cerr << status.ToString() << "\n";
  std::exit(1);
}

BenchHouse::BenchHouse(const std::filesystem::path& keep) : kept_(keep) {
  folder_ = keep;
  if (kept_.empty()) {
    folder_ = std::filesystem::temp_directory_path() /
              absl::StrCat("spotcheck-bench-", getpid(), "-",
                           HexEncode(entropy_.Bytes(4)));
  }
  std::filesystem::create_directories(folder_);
  book_.policies = {NingxiaPolicy()};
  book_.scheme = OneBand();
  store::DatabaseOptions options;
  options.path = folder_ / "bench.db";
  // Always the same keys, so that a kept database opens again.
  const auto key = SigningKey::FromSeed(Sha256("bench journal").view());
  Require(key.status());
  auto db = store::Database::Open(
      options, {*key, std::string(Sha256("bench seal").view())}, clock_,
      entropy_);
  Require(db.status());
  db_ = *std::move(db);
}

BenchHouse::~BenchHouse() {
  db_.reset();
  if (kept_.empty()) std::filesystem::remove_all(folder_);
}

bool BenchHouse::FillOnce(std::int64_t size) {
  const std::filesystem::path mark = folder_ / absl::StrCat("filled-", size);
  if (std::filesystem::exists(mark)) return false;
  std::ofstream(mark) << size;
  return true;
}

Usci BenchHouse::Code(std::int64_t number) {
  const std::string first17 =
      absl::StrCat("91", number % 2 == 0 ? "640104" : "640181",
                   absl::StrFormat("%09d", number));
  return *Usci::Parse(first17 + *UsciCheckCharacter(first17));
}

void BenchHouse::ImportEnterprises(std::int64_t first, std::int64_t count) {
  for (std::int64_t at = first; at < first + count; at += kBatch) {
    std::vector<app::EnterpriseRow> enterprises;
    std::vector<app::ProductRow> products;
    for (std::int64_t i = at; i < std::min(at + kBatch, first + count); ++i) {
      app::EnterpriseRow row;
      row["usci"] = Code(i).str();
      row["enterprise_name"] = absl::StrCat("宁夏第", i, "食品有限公司");
      enterprises.push_back(row);
      for (const char* name : {"枸杞", "电饭锅", "毛巾"}) {
        app::ProductRow product;
        product["usci"] = row["usci"];
        product["product_name"] = name;
        product["category"] = "家用电器";
        product["standard"] = "GB/T 18672-2014";
        product["model"] = absl::StrCat(i % 50, "kg/袋");
        products.push_back(product);
      }
    }
    Write(*db_, [&](store::Transaction& tx) {
      return app::ImportEnterprises(tx, enterprises);
    });
    for (std::size_t from = 0; from < products.size();
         from += static_cast<std::size_t>(kBatch)) {
      const auto batch = absl::MakeSpan(products).subspan(
          from, static_cast<std::size_t>(kBatch));
      Write(*db_, [&](store::Transaction& tx) {
        return app::ImportProducts(tx, batch);
      });
    }
  }
}

void BenchHouse::ImportOutside(std::int64_t clients) {
  std::vector<std::thread> threads;
  for (std::int64_t client = 0; client < clients; ++client) {
    threads.emplace_back([this, client] {
      for (int batch = 0; batch < kOutsideBatches; ++batch) {
        ImportOneOutside(client);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

void BenchHouse::ImportOneOutside(std::int64_t client) {
  std::vector<app::EnterpriseRow> rows;
  const std::int64_t first =
      absl::ToUnixMicros(absl::Now()) % 10'000 * 100'000 + client * kBatch;
  for (std::int64_t i = first; i < first + kBatch; ++i) {
    const std::string first17 = absl::StrFormat("91110000%09d", i);
    app::EnterpriseRow row;
    row["usci"] = first17 + *UsciCheckCharacter(first17);
    row["enterprise_name"] = absl::StrCat("北京第", i, "食品有限公司");
    rows.push_back(row);
  }
  Write(*db_, [&](store::Transaction& tx) {
    return app::ImportEnterprises(tx, rows);
  });
}

void BenchHouse::ImportChecks(std::int64_t first, std::int64_t count) {
  const CivilDate today = CivilDate::Of(clock_.Now());
  for (std::int64_t at = first; at < first + count; at += kBatch / 2) {
    std::vector<app::CheckRow> rows;
    for (std::int64_t i = at; i < std::min(at + kBatch / 2, first + count);
         ++i) {
      for (const char* name : {"枸杞", "电饭锅"}) {
        app::CheckRow row;
        row["usci"] = Code(i).str();
        row["product_name"] = name;
        row["standard"] = "GB/T 18672-2014";
        row["model"] = absl::StrCat(i % 50, "kg/袋");
        row["authority"] = "国家市场监管总局";
        row["level"] = "国家";
        row["sampled"] =
            today.AddDays(-static_cast<int>(i % 700) - 1).ToString();
        row["verdict"] = "合格";
        row["report_no"] = absl::StrCat("B", i, name);
        row["lab"] = Code(9'000'000).str();
        rows.push_back(row);
      }
    }
    Write(*db_, [&](store::Transaction& tx) {
      return app::ImportResults(tx, book_, today,
                                {app::Mandate::ForAll(), rows});
    });
  }
}

void BenchHouse::ImportPeople(People labs, People inspectors) {
  std::vector<app::LabRow> lab_rows;
  for (std::int64_t i = 0; i < labs.count; ++i) {
    app::LabRow row;
    row["usci"] = Code(9'000'000 + i).str();
    row["lab_name"] = absl::StrCat("第", i, "检验中心");
    row["categories"] = "家用电器";
    row["capacity"] = absl::StrCat(labs.capacity);
    lab_rows.push_back(row);
  }
  Write(*db_,
        [&](store::Transaction& tx) { return app::ImportLabs(tx, lab_rows); });
  std::vector<app::InspectorRow> rows;
  for (std::int64_t i = 0; i < inspectors.count; ++i) {
    app::InspectorRow row;
    row["inspector_id"] = absl::StrCat("ZF", i);
    row["person_name"] = absl::StrCat("检查员", i);
    row["organisation"] = kAuthority;
    row["region"] = "640000";
    row["capacity"] = absl::StrCat(inspectors.capacity);
    rows.push_back(row);
  }
  Write(*db_, [&](store::Transaction& tx) {
    return app::ImportInspectors(tx, rows);
  });
}

void BenchHouse::Draw(const std::string& task, std::int64_t sample) {
  const SigningKey key = SigningKey::Generate(entropy_);
  rules::Witness witness{
      task, std::string(key.verify_key().bytes()), {}, entropy_.Bytes(32), ""};
  const std::string hex = key.verify_key().ToHex();
  app::NewTask input;
  input.task = TaskId(task);
  rules::Plan& plan = input.plan.plan;
  plan.authority = kAuthority;
  plan.region = *Region::Parse("64");
  plan.categories = {"家用电器"};
  plan.as_of = CivilDate::Of(clock_.Now());
  plan.sample_size = sample;
  plan.lines_per_enterprise = 2;
  plan.inspectors_per_enterprise = 2;
  Write(*db_, [&](store::Transaction& tx) {
    return app::RegisterWitness(tx, {task, "公证处", hex});
  });
  Write(*db_,
        [&](store::Transaction& tx) { return app::CreateTask(tx, input); });
  app::NextAttempt next;
  Require(db_->Read([&](const store::View& view) -> absl::Status {
    ASSIGN_OR_RETURN(next, app::GetNextAttempt(view, input.task));
    return absl::OkStatus();
  }));
  const Digest bound = rules::WitnessCommitment(
      {next.suite, input.task, next.attempt, next.previous}, witness);
  app::CommitRequest request;
  request.task = input.task;
  request.witnesses = {
      {task, hex, bound.ToHex(), next.attempt, next.previous.ToHex()}};
  std::string commitment;
  Require(app::CommitDraw(*db_, As("bench"), rules_, request,
                          [&](const app::CommitAnswer& answer) {
                            commitment = answer.commitment;
                            return std::string();
                          })
              .status());
  app::Reveal reveal{
      input.task, next.attempt, hex, HexEncode(witness.contribution),
      HexEncode(key.Sign(rules::WitnessMessage(*DigestFromHex(commitment))))};
  Require(app::RevealContribution(
              *db_, As("bench"), rules_, reveal,
              [](const app::RevealAnswer&) { return std::string(); })
              .status());
}

double BenchHouse::LongestWait(absl::FunctionRef<void()> work) {
  std::atomic<bool> done = false;
  absl::Duration longest;
  std::thread writer([&] {
    while (!done) {
      const std::string key =
          SigningKey::Generate(entropy_).verify_key().ToHex();
      const absl::Time start = absl::Now();
      Write(*db_, [&](store::Transaction& tx) {
        return app::RegisterWitness(tx, {key.substr(0, 20), "公证处", key});
      });
      longest = std::max(longest, absl::Now() - start);
    }
  });
  work();
  done = true;
  writer.join();
  return absl::ToDoubleSeconds(longest);
}

void BenchHouse::Status(const Usci& usci) {
  Require(db_->Read([&](const store::View& view) {
    return app::BatchGetStatus(view, book_, CivilDate::Of(clock_.Now()),
                               {{usci}, std::nullopt})
        .status();
  }));
}

void BenchHouse::ReadOneRow(const Usci& usci) {
  Require(db_->Read([&](const store::View& view) {
    return store::FindEnterprise(view, usci).status();
  }));
}

void BenchHouse::BaselineImport(std::int64_t count) {
  sqlite3* db = nullptr;
  sqlite3_open((folder_ / "baseline.db").c_str(), &db);
  Exec(db,
       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
       "CREATE TABLE enterprise (usci TEXT PRIMARY KEY, name TEXT);"
       "CREATE TABLE line (usci TEXT, line_id TEXT, name TEXT, model TEXT, "
       "PRIMARY KEY (usci, line_id))");
  for (std::int64_t at = 0; at < count; at += kBatch) {
    Exec(db, "BEGIN IMMEDIATE");
    for (std::int64_t i = at; i < std::min(at + kBatch, count); ++i) {
      const std::string usci = Code(i).str();
      Exec(db, absl::StrCat("INSERT INTO enterprise VALUES ('", usci,
                            "', '宁夏第", i, "食品有限公司')"));
      for (int line = 0; line < 3; ++line) {
        Exec(db, absl::StrCat("INSERT INTO line VALUES ('", usci, "', 'L", line,
                              "', '枸杞', '", i % 50, "kg/袋')"));
      }
    }
    Exec(db, "COMMIT");
  }
  sqlite3_close(db);
  std::filesystem::remove(folder_ / "baseline.db");
}

void BenchHouse::BaselineDraw(Baseline what, std::int64_t sample) {
  sqlite3* db = nullptr;
  sqlite3_open((folder_ / "bench.db").c_str(), &db);
  const std::string unprotected = absl::StrCat(
      "NOT EXISTS (SELECT 1 FROM check_record c WHERE c.usci = l.usci "
      "AND c.normal_name = l.normal_name AND c.normal_model = l.normal_model "
      "AND c.level = 0 AND c.verdict <> 'FAIL' AND c.sampled >= '",
      AddMonths(CivilDate::Of(clock_.Now()), -6).ToString(), "')");
  std::string sql;
  switch (what) {
    case Baseline::kLines:
      sql = absl::StrCat("SELECT l.usci, l.line_id FROM product_line l WHERE ",
                         unprotected);
      break;
    case Baseline::kEnterprises:
      sql = absl::StrCat(
          "SELECT e.usci FROM enterprise e WHERE EXISTS (SELECT 1 FROM "
          "product_line l WHERE l.usci = e.usci AND ",
          unprotected, ")");
      break;
  }
  Exec(db, absl::StrCat(sql, " ORDER BY random() LIMIT ", sample));
  sqlite3_close(db);
}

}  // namespace spotcheck::bench
