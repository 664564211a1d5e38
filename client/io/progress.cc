#include "client/io/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace spotcheck::client {
namespace {

constexpr int kColumns = 40;  // of the bar

}  // namespace

ProgressBar::ProgressBar(std::int64_t total)
    : total_(std::max<std::int64_t>(total, 1)),
      terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (terminal_ && percent_ >= 0) std::cerr << '\n';
}

void ProgressBar::Show(std::int64_t done) {
  const int percent = static_cast<int>(std::min(done, total_) * 100 / total_);
  if (!terminal_ || percent == percent_) return;
  percent_ = percent;
  const auto filled = static_cast<std::size_t>(percent * kColumns / 100);
  std::cerr << "\r[" << std::string(filled, '#')
            << std::string(kColumns - filled, '.') << "] " << percent << "%"
            << std::flush;
}

}  // namespace spotcheck::client
