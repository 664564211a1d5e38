#include "tests/source_dir.h"

namespace spotcheck {

std::string SourceDir() { return SPOTCHECK_SOURCE_DIR; }

}  // namespace spotcheck
