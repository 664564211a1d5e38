#ifndef SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_
#define SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_

// A database on disk filled through the application, for benchmarks. Errors end
// the process: a benchmark of something that failed says nothing.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "lib/app/rule_book.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/ids.h"
#include "lib/store/database.h"

namespace spotcheck::bench {

// From the environment, else the default.
std::int64_t SizeFromEnvironment(const char* name, std::int64_t otherwise);
double PeakMebibytes();
void Require(const absl::Status& status);

class BenchHouse {
 public:
  BenchHouse();
  ~BenchHouse();
  BenchHouse(const BenchHouse&) = delete;
  BenchHouse& operator=(const BenchHouse&) = delete;

  // Enterprises `first`…`first + count - 1` with three lines each.
  void ImportEnterprises(std::int64_t first, std::int64_t count);
  // Two earlier checks for each of them.
  void ImportChecks(std::int64_t first, std::int64_t count);
  void ImportPeople(std::int64_t labs, std::int64_t inspectors,
                    std::int64_t capacity);
  // Commits and runs a draw with two lines and two inspectors an enterprise.
  void Draw(const std::string& task, std::int64_t sample);
  void Status(const Usci& usci);
  void ReadOneRow(const Usci& usci);

  // The same size of work in plain SQL on the same file system.
  void BaselineImport(std::int64_t count);
  void BaselineDraw(std::int64_t sample);

  static Usci Code(std::int64_t number);

 private:
  std::filesystem::path folder_;
  SystemClock clock_;
  SystemEntropy entropy_;
  app::RuleBook book_;
  std::unique_ptr<store::Database> db_;
};

}  // namespace spotcheck::bench

#endif  // SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_
