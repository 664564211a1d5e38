#include "client/io/codes.h"

#include <google/protobuf/descriptor.h>

#include <memory>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "client/io/message_text.h"
#include "gtest/gtest.h"
#include "spotcheck/v1/common.pb.h"
#include "spotcheck/v1/config.pb.h"
#include "spotcheck/v1/credit.pb.h"
#include "spotcheck/v1/draw.pb.h"
#include "spotcheck/v1/journal.pb.h"
#include "spotcheck/v1/register.pb.h"

namespace spotcheck::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;

std::vector<const FileDescriptor*> Files() {
  return {v1::Task::descriptor()->file(),
          v1::ListEntry::descriptor()->file(),
          v1::Enterprise::descriptor()->file(),
          v1::RuleBook::descriptor()->file(),
          v1::LocalizedText::descriptor()->file(),
          v1::Checkpoint::descriptor()->file()};
}

// SHA256 and SM3 are names in both languages.
bool HasCode(std::string text) {
  text = std::regex_replace(text, std::regex("SHA256|SM3"), "");
  return std::regex_search(text, std::regex("[A-Z_]{3,}"));
}

std::unique_ptr<Message> Empty(const Descriptor& type) {
  return std::unique_ptr<Message>(
      MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

TEST(CodesTest, EveryEnumeratorOfEveryMessageIsChineseInAChineseTable) {
  int seen = 0;
  for (const FileDescriptor* file : Files()) {
    for (int m = 0; m < file->message_type_count(); ++m) {
      const Descriptor& type = *file->message_type(m);
      for (int f = 0; f < type.field_count(); ++f) {
        const FieldDescriptor& field = *type.field(f);
        if (field.enum_type() == nullptr) continue;
        const EnumDescriptor& list = *field.enum_type();
        for (int v = 1; v < list.value_count(); ++v) {
          const auto message = Empty(type);
          if (field.is_repeated()) {
            message->GetReflection()->AddEnum(message.get(), &field,
                                              list.value(v));
          } else {
            message->GetReflection()->SetEnum(message.get(), &field,
                                              list.value(v));
          }
          const std::string text =
              FieldText({message.get()}, field.name(), Language::kZh);
          EXPECT_FALSE(text.empty()) << list.value(v)->name();
          EXPECT_FALSE(HasCode(text)) << list.value(v)->name() << ": " << text;
          ++seen;
        }
      }
    }
  }
  EXPECT_GT(seen, 30);
}

// The codes that the comments of the protos name.
TEST(CodesTest, EveryCodeInATextFieldIsTheWordOfTheLanguage) {
  const struct {
    const Descriptor* type;
    const char* field;
    std::vector<const char*> codes;
  } kCases[] = {
      {v1::Consequence::descriptor(),
       "kind",
       {"PROTECTED", "NOT_PROTECTED", "FAILURE", "GRADE", "LIST_PROPOSED",
        "HOLD_RELEASED"}},
      {v1::Consequence::descriptor(),
       "value",
       {"SERIOUS", "GENERAL", "QUALITY_BLACKLIST"}},
      {v1::CreditEvent::descriptor(),
       "kind",
       {"REGISTRATION", "PRODUCT", "CHECK", "LIST"}},
      {v1::GradeReason::descriptor(),
       "rule",
       {"POINTS_PASS", "POINTS_GENERAL_FAILURE", "POINTS_SERIOUS_FAILURE",
        "POINTS_FAILED_RE_CHECK", "GATE_LISTED"}},
      {v1::ListEntry::descriptor(), "list", {"QUALITY_BLACKLIST"}},
      {v1::ListEntry::descriptor(),
       "state",
       {"PROPOSED", "LISTED", "DISMISSED", "REMOVED", "REVOKED"}},
      {v1::LineExclusion::descriptor(),
       "code",
       {"SIX_MONTHS", "SUPERIOR_CHECK", "RESERVED", "NO_LAB"}},
      {v1::Draw::descriptor(),
       "state",
       {"COMMITTED", "RUN", "OPENED", "VOID", "FAILED"}},
      {v1::AttemptSummary::descriptor(),
       "state",
       {"COMMITTED", "RUN", "OPENED", "VOID", "FAILED"}},
      {v1::RevealReceipt::descriptor(), "state", {"COMMITTED", "RUN"}},
      {v1::ApproveDrawResponse::descriptor(), "state", {"RUN", "VOID"}},
      {v1::SelectedLine::descriptor(),
       "state",
       {"OPEN", "RESULT", "WITHDRAWN", "EXPIRED"}},
      {v1::Bottleneck::descriptor(), "kind", {"LABS", "INSPECTORS"}},
      {v1::PendingApproval::descriptor(),
       "kind",
       {"VOID", "WITHDRAWAL", "CLOSE_DUE"}},
      {v1::PendingApproval::descriptor(),
       "reason",
       {"INSUFFICIENT_STOCK; 说明", "CLOSED; 停产; ab12"}},
      {v1::ExplainedLine::descriptor(),
       "status",
       {"ELIGIBLE", "EXCLUDED:SIX_MONTHS:12", "EXCLUDED:NO_LAB"}},
      {v1::UnitExplanation::descriptor(),
       "status",
       {"EXCLUDED:WITHDRAWN:12", "EXCLUDED:DEREGISTERED",
        "EXCLUDED:ALREADY_SELECTED", "EXCLUDED:OTHER_STRATUM",
        "EXCLUDED:NO_ELIGIBLE_LINE"}},
      {v1::ExplainedBar::descriptor(), "kind", {"LAB", "INSPECTOR"}},
      {v1::ExplainedBar::descriptor(),
       "reason",
       {"CONFLICT", "LAST_LAB", "RECUSAL"}},
      {v1::DrawCounts::descriptor(),
       "kind",
       {"AUTHORITY", "OPERATOR", "WITNESS"}},
  };
  for (const auto& c : kCases) {
    const FieldDescriptor* field = c.type->FindFieldByName(c.field);
    ASSERT_NE(field, nullptr) << c.type->full_name() << "." << c.field;
    for (const char* code : c.codes) {
      const auto message = Empty(*c.type);
      message->GetReflection()->SetString(message.get(), field, code);
      const Lineage row = {message.get()};
      for (const Language language : {Language::kZh, Language::kEn}) {
        const std::string text = FieldText(row, c.field, language);
        EXPECT_FALSE(HasCode(text)) << c.type->full_name() << " " << text;
        EXPECT_FALSE(text.empty());
      }
      EXPECT_EQ(FieldText(row, c.field, {Language::kZh, Codes::kKept}), code);
    }
  }
}

TEST(CodesTest, CountsByCodeNameTheReason) {
  v1::StratumPreview stratum;
  (*stratum.mutable_excluded())["DEREGISTERED"] = 2;
  EXPECT_EQ(FieldText({&stratum}, "excluded", Language::kZh), "已注销或吊销=2");
  v1::TaskPreview preview;
  (*preview.mutable_lines_excluded())["SIX_MONTHS"] = 3;
  EXPECT_EQ(FieldText({&preview}, "lines_excluded", Language::kEn),
            "checked within six months=3");
}

TEST(CodesTest, AnUnknownCodeIsShownAsItIs) {
  v1::ListEntry entry;
  entry.set_list("LOCAL_LIST");
  EXPECT_EQ(FieldText({&entry}, "list", Language::kZh), "LOCAL_LIST");
}

TEST(TextInWordsTest, PeopleReadTimesInBeijingProgramsInUtc) {
  v1::Draw draw;
  draw.set_deadline("2026-11-28T17:30:05Z");
  const Lineage row = {&draw};
  EXPECT_EQ(FieldText(row, "deadline", Language::kZh),
            "北京时间 2026-11-29 01:30:05");
  EXPECT_EQ(FieldText(row, "deadline", Language::kEn),
            "2026-11-29 01:30:05 Beijing time");
  EXPECT_EQ(FieldText(row, "deadline", {Language::kZh, Codes::kKept}),
            "2026-11-28T17:30:05Z");
}

}  // namespace
}  // namespace spotcheck::client
