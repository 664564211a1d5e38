#ifndef SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_
#define SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_

// A database on disk filled through the application, for benchmarks. Errors end
// the process: a benchmark of something that failed says nothing.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "lib/app/common/rule_book.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/ids.h"
#include "lib/store/journal/database.h"
#include "tests/app/fixed_rules.h"

namespace spotcheck::bench {

// From the environment, else the default.
std::int64_t SizeFromEnvironment(const char* name, std::int64_t otherwise);
double PeakMebibytes();
void Require(const absl::Status& status);

class BenchHouse {
 public:
  // In the folder `keep`, which stays; "" for a temporary one.
  explicit BenchHouse(const std::filesystem::path& keep = {});
  ~BenchHouse();
  BenchHouse(const BenchHouse&) = delete;
  BenchHouse& operator=(const BenchHouse&) = delete;

  // Enterprises `first`…`first + count - 1` with three lines each.
  void ImportEnterprises(std::int64_t first, std::int64_t count);
  // Some clients at once import batches of 1,000 enterprises of another region,
  // new ones each time.
  void ImportOutside(std::int64_t clients);
  // Two earlier checks for each of them.
  void ImportChecks(std::int64_t first, std::int64_t count);
  // How many, and what each of them can take: lines, respectively enterprises.
  struct People {
    std::int64_t count = 0;
    std::int64_t capacity = 0;
  };
  void ImportPeople(People labs, People inspectors);
  // Whether nobody has filled the folder at this size before.
  bool FillOnce(std::int64_t size);
  // Commits and runs a draw with two lines and two inspectors an enterprise.
  void Draw(const std::string& task, std::int64_t sample);
  // The longest of many small writes, one after the other, while `work` runs.
  double LongestWait(absl::FunctionRef<void()> work);
  void Status(const Usci& usci);
  void ReadOneRow(const Usci& usci);

  // The same size of work in plain SQL on the same file system.
  void BaselineImport(std::int64_t count);
  // kLines draws among all lines that no pass protects; kEnterprises among the
  // enterprises that have one such line, and looks no further than the first.
  enum class Baseline { kLines, kEnterprises };
  void BaselineDraw(Baseline what, std::int64_t sample);

  static Usci Code(std::int64_t number);

 private:
  void ImportOneOutside(std::int64_t client);

  std::filesystem::path kept_;  // "" for a temporary one
  std::filesystem::path folder_;
  SystemClock clock_;
  SystemEntropy entropy_;
  app::RuleBook book_;
  app::FixedRules rules_{book_};
  std::unique_ptr<store::Database> db_;
};

}  // namespace spotcheck::bench

#endif  // SPOTCHECK_TESTS_BENCH_BENCH_HOUSE_H_
