#include "server/convert/register.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "server/convert/fill_proto.h"
#include "server/convert/journal.h"
#include "tests/server/every_field.h"

namespace spotcheck::server {
namespace {

using ::spotcheck::testing::StatusReasonIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Usci SomeUsci() { return Usci::Parse("91350100M000100Y43").value(); }

Region SomeRegion() { return Region::Parse("6401").value(); }

app::EnterpriseAnswer FullEnterprise() {
  app::EnterpriseAnswer answer;
  answer.enterprise.record = {SomeUsci(), "name", "2017-01-01", "kind",
                              "scope",    "prov", "city",       "address",
                              "注销",     true,   "industry",   "750400"};
  answer.enterprise.leaf_index = 7;
  answer.warnings = {{"疑", "doubt"}};
  return answer;
}

app::ProductAnswer FullProduct() {
  app::ProductAnswer answer;
  answer.product.record = {SomeUsci(), LineId("L1"), "name",  "category",
                           "standard", "trademark",  "model", "gtin"};
  answer.product.leaf_index = 7;
  return answer;
}

store::StoredLab FullLab() {
  return {{LabId("91350100M000100Y43"),
           "name",
           "CMA",
           {"c"},
           5,
           {SomeUsci()},
           "正常",
           1},
          7};
}

store::StoredInspector FullInspector() {
  return {
      {InspectorId("X1"), "person", "org", "64", 5, {SomeUsci()}, "在岗", 1},
      7};
}

TEST(ConvertRegister, LeavesNoFieldOfAnyResponseUnset) {
  EXPECT_THAT(UnsetFields(ToProto(app::Page<store::StoredGrant>{
                  {{"G1",
                    "wang",
                    {"A", rules::Level::kCity, SomeRegion()},
                    "admin",
                    "2026-06-01T00:00:00.000000Z",
                    7}},
                  "next"})),
              IsEmpty());
  const app::ImportAnswer import{9,
                                 1,
                                 2,
                                 3,
                                 {{4, {"REASON", {"中", "en"}, {}}}},
                                 7,
                                 {{"usci", 1}},
                                 {{"迁出", 1}},
                                 {{"address", 1}}};
  EXPECT_THAT(UnsetFields(ToProto(import)), IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(app::Page<app::EnterpriseAnswer>{
                  {FullEnterprise()}, "next"})),
              IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(
                  app::Page<app::ProductAnswer>{{FullProduct()}, "next"})),
              IsEmpty());
  EXPECT_THAT(
      UnsetFields(ToProto(app::Page<store::StoredLab>{{FullLab()}, "next"})),
      IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(app::Page<store::StoredInspector>{
                  {FullInspector()}, "next"})),
              IsEmpty());
}

template <typename Record, typename Proto>
void ExpectEveryMemberHasAField() {
  const auto names = store::codec::MemberNames<Record>();
  const auto fields = FieldsOf<Record>(*Proto::descriptor());
  ASSERT_EQ(fields.size(), names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_NE(fields[i], nullptr)
        << Proto::descriptor()->name() << " has no field for " << names[i];
  }
}

TEST(ConvertRegister, EveryMemberOfARecordHasAField) {
  ExpectEveryMemberHasAField<store::EnterpriseRecord, v1::Enterprise>();
  ExpectEveryMemberHasAField<store::ProductRecord, v1::Product>();
  ExpectEveryMemberHasAField<store::LabRecord, v1::Lab>();
  ExpectEveryMemberHasAField<store::InspectorRecord, v1::Inspector>();
}

TEST(ConvertRegister, EachMemberGoesToItsOwnField) {
  const v1::Enterprise enterprise = ToProto(FullEnterprise());
  EXPECT_EQ(enterprise.usci(), "91350100M000100Y43");
  EXPECT_EQ(enterprise.enterprise_name(), "name");
  EXPECT_EQ(enterprise.registered_on(), "2017-01-01");
  EXPECT_EQ(enterprise.address(), "address");
  EXPECT_TRUE(enterprise.deregistered());
  const v1::Product product = ToProto(FullProduct());
  EXPECT_EQ(product.line_id(), "L1");
  EXPECT_EQ(product.gtin(), "gtin");
  const v1::Lab lab = ToProto(FullLab());
  EXPECT_EQ(lab.usci(), "91350100M000100Y43");
  EXPECT_EQ(lab.lab_name(), "name");
  EXPECT_EQ(lab.capacity(), 5);
  EXPECT_THAT(lab.categories(), ElementsAre("c"));
  EXPECT_THAT(lab.conflicts(), ElementsAre("91350100M000100Y43"));
  const v1::Inspector inspector = ToProto(FullInspector());
  EXPECT_EQ(inspector.inspector_id(), "X1");
  EXPECT_EQ(inspector.person_name(), "person");
  EXPECT_EQ(inspector.region(), "64");
}

TEST(ConvertRegister, NamesResources) {
  EXPECT_EQ(ToProto(FullEnterprise()).name(), "enterprises/91350100M000100Y43");
  EXPECT_EQ(ToProto(FullEnterprise()).region(), "350100");
  EXPECT_EQ(ToProto(FullProduct()).name(),
            "enterprises/91350100M000100Y43/lines/L1");
  EXPECT_EQ(ToProto(FullLab()).name(), "labs/91350100M000100Y43");
  EXPECT_EQ(ToProto(FullInspector()).name(), "inspectors/X1");
}

TEST(ConvertRegister, CarriesEveryColumnOfARow) {
  v1::ImportEnterprisesRequest request;
  v1::EnterpriseRow& row = *request.add_rows();
  row.set_row(3);
  row.set_superseded(true);
  row.set_usci("1");
  row.set_enterprise_name("2");
  row.set_registered_on("3");
  row.set_kind("4");
  row.set_scope("5");
  row.set_province("6");
  row.set_city("7");
  row.set_address("8");
  row.set_state("9");
  row.set_industry("10");
  row.set_postcode("11");
  ASSERT_THAT(UnsetFields(row), IsEmpty());
  ASSERT_OK_AND_ASSIGN(const auto rows, Parse(request));
  ASSERT_EQ(rows.size(), 1U);
  const app::EnterpriseRow& got = rows[0];
  EXPECT_EQ(got.place.row, 3);
  EXPECT_TRUE(got.place.superseded);
  EXPECT_THAT(
      (std::vector{got["usci"], got["enterprise_name"], got["registered_on"],
                   got["kind"], got["scope"], got["province"], got["city"],
                   got["address"], got["state"], got["industry"],
                   got["postcode"]}),
      ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
}

TEST(ConvertRegister, CarriesEveryColumnOfOtherRows) {
  v1::ImportProductsRequest products;
  *products.add_rows() = [] {
    v1::ProductRow row;
    row.set_row(3);
    row.set_superseded(true);
    row.set_usci("1");
    row.set_product_name("2");
    row.set_category("3");
    row.set_standard("4");
    row.set_trademark("5");
    row.set_model("6");
    row.set_gtin("7");
    return row;
  }();
  ASSERT_THAT(UnsetFields(products.rows(0)), IsEmpty());
  const app::ProductRow product = Parse(products).value().at(0);
  EXPECT_THAT(
      (std::vector{product["usci"], product["product_name"],
                   product["category"], product["standard"],
                   product["trademark"], product["model"], product["gtin"]}),
      ElementsAre("1", "2", "3", "4", "5", "6", "7"));

  v1::ImportLabsRequest labs;
  v1::LabRow& lab_row = *labs.add_rows();
  lab_row.set_row(3);
  lab_row.set_superseded(true);
  lab_row.set_usci("1");
  lab_row.set_lab_name("2");
  lab_row.set_accreditation("3");
  lab_row.set_categories("4");
  lab_row.set_capacity("5");
  lab_row.set_conflicts("6");
  lab_row.set_state("7");
  ASSERT_THAT(UnsetFields(lab_row), IsEmpty());
  const app::LabRow lab = Parse(labs).value().at(0);
  EXPECT_THAT((std::vector{lab["usci"], lab["lab_name"], lab["accreditation"],
                           lab["categories"], lab["capacity"], lab["conflicts"],
                           lab["state"]}),
              ElementsAre("1", "2", "3", "4", "5", "6", "7"));

  v1::ImportInspectorsRequest inspectors;
  v1::InspectorRow& one = *inspectors.add_rows();
  one.set_row(3);
  one.set_superseded(true);
  one.set_inspector_id("1");
  one.set_person_name("2");
  one.set_organisation("3");
  one.set_region("4");
  one.set_capacity("5");
  one.set_recusals("6");
  one.set_state("7");
  ASSERT_THAT(UnsetFields(one), IsEmpty());
  const app::InspectorRow inspector = Parse(inspectors).value().at(0);
  EXPECT_THAT((std::vector{inspector["inspector_id"], inspector["person_name"],
                           inspector["organisation"], inspector["region"],
                           inspector["capacity"], inspector["recusals"],
                           inspector["state"]}),
              ElementsAre("1", "2", "3", "4", "5", "6", "7"));
}

TEST(ConvertRegister, AFieldIsGivenWhereItIsNamedOrNotEmpty) {
  v1::ImportInspectorsRequest request;
  v1::InspectorRow& row = *request.add_rows();
  row.set_inspector_id("ZF1");
  row.set_state("在岗");
  const app::InspectorRow unnamed = Parse(request).value().at(0);
  EXPECT_TRUE(unnamed.Gives("inspector_id"));
  EXPECT_TRUE(unnamed.Gives("state"));
  EXPECT_FALSE(unnamed.Gives("recusals"));
  request.add_columns("recusals");
  const app::InspectorRow named = Parse(request).value().at(0);
  EXPECT_TRUE(named.Gives("recusals"));
  EXPECT_TRUE(named.Gives("state"));
  EXPECT_FALSE(named.Gives("region"));
}

TEST(ConvertRegister, TextsThatTellLinesApartAreGivenUnlessOthersAreNamed) {
  v1::ImportProductsRequest request;
  request.add_rows()->set_usci("1");
  const app::ProductRow whole = Parse(request).value().at(0);
  EXPECT_TRUE(whole.Gives("standard"));
  EXPECT_TRUE(whole.Gives("trademark"));
  EXPECT_TRUE(whole.Gives("model"));
  EXPECT_FALSE(whole.Gives("gtin"));
  request.add_columns("gtin");
  request.add_columns("model");
  const app::ProductRow part = Parse(request).value().at(0);
  EXPECT_FALSE(part.Gives("standard"));
  EXPECT_FALSE(part.Gives("trademark"));
  EXPECT_TRUE(part.Gives("model"));
  EXPECT_TRUE(part.Gives("gtin"));
}

TEST(ConvertRegister, AColumnThatNoRowHasIsRefused) {
  v1::ImportLabsRequest request;
  request.add_columns("recusals");
  const auto rows = Parse(request);
  ASSERT_FALSE(rows.ok());
  const ErrorInfo info = GetErrorInfo(rows.status());
  EXPECT_EQ(info.reason, "UNKNOWN_VALUE");
  EXPECT_THAT(info.message.en, ::testing::HasSubstr("conflicts"));
}

TEST(ConvertJournal, LeavesNoFieldOfAnyResponseUnset) {
  const Digest digest = Sha256("x");
  EXPECT_THAT(
      UnsetFields(ToProto(CheckpointAndKey{{"note", 5, digest}, {"vkey"}})),
      IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(
                  app::EventsPage{{{3, "type", "time", "leaf"}}, "next"})),
              IsEmpty());
  EXPECT_THAT(
      UnsetFields(ToProto(app::InclusionAnswer{1, 2, {digest}, digest})),
      IsEmpty());
  EXPECT_THAT(UnsetFields(ToProto(app::ConsistencyAnswer{1, 2, {digest}})),
              IsEmpty());
}

TEST(ConvertRegister, AGrantIsReadWithItsAuthority) {
  v1::AddGrantRequest request;
  request.mutable_grant()->set_certificate("wang");
  request.mutable_grant()->set_authority("A局");
  request.mutable_grant()->set_level(v1::LEVEL_CITY);
  request.mutable_grant()->set_region("640100");
  ASSERT_OK_AND_ASSIGN(const app::NewGrant grant, Parse(request));
  EXPECT_EQ(grant.certificate, "wang");
  EXPECT_EQ(grant.authority,
            (rules::Authority{"A局", rules::Level::kCity, SomeRegion()}));
  request.mutable_grant()->clear_level();
  EXPECT_THAT(Parse(request), StatusReasonIs("UNKNOWN_VALUE"));
  request.mutable_grant()->set_level(v1::LEVEL_CITY);
  for (const char* certificate : {"", "王芳", "a b", "../admin"}) {
    request.mutable_grant()->set_certificate(certificate);
    EXPECT_THAT(Parse(request), StatusReasonIs("INVALID_ID")) << certificate;
  }
}

TEST(ConvertRegister, AGrantIsWithdrawnByItsResourceName) {
  v1::WithdrawGrantRequest request;
  request.set_name("grants/G1");
  EXPECT_THAT(Parse(request), StatusReasonIs("FIELD_MISSING"));
  request.set_reason("已调离");
  ASSERT_OK_AND_ASSIGN(const app::GrantWithdrawal withdrawal, Parse(request));
  EXPECT_EQ(withdrawal.grant_id, "G1");
  for (const char* name : {"", "G1", "grants/", "grant/G1", "grants/a/b"}) {
    request.set_name(name);
    EXPECT_THAT(Parse(request), StatusReasonIs("INVALID_RESOURCE_NAME"))
        << name;
  }
}

}  // namespace
}  // namespace spotcheck::server
