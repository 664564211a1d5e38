#ifndef SPOTCHECK_TESTS_APP_DRAW_HOUSE_H_
#define SPOTCHECK_TESTS_APP_DRAW_HOUSE_H_

// A house with a register, a task and two witnesses, and the steps of a draw as
// short calls that answer a status.

#include <string>
#include <vector>

#include "lib/app/draw/draws.h"
#include "lib/base/signing.h"
#include "tests/app/credit/house.h"

namespace spotcheck::app {

// A witness with the secrets that stay on his own device.
struct TestWitness {
  std::string name;
  SigningKey key;
  std::string contribution;
};

class DrawHouse : public House {
 protected:
  DrawHouse();

  // Imports twelve enterprises of Ningxia with two lines each, one laboratory
  // and four inspectors.
  void FillRegister();
  absl::Status CreateTask(const std::string& task, std::int64_t sample);
  TestWitness Register(const std::string& name,
                       const std::string& organisation);
  // Makes the public half of a witness's commitment to the task's next attempt.
  WitnessCommitment Bind(const std::string& task, const TestWitness& witness);

  CommitRequest Request(const std::string& task);
  absl::StatusOr<CommitAnswer> Commit(const CommitRequest& request);
  absl::StatusOr<CommitAnswer> Commit(const std::string& task) {
    return Commit(Request(task));
  }
  Reveal RevealOf(const std::string& task, const TestWitness& witness);
  absl::StatusOr<RevealAnswer> Give(const Reveal& reveal);
  // Commits the draw and reveals for both witnesses.
  absl::Status Run(const std::string& task);

  DrawAnswer Show(const std::string& task,
                  Visibility visibility = Visibility::kFull);
  // Records a pass for every drawn line of the task that is still open.
  void RecordAll(const std::string& task);
  store::Mutation As(const std::string& actor) const {
    store::Mutation mutation;
    mutation.actor = actor;
    return mutation;
  }

  std::vector<Usci> enterprises_;
  TestWitness inside_;
  TestWitness outside_;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_TESTS_APP_DRAW_HOUSE_H_
