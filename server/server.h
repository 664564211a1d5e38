#ifndef SPOTCHECK_SERVER_SERVER_H_
#define SPOTCHECK_SERVER_SERVER_H_

// The running service: mTLS always, health, reflection, the four services, and
// the step that keeps draws moving. One instance a data folder.

#include <memory>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {

struct ServeOptions {
  std::string data;
  std::string listen = "127.0.0.1:7443";  // port 0 takes a free one
  std::string policies;                   // empty: the data folder's own
  std::string metrics;                    // empty: none
};

// What the machine provides; all outlive the server.
struct Machine {
  Clock& clock;
  Entropy& entropy;
  std::ostream& log;
};

class Server {
 public:
  // Opens the data folder, loads and journals the rules, does what is overdue,
  // and serves. NO_DATA_FOLDER, ALREADY_SERVING, ADDRESS_TAKEN; errors of keys,
  // rule files and database.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const ServeOptions& options, const Machine& machine);
  virtual ~Server() = default;

  // Where it listens.
  virtual const std::string& address() const = 0;
  // Health says NOT_SERVING, calls under way get `grace` to end, the journal
  // is brought into the database file. Called once.
  virtual absl::Status Stop(absl::Duration grace) = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SERVER_H_
