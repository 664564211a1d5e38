#include "lib/app/draw/witnesses.h"

#include <set>
#include <string>
#include <utility>

#include "lib/app/draw/errors.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/product_key.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {
namespace {

std::string Folded(const std::string& name) {
  return rules::NormaliseName(name).value_or(name);
}

absl::StatusOr<store::StoredWitness> FindBound(
    const store::View& view, const NextAttempt& next,
    const WitnessCommitment& witness) {
  ASSIGN_OR_RETURN(auto registered, store::FindWitness(view, witness.key));
  if (!registered.has_value()) {
    return draw_errors::WitnessNotRegistered(witness.key);
  }
  if (registered->name != witness.name) {
    return draw_errors::WitnessNameDiffers(witness.name, registered->name);
  }
  if (witness.attempt != next.attempt ||
      witness.previous != next.previous.ToHex()) {
    return draw_errors::WitnessBoundElsewhere(witness.name, next.attempt);
  }
  RETURN_IF_ERROR(DigestFromHex(witness.commitment).status());
  return *std::move(registered);
}

// One person is one name at one body, whichever key is used.
using Person = std::pair<std::string, std::string>;
Person PersonOf(const store::StoredWitness& witness) {
  return {Folded(witness.name), Folded(witness.organisation)};
}

// The witnesses who did not reveal in the authority's attempt before this one.
absl::StatusOr<std::set<Person>> Defaulters(const store::View& view,
                                            const rules::Authority& authority) {
  std::set<Person> people;
  ASSIGN_OR_RETURN(const auto chain, store::LastOfChain(view, authority));
  if (!chain.has_value()) return people;
  for (const std::string& key : chain->missing) {
    ASSIGN_OR_RETURN(const auto witness, store::FindWitness(view, key));
    if (witness.has_value()) people.insert(PersonOf(*witness));
  }
  return people;
}

}  // namespace

absl::Status CheckWitnessSet(const store::View& view,
                             const WitnessedAttempt& attempt,
                             const std::vector<WitnessCommitment>& witnesses) {
  if (witnesses.empty()) return draw_errors::WitnessMissing();
  ASSIGN_OR_RETURN(const std::set<Person> defaulters,
                   Defaulters(view, attempt.authority));
  std::set<std::string> names;
  std::set<std::string> keys;
  bool outside = false;
  for (const WitnessCommitment& witness : witnesses) {
    ASSIGN_OR_RETURN(const store::StoredWitness registered,
                     FindBound(view, attempt.next, witness));
    if (!names.insert(Folded(witness.name)).second ||
        !keys.insert(witness.key).second) {
      return draw_errors::WitnessRepeated(witness.name);
    }
    if (defaulters.contains(PersonOf(registered))) {
      return draw_errors::WitnessDefaulted(witness.name);
    }
    outside |=
        Folded(registered.organisation) != Folded(attempt.authority.name);
  }
  if (!outside) return draw_errors::NoOutsideWitness(attempt.authority.name);
  return absl::OkStatus();
}

}  // namespace spotcheck::app
