#ifndef SPOTCHECK_TESTS_STORE_POSTGRES_CLUSTER_H_
#define SPOTCHECK_TESTS_STORE_POSTGRES_CLUSTER_H_

#include <string>
#include <vector>

namespace spotcheck::store::testing {

// A PostgreSQL 15 of the test's own: data and socket in a folder that goes with
// it, no TCP port, no password. PostgreSQL refuses to run as root, so for root
// it runs as the package's user. One database, locale C, with `blob` as a name
// of its type for bytes.
class PostgresCluster {
 public:
  PostgresCluster() = default;
  // Stops the server and removes the folder.
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  // "" once it accepts connections, else what went wrong.
  std::string Start();

  // What the server says against statement `line` of a script, from 0.
  struct Complaint {
    std::size_t line = 0;
    std::string text;
  };
  // Runs the statements one after the other, whatever became of those before.
  std::vector<Complaint> Run(const std::vector<std::string>& statements) const;

 private:
  std::string folder_;
};

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_POSTGRES_CLUSTER_H_
