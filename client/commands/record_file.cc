#include "client/commands/record_file.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "client/commands/items.h"
#include "client/words.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using google::protobuf::Message;

// The column of an imported check, with the need that it has here.
ImportColumn OfCheck(std::string_view field, ColumnNeed need) {
  const rules::ImportColumns columns = rules::CheckColumns();
  ImportColumn column = columns[rules::IndexOf(columns, field)];
  column.need = need;
  return column;
}

std::vector<ImportColumn> MakeColumns() {
  constexpr ColumnNeed kMay = ColumnNeed::kOptional;
  constexpr ColumnNeed kMust = ColumnNeed::kRequired;
  return {OfCheck("usci", kMust),
          {"line_id", "产品编号", "line", kMay},
          OfCheck("product_name", kMay),
          OfCheck("standard", kMay),
          OfCheck("trademark", kMay),
          OfCheck("model", kMay),
          OfCheck("sampled", kMust),
          OfCheck("verdict", kMust),
          OfCheck("severity", kMay),
          OfCheck("report_no", kMust),
          {"explanation", "说明", "explanation", kMay}};
}

std::string Key(const std::string& report) {
  return std::string(TrimWhiteSpace(report));
}

// The items of the second table, and which reports have taken theirs.
class ItemsOfFile {
 public:
  static absl::StatusOr<ItemsOfFile> Open(const std::string& path) {
    ItemsOfFile items;
    if (path.empty()) return items;
    ASSIGN_OR_RETURN(const auto read, ReadItemsByReport(path));
    for (const auto& [report, of_report] : read) {
      items.items_[Key(report)] = of_report;
    }
    return items;
  }
  void Fill(v1::ResultRow& row) {
    const auto found = items_.find(Key(row.report_no()));
    if (found == items_.end()) return;
    for (const v1::TestItem& item : found->second) *row.add_items() = item;
    taken_.insert(found->first);
  }
  // Says how many reports have items and no row.
  void SayLeft(const Environment& environment) const {
    if (taken_.size() == items_.size()) return;
    const std::string count = std::to_string(items_.size() - taken_.size());
    environment.Say(Localized{
        "注意：" + count + " 份报告的检验项目在结果表中没有对应的行，没有录入",
        "note: the items of " + count +
            " reports have no row among the results and were not recorded"});
  }

 private:
  std::map<std::string, Items> items_;
  std::set<std::string> taken_;
};

}  // namespace

const ImportTable& ResultTable() {
  static const std::vector<ImportColumn> kColumns = MakeColumns();
  static const ImportTable kTable = {kColumns, RowKey::kNone};
  return kTable;
}

absl::StatusOr<ExitCode> RecordFile(const Environment& environment,
                                    const RecordedFile& in) {
  ASSIGN_OR_RETURN(ItemsOfFile items, ItemsOfFile::Open(in.items));
  const ImportMethod method = {
      &v1::RecordResultsRequest::default_instance(),
      &v1::ImportResultsResponse::default_instance(),
      [&](const Session& session, const Message& rows,
          Message& response) -> absl::Status {
        v1::RecordResultsRequest request;
        request.CopyFrom(rows);
        request.set_task(TaskName(in.task));
        for (v1::ResultRow& row : *request.mutable_rows()) items.Fill(row);
        auto answer =
            session.Call(&v1::CreditService::Stub::RecordResults, request);
        if (!answer.ok()) return answer.status();
        response.CopyFrom(*answer);
        return absl::OkStatus();
      }};
  ASSIGN_OR_RETURN(const ExitCode code,
                   ImportFile(environment, in.job, ResultTable(), method));
  items.SayLeft(environment);
  return code;
}

}  // namespace spotcheck::client
