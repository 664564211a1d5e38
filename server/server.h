#ifndef SPOTCHECK_SERVER_SERVER_H_
#define SPOTCHECK_SERVER_SERVER_H_

// The running service: mutual TLS on every connection, health, reflection, the
// four services, and a background step that moves draws on when a deadline
// passes. A data folder has at most one server at a time.

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
  std::string listen = "127.0.0.1:7443";  // port 0 takes any free port
  std::string policies;  // empty: the data folder's own rule files
  std::string metrics;   // empty: no metrics are served
};

// The parts of the machine that the server uses; they outlive it.
struct Machine {
  Clock& clock;
  Entropy& entropy;
  std::ostream& log;
};

class Server {
 public:
  // Opens the data folder, loads and journals the rules, does what is overdue,
  // and starts to serve. Errors: NO_DATA_FOLDER, ALREADY_SERVING,
  // ADDRESS_TAKEN, and those of keys, rule files and the database.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const ServeOptions& options, const Machine& machine);
  virtual ~Server() = default;

  // The address it listens on, HOST:PORT.
  virtual const std::string& address() const = 0;
  // Returns OK while it can serve. DATABASE_STOPPED once a commit or a flush
  // has failed: health answers NOT_SERVING from then on, and only another
  // start, which reads what the disk has, helps. A refused clock and a full
  // disk are OK, because reads go on. Not to be called after Stop.
  virtual absl::Status CheckAlive() = 0;
  // Health answers NOT_SERVING, calls under way get `grace` to end, and the
  // write-ahead log is brought into the database file. To be called once.
  virtual absl::Status Stop(absl::Duration grace) = 0;
};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_SERVER_H_
