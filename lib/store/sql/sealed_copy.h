#ifndef SPOTCHECK_LIB_STORE_SQL_SEALED_COPY_H_
#define SPOTCHECK_LIB_STORE_SQL_SEALED_COPY_H_

#include <string>

namespace spotcheck::sql {

// Answers whether the file at `path` is a whole database by itself: its log is
// empty or missing, and no index of a log (-shm) tells of somebody who writes.
bool IsWholeByItself(const std::string& path);

// Names the file for an opening that takes it for unchangeable. SQLite reads a
// database in WAL mode otherwise only where it can make the log's index, which
// a read-only medium forbids.
std::string ImmutableUri(const std::string& path);

}  // namespace spotcheck::sql

#endif  // SPOTCHECK_LIB_STORE_SQL_SEALED_COPY_H_
