#ifndef SPOTCHECK_LIB_STORE_EVENTS_SHAPES_H_
#define SPOTCHECK_LIB_STORE_EVENTS_SHAPES_H_

// Every record and event lists its members here, in the order in which they are
// stored. Journals exist in this form, so a member is never renamed, moved or
// removed, and never changes its type; a fact that has to be told in another
// way becomes a new event type.
//
// A record gains a field as an Added member: give the struct the member without
// a default of its own, write Added{"name", &R::member} where it shall stand
// (anywhere; at the end unless it belongs to a neighbour), list it in
// lib/store/README.md under "Leaves", set it in tests/store/samples.cc, and
// freeze a journal that holds it (tests/testdata/frozen_journal/README.md).
// Once released it stays Added, and keeps its name and its place like any other
// member.

#include <tuple>

#include "lib/store/events/codec.h"
#include "lib/store/events/events.h"
#include "lib/store/events/records.h"
#include "lib/store/events/text_forms.h"

namespace spotcheck::store::codec {

// FIELD(x) is the member "x" that the field x is written as.
#define FIELD(name) \
  Member { #name, &R::name }

SPOTCHECK_SHAPE(rules::Authority, Member{"authority", &R::name}, FIELD(level),
                Member{"authority_region", &R::region});
SPOTCHECK_SHAPE(EnterpriseRecord, FIELD(usci), FIELD(name),
                FIELD(registered_on), FIELD(kind), FIELD(scope),
                FIELD(province), FIELD(city), FIELD(address), FIELD(state),
                FIELD(deregistered), Added{"industry", &R::industry},
                Added{"postcode", &R::postcode});
SPOTCHECK_SHAPE(ProductRecord, FIELD(usci), Member{"line_id", &R::line},
                FIELD(product_name), FIELD(category), FIELD(standard),
                FIELD(trademark), FIELD(model), FIELD(gtin));
SPOTCHECK_SHAPE(LabRecord, Member{"lab_id", &R::lab}, FIELD(name),
                FIELD(accreditation), FIELD(categories), FIELD(capacity),
                FIELD(conflicts), FIELD(state), FIELD(active));
SPOTCHECK_SHAPE(InspectorRecord, FIELD(inspector),
                Member{"name", &R::person_name}, FIELD(organisation),
                FIELD(region), FIELD(capacity), FIELD(recusals), FIELD(state),
                FIELD(active));
SPOTCHECK_SHAPE(TestItem, FIELD(item), FIELD(requirement), FIELD(measured),
                FIELD(verdict));
SPOTCHECK_SHAPE(CheckRecord, FIELD(usci), Member{"check_id", &R::check},
                Member{"line_id", &R::line}, FIELD(product_name),
                FIELD(standard), FIELD(trademark), FIELD(model),
                Spread{&R::authority}, FIELD(sampled), FIELD(verdict),
                FIELD(severity), FIELD(report_no), Member{"lab_id", &R::lab},
                FIELD(task), FIELD(purpose), FIELD(items),
                Added{"explanation", &R::explanation});
SPOTCHECK_SHAPE(ListEntryRecord, FIELD(entry_id), FIELD(usci), FIELD(list),
                FIELD(rule), FIELD(reason_zh), FIELD(reason_en), FIELD(checks));

SPOTCHECK_SHAPE(EnterprisesImported, FIELD(rows));
SPOTCHECK_SHAPE(ProductsImported, FIELD(rows));
SPOTCHECK_SHAPE(LabsImported, FIELD(rows));
SPOTCHECK_SHAPE(InspectorsImported, );
SPOTCHECK_SHAPE(ChecksImported, FIELD(new_lines), FIELD(rows));
SPOTCHECK_SHAPE(RulesLoaded, FIELD(file), FIELD(content));
SPOTCHECK_SHAPE(GrantAdded, FIELD(grant_id), FIELD(certificate),
                Spread{&R::authority});
SPOTCHECK_SHAPE(GrantWithdrawn, FIELD(grant_id), FIELD(reason));
SPOTCHECK_SHAPE(TaskCreated, FIELD(task), Spread{&R::authority}, FIELD(suite));
SPOTCHECK_SHAPE(TaskChanged, FIELD(task), Spread{&R::authority}, FIELD(suite));
SPOTCHECK_SHAPE(TaskWithdrawn, FIELD(task), FIELD(reason));
SPOTCHECK_SHAPE(WitnessRegistered, FIELD(name), FIELD(organisation),
                FIELD(key));
SPOTCHECK_SHAPE(CommittedWitness, FIELD(name), FIELD(key), FIELD(commitment));
SPOTCHECK_SHAPE(DrawCommitted, FIELD(task), FIELD(attempt), FIELD(previous),
                FIELD(commitment), Spread{&R::authority}, FIELD(sequence),
                FIELD(deadline), FIELD(suite), FIELD(beacon_spec),
                FIELD(witnesses));
SPOTCHECK_SHAPE(DrawRevealed, FIELD(task), FIELD(attempt), FIELD(position),
                FIELD(name), FIELD(key), FIELD(contribution), FIELD(signature));
SPOTCHECK_SHAPE(BeaconProvided, FIELD(task), FIELD(attempt), FIELD(value),
                FIELD(signature));
SPOTCHECK_SHAPE(DrawRun, FIELD(task), FIELD(attempt), FIELD(commitment),
                FIELD(result_root), FIELD(transcript), FIELD(hold_until));
SPOTCHECK_SHAPE(ApprovalRequested, FIELD(approval_id), FIELD(kind), FIELD(task),
                FIELD(attempt), FIELD(unit_tag), FIELD(reason));
SPOTCHECK_SHAPE(ApprovalGranted, FIELD(approval_id), FIELD(kind), FIELD(task),
                FIELD(attempt), FIELD(unit_tag));
SPOTCHECK_SHAPE(DrawFailed, FIELD(task), FIELD(attempt), FIELD(missing));
SPOTCHECK_SHAPE(DrawOpened, FIELD(task), FIELD(attempt));
SPOTCHECK_SHAPE(HoldsExpired, FIELD(task), FIELD(attempt), FIELD(day));
SPOTCHECK_SHAPE(ResultRecorded, Spread{&R::check});
SPOTCHECK_SHAPE(ListProposed, Spread{&R::entry}, Added{"day", &R::day});
SPOTCHECK_SHAPE(ListChanged, FIELD(entry_id), FIELD(state), FIELD(reason),
                Added{"day", &R::day}, Added{"change_id", &R::change_id});
SPOTCHECK_SHAPE(CheckChangeRequested, FIELD(change_id), FIELD(kind),
                FIELD(usci), Member{"check_id", &R::check}, FIELD(reason),
                FIELD(basis), Added{"replacement", &R::replacement});
SPOTCHECK_SHAPE(CheckSuperseded, FIELD(change_id), FIELD(kind), FIELD(usci),
                Member{"check_id", &R::check}, FIELD(reason), FIELD(basis),
                FIELD(requested_by), FIELD(new_lines),
                Added{"replacement", &R::replacement});
SPOTCHECK_SHAPE(DayTurned, FIELD(day));
SPOTCHECK_SHAPE(ClockAccepted, FIELD(clock), FIELD(reason));

// The records from here on are sealed: payloads, and cells of tables.
SPOTCHECK_SHAPE(rules::Plan, FIELD(authority), FIELD(level), FIELD(region),
                FIELD(purpose), FIELD(categories), FIELD(policies),
                FIELD(as_of), FIELD(sample_size), FIELD(lines_per_enterprise),
                FIELD(inspectors_per_enterprise), FIELD(weights),
                FIELD(deadline));
SPOTCHECK_SHAPE(TaskPlan, FIELD(plan), FIELD(basis), FIELD(replaced));
SPOTCHECK_SHAPE(rules::SelectedLine, Member{"line_id", &R::line},
                Member{"lab_id", &R::lab});
SPOTCHECK_SHAPE(rules::SelectedEnterprise, FIELD(rank), FIELD(usci),
                FIELD(stratum), FIELD(ticket), FIELD(lines), FIELD(inspectors));
SPOTCHECK_SHAPE(UnitRequest, FIELD(usci), FIELD(reason_code), FIELD(evidence),
                FIELD(note));

#undef FIELD

}  // namespace spotcheck::store::codec

#endif  // SPOTCHECK_LIB_STORE_EVENTS_SHAPES_H_
