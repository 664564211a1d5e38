#include "lib/rules/draw/tsv.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

void Join(std::initializer_list<std::string_view> fields, std::string& line) {
  line.clear();
  for (const std::string_view field : fields) {
    if (!line.empty()) line.push_back('\t');
    line.append(field);
  }
}

// Appends ELIGIBLE, EXCLUDED:<CODE> or EXCLUDED:<CODE>:<evidence>.
template <typename Row>
void AppendStatus(const Row& row, std::string& line) {
  line.push_back('\t');
  if (row.status != decltype(row.status)::kEligible) line.append("EXCLUDED:");
  line.append(CodeOf(row.status));
  if (!row.evidence.empty()) line.append(":").append(row.evidence);
}

template <typename Reason>
void EachBar(std::string_view id, const std::vector<Bar<Reason>>& bars,
             LineSink sink) {
  std::string line;
  for (const Bar<Reason>& bar : bars) {
    Join({id, "BAR", bar.usci.view(), CodeOf(bar.reason), bar.evidence}, line);
    sink(line);
  }
}

std::vector<std::string_view> ScopeNames(const Plan& plan, const DrawLab& lab) {
  std::vector<std::string_view> names(lab.other_scope.begin(),
                                      lab.other_scope.end());
  for (const std::uint16_t index : lab.scope) {
    names.push_back(plan.categories[index]);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

void EachFrameLine(const Frame& frame, LineSink sink) {
  std::string line;
  for (const FrameRow& row : frame.enterprises) {
    Join({row.usci.view(), row.stratum.str()}, line);
    AppendStatus(row, line);
    sink(line);
  }
}

void EachProductLine(const Plan& plan, const Frame& frame, LineSink sink) {
  std::string line;
  for (const LineRow& row : frame.lines) {
    Join({row.usci.view(), row.line.str(), plan.categories[row.category]},
         line);
    AppendStatus(row, line);
    sink(line);
  }
}

void EachLabLine(const Plan& plan, const Frame& frame, LineSink sink) {
  std::string line;
  for (const DrawLab& lab : frame.labs) {
    EachBar(lab.lab.str(), lab.bars, sink);
    Join({lab.lab.str(), "CAPACITY", std::to_string(lab.capacity)}, line);
    sink(line);
    for (const std::string_view category : ScopeNames(plan, lab)) {
      Join({lab.lab.str(), "SCOPE", category}, line);
      sink(line);
    }
  }
}

void EachInspectorLine(const Frame& frame, LineSink sink) {
  std::string line;
  for (const DrawInspector& inspector : frame.inspectors) {
    EachBar(inspector.inspector.str(), inspector.bars, sink);
    Join({inspector.inspector.str(), "CAPACITY",
          std::to_string(inspector.capacity)},
         line);
    sink(line);
  }
}

}  // namespace spotcheck::rules
