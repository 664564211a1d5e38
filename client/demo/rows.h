#ifndef SPOTCHECK_CLIENT_DEMO_ROWS_H_
#define SPOTCHECK_CLIENT_DEMO_ROWS_H_

// The rows of the invented register. Each is a pure function of seed and
// number; nothing is remembered from one row to the next.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/demo/tables.h"
#include "lib/base/civil_date.h"

namespace spotcheck::client {

struct DemoEnterprise {
  std::string usci;
  const DemoCounty* county;
  std::size_t category;  // its main category
  std::string brand;     // two characters
  std::string name;
};

struct DemoLine {
  std::size_t category;
  const DemoProduct* product;
  absl::string_view model;
  std::string trademark;  // 无 or — where the line has none
};

class DemoRegister {
 public:
  DemoRegister(std::int64_t enterprises, std::uint64_t seed);

  std::uint64_t enterprises() const { return enterprises_; }
  // 12 laboratories and 80 inspectors serve up to 2,000 enterprises; each
  // further 20,000 enterprises add a laboratory, each further 1,000 an
  // inspector.
  std::uint64_t labs() const;
  std::uint64_t inspectors() const;

  DemoEnterprise Enterprise(std::uint64_t number) const;
  // An enterprise has one to five lines, no two alike. The sum over all
  // enterprises is three times their number.
  std::vector<DemoLine> Portfolio(std::uint64_t number) const;

  // Each function answers a whole row with its line feed.
  std::string EnterpriseRow(std::uint64_t number) const;
  std::string ProductRows(std::uint64_t number) const;
  std::string LabRow(std::uint64_t number) const;
  std::string InspectorRow(std::uint64_t number) const;
  // The earlier checks of one enterprise; most have none.
  std::string CheckRows(std::uint64_t number) const;

 private:
  std::string LabCode(std::uint64_t number) const;
  bool LabCovers(std::uint64_t lab, std::size_t category) const;
  std::size_t PortfolioSize(std::uint64_t number) const;
  // Answers a few codes of enterprises, joined by semicolons.
  std::string SomeCodes(class DemoRandom& random, std::size_t limit) const;
  std::string CheckRow(const DemoEnterprise& enterprise, const DemoLine& line,
                       std::uint64_t serial) const;

  std::uint64_t enterprises_;
  std::uint64_t seed_;
  CivilDate last_sampled_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_DEMO_ROWS_H_
