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

template <>
struct Shape<rules::Authority> {
  using R = rules::Authority;
  static constexpr auto kMembers =
      std::tuple(Member{"authority", &R::name}, Member{"level", &R::level},
                 Member{"authority_region", &R::region});
};
template <>
struct Shape<EnterpriseRecord> {
  using R = EnterpriseRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"usci", &R::usci}, Member{"name", &R::name},
      Member{"registered_on", &R::registered_on}, Member{"kind", &R::kind},
      Member{"scope", &R::scope}, Member{"province", &R::province},
      Member{"city", &R::city}, Member{"address", &R::address},
      Member{"state", &R::state}, Member{"deregistered", &R::deregistered},
      Added{"industry", &R::industry}, Added{"postcode", &R::postcode});
};
template <>
struct Shape<ProductRecord> {
  using R = ProductRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"usci", &R::usci}, Member{"line_id", &R::line},
      Member{"product_name", &R::product_name},
      Member{"category", &R::category}, Member{"standard", &R::standard},
      Member{"trademark", &R::trademark}, Member{"model", &R::model},
      Member{"gtin", &R::gtin});
};
template <>
struct Shape<LabRecord> {
  using R = LabRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"lab_id", &R::lab}, Member{"name", &R::name},
      Member{"accreditation", &R::accreditation},
      Member{"categories", &R::categories}, Member{"capacity", &R::capacity},
      Member{"conflicts", &R::conflicts}, Member{"state", &R::state},
      Member{"active", &R::active});
};
template <>
struct Shape<InspectorRecord> {
  using R = InspectorRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"inspector", &R::inspector}, Member{"name", &R::person_name},
      Member{"organisation", &R::organisation}, Member{"region", &R::region},
      Member{"capacity", &R::capacity}, Member{"recusals", &R::recusals},
      Member{"state", &R::state}, Member{"active", &R::active});
};
template <>
struct Shape<TestItem> {
  using R = TestItem;
  static constexpr auto kMembers = std::tuple(
      Member{"item", &R::item}, Member{"requirement", &R::requirement},
      Member{"measured", &R::measured}, Member{"verdict", &R::verdict});
};
template <>
struct Shape<CheckRecord> {
  using R = CheckRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"usci", &R::usci}, Member{"check_id", &R::check},
      Member{"line_id", &R::line}, Member{"product_name", &R::product_name},
      Member{"standard", &R::standard}, Member{"trademark", &R::trademark},
      Member{"model", &R::model}, Spread{&R::authority},
      Member{"sampled", &R::sampled}, Member{"verdict", &R::verdict},
      Member{"severity", &R::severity}, Member{"report_no", &R::report_no},
      Member{"lab_id", &R::lab}, Member{"task", &R::task},
      Member{"purpose", &R::purpose}, Member{"items", &R::items});
};
template <>
struct Shape<ListEntryRecord> {
  using R = ListEntryRecord;
  static constexpr auto kMembers = std::tuple(
      Member{"entry_id", &R::entry_id}, Member{"usci", &R::usci},
      Member{"list", &R::list}, Member{"rule", &R::rule},
      Member{"reason_zh", &R::reason_zh}, Member{"reason_en", &R::reason_en},
      Member{"checks", &R::checks});
};

template <>
struct Shape<EnterprisesImported> {
  static constexpr auto kMembers =
      std::tuple(Member{"rows", &EnterprisesImported::rows});
};
template <>
struct Shape<ProductsImported> {
  static constexpr auto kMembers =
      std::tuple(Member{"rows", &ProductsImported::rows});
};
template <>
struct Shape<LabsImported> {
  static constexpr auto kMembers =
      std::tuple(Member{"rows", &LabsImported::rows});
};
template <>
struct Shape<InspectorsImported> {
  static constexpr auto kMembers = std::tuple();
};
template <>
struct Shape<ChecksImported> {
  using R = ChecksImported;
  static constexpr auto kMembers =
      std::tuple(Member{"new_lines", &R::new_lines}, Member{"rows", &R::rows});
};
template <>
struct Shape<RulesLoaded> {
  using R = RulesLoaded;
  static constexpr auto kMembers =
      std::tuple(Member{"file", &R::file}, Member{"content", &R::content});
};
template <>
struct Shape<GrantAdded> {
  using R = GrantAdded;
  static constexpr auto kMembers =
      std::tuple(Member{"grant_id", &R::grant_id},
                 Member{"certificate", &R::certificate}, Spread{&R::authority});
};
template <>
struct Shape<GrantWithdrawn> {
  using R = GrantWithdrawn;
  static constexpr auto kMembers = std::tuple(Member{"grant_id", &R::grant_id},
                                              Member{"reason", &R::reason});
};
template <>
struct Shape<TaskCreated> {
  using R = TaskCreated;
  static constexpr auto kMembers =
      std::tuple(Member{"task", &R::task}, Spread{&R::authority},
                 Member{"suite", &R::suite});
};
template <>
struct Shape<WitnessRegistered> {
  using R = WitnessRegistered;
  static constexpr auto kMembers = std::tuple(
      Member{"name", &R::name}, Member{"organisation", &R::organisation},
      Member{"key", &R::key});
};
template <>
struct Shape<CommittedWitness> {
  using R = CommittedWitness;
  static constexpr auto kMembers =
      std::tuple(Member{"name", &R::name}, Member{"key", &R::key},
                 Member{"commitment", &R::commitment});
};
template <>
struct Shape<DrawCommitted> {
  using R = DrawCommitted;
  static constexpr auto kMembers = std::tuple(
      Member{"task", &R::task}, Member{"attempt", &R::attempt},
      Member{"previous", &R::previous}, Member{"commitment", &R::commitment},
      Spread{&R::authority}, Member{"sequence", &R::sequence},
      Member{"deadline", &R::deadline}, Member{"suite", &R::suite},
      Member{"beacon_spec", &R::beacon_spec},
      Member{"witnesses", &R::witnesses});
};
template <>
struct Shape<DrawRevealed> {
  using R = DrawRevealed;
  static constexpr auto kMembers = std::tuple(
      Member{"task", &R::task}, Member{"attempt", &R::attempt},
      Member{"position", &R::position}, Member{"name", &R::name},
      Member{"key", &R::key}, Member{"contribution", &R::contribution},
      Member{"signature", &R::signature});
};
template <>
struct Shape<BeaconProvided> {
  using R = BeaconProvided;
  static constexpr auto kMembers = std::tuple(
      Member{"task", &R::task}, Member{"attempt", &R::attempt},
      Member{"value", &R::value}, Member{"signature", &R::signature});
};
template <>
struct Shape<DrawRun> {
  using R = DrawRun;
  static constexpr auto kMembers =
      std::tuple(Member{"task", &R::task}, Member{"attempt", &R::attempt},
                 Member{"commitment", &R::commitment},
                 Member{"result_root", &R::result_root},
                 Member{"transcript", &R::transcript},
                 Member{"hold_until", &R::hold_until});
};
template <>
struct Shape<ApprovalRequested> {
  using R = ApprovalRequested;
  static constexpr auto kMembers = std::tuple(
      Member{"approval_id", &R::approval_id}, Member{"kind", &R::kind},
      Member{"task", &R::task}, Member{"attempt", &R::attempt},
      Member{"unit_tag", &R::unit_tag}, Member{"reason", &R::reason});
};
template <>
struct Shape<ApprovalGranted> {
  using R = ApprovalGranted;
  static constexpr auto kMembers = std::tuple(
      Member{"approval_id", &R::approval_id}, Member{"kind", &R::kind},
      Member{"task", &R::task}, Member{"attempt", &R::attempt},
      Member{"unit_tag", &R::unit_tag});
};
template <>
struct Shape<DrawFailed> {
  using R = DrawFailed;
  static constexpr auto kMembers =
      std::tuple(Member{"task", &R::task}, Member{"attempt", &R::attempt},
                 Member{"missing", &R::missing});
};
template <>
struct Shape<DrawOpened> {
  using R = DrawOpened;
  static constexpr auto kMembers =
      std::tuple(Member{"task", &R::task}, Member{"attempt", &R::attempt});
};
template <>
struct Shape<HoldsExpired> {
  using R = HoldsExpired;
  static constexpr auto kMembers =
      std::tuple(Member{"task", &R::task}, Member{"attempt", &R::attempt},
                 Member{"day", &R::day});
};
template <>
struct Shape<ResultRecorded> {
  static constexpr auto kMembers = std::tuple(Spread{&ResultRecorded::check});
};
template <>
struct Shape<ListProposed> {
  static constexpr auto kMembers = std::tuple(Spread{&ListProposed::entry});
};
template <>
struct Shape<ListChanged> {
  using R = ListChanged;
  static constexpr auto kMembers =
      std::tuple(Member{"entry_id", &R::entry_id}, Member{"state", &R::state},
                 Member{"reason", &R::reason});
};

// The records from here on are sealed: payloads, and cells of tables.
template <>
struct Shape<rules::Plan> {
  using R = rules::Plan;
  static constexpr auto kMembers = std::tuple(
      Member{"authority", &R::authority}, Member{"level", &R::level},
      Member{"region", &R::region}, Member{"purpose", &R::purpose},
      Member{"categories", &R::categories}, Member{"policies", &R::policies},
      Member{"as_of", &R::as_of}, Member{"sample_size", &R::sample_size},
      Member{"lines_per_enterprise", &R::lines_per_enterprise},
      Member{"inspectors_per_enterprise", &R::inspectors_per_enterprise},
      Member{"weights", &R::weights}, Member{"deadline", &R::deadline});
};
template <>
struct Shape<TaskPlan> {
  using R = TaskPlan;
  static constexpr auto kMembers =
      std::tuple(Member{"plan", &R::plan}, Member{"basis", &R::basis},
                 Member{"replaced", &R::replaced});
};
template <>
struct Shape<rules::SelectedLine> {
  using R = rules::SelectedLine;
  static constexpr auto kMembers =
      std::tuple(Member{"line_id", &R::line}, Member{"lab_id", &R::lab});
};
template <>
struct Shape<rules::SelectedEnterprise> {
  using R = rules::SelectedEnterprise;
  static constexpr auto kMembers = std::tuple(
      Member{"rank", &R::rank}, Member{"usci", &R::usci},
      Member{"stratum", &R::stratum}, Member{"ticket", &R::ticket},
      Member{"lines", &R::lines}, Member{"inspectors", &R::inspectors});
};
template <>
struct Shape<UnitRequest> {
  using R = UnitRequest;
  static constexpr auto kMembers = std::tuple(
      Member{"usci", &R::usci}, Member{"reason_code", &R::reason_code},
      Member{"evidence", &R::evidence}, Member{"note", &R::note});
};

}  // namespace spotcheck::store::codec

#endif  // SPOTCHECK_LIB_STORE_EVENTS_SHAPES_H_
