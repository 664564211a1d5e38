#include "tests/store/postgres/cluster.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace spotcheck::store::testing {
namespace {

// Where Debian's package postgresql-15 puts the server's programs.
constexpr char kPrograms[] = "/usr/lib/postgresql/15/bin/";

struct Outcome {
  bool ok = false;
  std::string said;  // on both channels
};

Outcome Shell(const std::string& command) {
  FILE* const pipe = ::popen(("( " + command + " ) 2>&1").c_str(), "r");
  if (pipe == nullptr) return {false, "no shell"};
  Outcome outcome;
  std::array<char, 4096> buffer{};
  for (std::size_t size = 0;
       (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    outcome.said.append(buffer.data(), size);
  }
  outcome.ok = ::pclose(pipe) == 0;
  return outcome;
}

// A server program, as a user that PostgreSQL accepts.
std::string Program(const std::string& name) {
  const std::string as_user = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
  return "cd / && " + as_user + kPrograms + name;
}

}  // namespace

std::string PostgresCluster::Start() {
  if (::access((std::string(kPrograms) + "postgres").c_str(), X_OK) != 0) {
    return "no PostgreSQL 15 here: deploy/install test";
  }
  // Not below TMPDIR: a socket's path has at most 107 bytes.
  char name[] = "/tmp/spotcheck-pg-XXXXXX";
  if (::mkdtemp(name) == nullptr) return "no temporary folder";
  folder_ = name;
  if (::geteuid() == 0) {
    const Outcome given = Shell("chown postgres: " + folder_);
    if (!given.ok) return given.said;
  }
  const Outcome made = Shell(
      Program("initdb") + " --pgdata=" + folder_ +
      "/data --username=spotcheck --auth=trust --locale=C --encoding=UTF8 "
      "--no-sync");
  if (!made.ok) return made.said;
  const Outcome started = Shell(
      Program("pg_ctl") + " start --wait --timeout=120 --pgdata=" + folder_ +
      "/data --log=" + folder_ +
      "/log --options=\"-c listen_addresses='' "
      "-c unix_socket_directories=" +
      folder_ + " -c fsync=off\"");
  if (!started.ok) return started.said + Shell("cat " + folder_ + "/log").said;
  const auto complaints = Run({"CREATE DOMAIN blob AS bytea"});
  return complaints.empty() ? "" : complaints.front().text;
}

PostgresCluster::~PostgresCluster() {
  if (folder_.empty()) return;
  Shell(Program("pg_ctl") + " stop --mode=immediate --pgdata=" + folder_ +
        "/data");
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::vector<PostgresCluster::Complaint> PostgresCluster::Run(
    const std::vector<std::string>& statements) const {
  const std::string script = folder_ + "/script.sql";
  std::ofstream out(script);
  for (std::string statement : statements) {
    std::replace(statement.begin(), statement.end(), '\n', ' ');
    out << statement << ";\n";
  }
  out.close();
  const Outcome outcome =
      Shell(std::string("LC_ALL=C PGOPTIONS= ") + kPrograms +
            "psql --no-psqlrc --quiet --host=" + folder_ +
            " --username=spotcheck --dbname=postgres --set=VERBOSITY=terse "
            "--output=/dev/null --file=" +
            script);
  std::vector<Complaint> complaints;
  std::istringstream said(outcome.said);
  const std::string place = "psql:" + script + ":";
  for (std::string line; std::getline(said, line);) {
    const std::size_t number =
        line.starts_with(place)
            ? std::strtoul(line.c_str() + place.size(), nullptr, 10)
            : 0;
    complaints.push_back({number == 0 ? 0 : number - 1, line});
  }
  if (!outcome.ok && complaints.empty())
    complaints.push_back({0, "psql failed"});
  return complaints;
}

}  // namespace spotcheck::store::testing
