#include "lib/app/register/typed_row.h"

#include <set>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/store/events/shapes.h"

namespace spotcheck::app {
namespace {

using ::testing::UnorderedElementsAreArray;
using Names = std::set<std::string>;

// Compares the fields of the columns with those of the Shape's members.
// `derived` are the members that no file contains.
template <typename Record>
void ExpectEachColumnHasItsMember(const Names& derived) {
  Names columns;
  for (const rules::ImportColumn& column : ColumnsOf<Record>()) {
    columns.emplace(column.field);
  }
  Names members;
  for (const std::string_view member : store::codec::MemberNames<Record>()) {
    const std::string field(FieldOf<Record>(member));
    if (!derived.contains(field)) members.insert(field);
  }
  EXPECT_THAT(columns, UnorderedElementsAreArray(members));
}

TEST(TypedRow, EachColumnHasItsMemberAndEachMemberItsColumn) {
  ExpectEachColumnHasItsMember<store::EnterpriseRecord>({"deregistered"});
  ExpectEachColumnHasItsMember<store::ProductRecord>({"line_id"});
  ExpectEachColumnHasItsMember<store::LabRecord>({"active"});
  ExpectEachColumnHasItsMember<store::InspectorRecord>({"active"});
}

TEST(TypedRow, ACellIsFoundByItsField) {
  EnterpriseRow row;
  row["city"] = "银川";
  EXPECT_EQ(row.cells.size(), rules::EnterpriseColumns().size());
  EXPECT_EQ(row.cells[rules::IndexOf(rules::EnterpriseColumns(), "city")],
            "银川");
}

}  // namespace
}  // namespace spotcheck::app
