#ifndef SPOTCHECK_CLIENT_IMPORT_BULLETIN_H_
#define SPOTCHECK_CLIENT_IMPORT_BULLETIN_H_

// Public bulletins of failures 不合格产品通报 (of the state administration, of
// provinces and cities) name enterprises and laboratories instead of giving
// their codes. A name never becomes a code by itself: the bulletin becomes a
// proposal, a workbook in which a person confirms each row, and `result import`
// of the proposal takes the confirmed rows alone.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/import/columns.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

// The columns of bulletins under the names that they were given since 2006.
const ImportTable& BulletinTable();

// Something registered under a name.
struct Namesake {
  std::string usci;
  std::string name;
  std::string place;  // the address, where it is known
};
// Everything registered whose name has this text in it, of enterprises or of
// laboratories.
using FindByName = std::function<absl::StatusOr<std::vector<Namesake>>(
    const std::string& name)>;

// A bulletin says these facts once for all its rows, or not at all.
struct BulletinFacts {
  std::string authority;
  std::string level;
  std::string sampled;
  std::string number;  // of the bulletin; report numbers are made of it
};

// Counts the rows by the number of registered enterprises that have exactly
// the row's name.
struct ProposalCounts {
  std::int64_t rows = 0;
  std::int64_t one = 0;
  std::int64_t several = 0;
  std::int64_t none = 0;
};

// True if two names differ at most in width, case, white space and the form of
// brackets.
bool IsSameName(const std::string& a, const std::string& b);

class Proposal {
 public:
  Proposal(FindByName enterprises, FindByName labs, BulletinFacts facts)
      : enterprises_(std::move(enterprises)),
        labs_(std::move(labs)),
        facts_(std::move(facts)) {}

  // Reads the bulletin and returns the bytes of the proposal, whose notes are
  // in the language. The errors of ImportReader, and those of the searches.
  absl::StatusOr<std::string> Make(const std::string& path, Language language);

  const ProposalCounts& counts() const { return counts_; }

 private:
  using Found = std::vector<Namesake>;
  absl::StatusOr<std::vector<std::string>> RowOf(
      const std::vector<std::string>& cells, std::int64_t line);
  // Finds the entries of exactly this name, and remembers them in `known`.
  absl::StatusOr<Found> Exactly(const FindByName& find,
                                std::map<std::string, Found>& known,
                                const std::string& name) const;

  FindByName enterprises_;
  FindByName labs_;
  BulletinFacts facts_;
  ProposalCounts counts_;
  std::map<std::string, Found> known_enterprises_;
  std::map<std::string, Found> known_labs_;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IMPORT_BULLETIN_H_
