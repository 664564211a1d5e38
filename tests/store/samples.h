#ifndef SPOTCHECK_TESTS_STORE_SAMPLES_H_
#define SPOTCHECK_TESTS_STORE_SAMPLES_H_

// Values for tests of the store: number n gives the same record every time.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/store/events/events.h"
#include "lib/store/journal/database.h"

namespace spotcheck::store::testing {

// 2026-06-01T00:00:00Z
absl::Time StartTime();

Usci SampleUsci(int n);
EnterpriseRecord SampleEnterprise(int n);
// Line n % 3 of enterprise n / 3; the name follows from n alone.
ProductRecord SampleProduct(int n);
LabRecord SampleLab(int n);
InspectorRecord SampleInspector(int n);
CheckRecord SampleCheck(int n);
rules::Authority SampleAuthority(int n);
TaskPlan SamplePlan(int n);
std::string HexOf(const std::string& text);  // SHA-256 of it

// An event with its payloads.
struct Happening {
  Event event;
  std::vector<Payload> payloads;
};
Happening TaskMade(const TaskId& task, int n);
// One witness.
Happening Committed(const TaskId& task, std::int64_t attempt,
                    std::int64_t sequence);
Happening Revealed(const TaskId& task, std::int64_t attempt);
// Draws the given products' lines, each a unit of its own.
Happening Ran(const TaskId& task, std::int64_t attempt,
              const std::vector<int>& products);
Happening ResultOf(const TaskId& task, int product, int check);
Happening InspectorsMade(const std::vector<InspectorRecord>& rows);

// Every alternative of Event, each member set to something that is not its
// default.
std::vector<Event> OneOfEach();

DatabaseKeys SampleKeys();

// A database in a folder of its own, or in memory.
class TestDatabase {
 public:
  enum class Place : std::uint8_t { kMemory, kFile };
  explicit TestDatabase(Place place = Place::kMemory);
  ~TestDatabase();

  Database& operator*() { return *database_; }
  Database* operator->() { return database_.get(); }
  FakeClock& clock() { return clock_; }
  const DatabaseOptions& options() const { return options_; }
  // Closes the file and opens it again.
  void Reopen();
  void Close() { database_.reset(); }
  // Writes the happenings in one mutation, without a request id.
  absl::Status Append(const std::vector<Happening>& happenings);
  // Moves the clock, and accepts it where the journal refuses it.
  void MoveClock(absl::Time to);
  // The first column of a query's first row, as text; "" where there is none.
  std::string Cell(const std::string& sql);
  std::int64_t JournalSize();

 private:
  void Open();
  std::string folder_;
  DatabaseOptions options_;
  FakeClock clock_;
  FakeEntropy entropy_;
  std::unique_ptr<Database> database_;
};

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_SAMPLES_H_
