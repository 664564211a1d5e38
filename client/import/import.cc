#include "client/import/import.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "client/import/keys.h"
#include "client/import/rejected.h"
#include "client/import/summary.h"
#include "client/import/table.h"
#include "client/io/errors.h"
#include "client/io/message_text.h"
#include "client/io/progress.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/register/day.h"

namespace spotcheck::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A server that restarts is back within seconds.
constexpr int kAttempts = 6;
constexpr absl::Duration kFirstPause = absl::Milliseconds(200);  // doubles

struct Batch {
  std::unique_ptr<Message> request;
  std::int64_t rows = 0;
  std::size_t bytes = 0;
  // Cells of the rows in the request, by line, for those the server refuses.
  std::map<std::int64_t, std::vector<std::string>> cells;
  std::vector<RejectedRow> refused;  // before sending
};

class Importer {
 public:
  Importer(const Environment& environment, const ImportTable& table,
           const ImportMethod& method, Session session)
      : environment_(environment),
        table_(table),
        method_(method),
        session_(std::move(session)),
        summary_(table, *method.response->GetDescriptor()) {}

  absl::Status Run(const std::string& path);
  Json Summary() const;
  std::int64_t refused() const;
  void SayRefusals() const;
  std::int64_t handled() const { return handled_; }

 private:
  void AddRow(const ImportReader& reader, const ImportRow& row,
              bool superseded);
  void SayEncoding(Encoding encoding) const;
  void SaySheet(const TableFile& file) const;
  void SayUnconfirmed(std::int64_t rows) const;
  void SayMissingColumns(const HeaderMap& map) const;
  void SayUnreadColumns(const ImportReader& reader);
  void CountUnread(const ImportReader& reader, const ImportRow& row);
  absl::Status Flush();
  absl::Status Send(Message& response) const;
  void TakeRefusals(const Message& response);
  absl::Status WriteRefusals();

  const Environment& environment_;
  const ImportTable& table_;
  const ImportMethod& method_;
  Session session_;
  v1::MutationOptions mutation_;
  std::unique_ptr<RejectedFile> rejected_;
  Batch batch_;
  std::int64_t batches_ = 0;
  std::int64_t handled_ = 0;
  ImportSummary summary_;
};

absl::Status Importer::Run(const std::string& path) {
  ASSIGN_OR_RETURN(mutation_, environment_.NewMutation());
  ASSIGN_OR_RETURN(const Encoding encoding, DetectEncoding(path));
  ASSIGN_OR_RETURN(ImportReader reader,
                   ImportReader::Open(path, table_, encoding));
  SayEncoding(encoding);
  SaySheet(reader.file());
  SayMissingColumns(reader.map());
  SayUnreadColumns(reader);
  std::vector<bool> superseded;
  if (table_.key != RowKey::kNone) {
    ASSIGN_OR_RETURN(superseded, FindSuperseded(path, table_, encoding));
  }
  rejected_ = std::make_unique<RejectedFile>(path, reader.header());
  ProgressBar progress(reader.file().bytes_total());
  for (std::size_t at = 0;; ++at) {
    ASSIGN_OR_RETURN(const ImportRow* row, reader.Next());
    if (row == nullptr) break;
    AddRow(reader, *row, at < superseded.size() && superseded[at]);
    if (batch_.rows >= kBatchRows || batch_.bytes >= kBatchBytes) {
      RETURN_IF_ERROR(Flush());
      progress.Show(reader.file().bytes_read());
    }
  }
  RETURN_IF_ERROR(Flush());
  progress.Show(reader.file().bytes_total());
  SayUnconfirmed(reader.unconfirmed());
  return rejected_->Finish();
}

// A guess, so it is said.
void Importer::SayEncoding(Encoding encoding) const {
  if (encoding == Encoding::kUtf8 || encoding == Encoding::kWorkbook) return;
  const std::string name =
      encoding == Encoding::kGb18030 ? "GB18030" : "UTF-16";
  environment_.Say(Localized{"注意：文件按 " + name + " 编码读取",
                             "note: the file is read as " + name});
}

void Importer::SaySheet(const TableFile& file) const {
  if (!file.is_sheet()) return;
  environment_.Say(Localized{"注意：读取工作表“" + file.sheet() + "”",
                             "note: the sheet " + file.sheet() + " is read"});
}

void Importer::SayUnconfirmed(std::int64_t rows) const {
  if (rows == 0) return;
  const std::string count = std::to_string(rows);
  environment_.Say(
      Localized{"注意：" + count + " 行未在“确认”列填“是”，没有导入",
                "note: " + count +
                    " rows are not confirmed with yes and were not imported"});
}

// Says what a column that the file does not have means for its rows.
Phrase WhatStands(RowKey key) {
  switch (key) {
    case RowKey::kNone:
      return {"按空白处理", "it is read as empty"};
    case RowKey::kProduct:
      return {"按其余各列查找唯一相符的产品，没有时按空白登记",
              "a row is of the one line that agrees in the other columns, or "
              "new and empty there"};
    case RowKey::kUsci:
    case RowKey::kInspector:
      return {"已登记的值保留不变", "what is registered stays as it is"};
  }
  return {};
}

void Importer::SayMissingColumns(const HeaderMap& map) const {
  for (std::size_t i = 0; i < map.size(); ++i) {
    const ImportColumn& column = table_.columns[i];
    if (map[i].has_value() || column.need != ColumnNeed::kUsual) continue;
    const std::string name(column.header);
    const std::string field(column.field);
    const Phrase what = WhatStands(table_.key);
    environment_.Say(
        Localized{"注意：表中没有“" + name + "”一列，" + std::string(what.zh),
                  "note: the file has no column " + name + " (" + field +
                      "); " + std::string(what.en)});
  }
}

void Importer::SayUnreadColumns(const ImportReader& reader) {
  for (const UnreadColumn& column :
       FindUnread(table_, reader.map(), reader.header())) {
    const std::string name = Quotable(column.name);
    const std::string header(column.like->header);
    environment_.Say(Localized{
        "注意：“" + name + "”一列像“" + header + "”，但没有读取",
        "note: the column \"" + name + "\" looks like " + header + " (" +
            std::string(column.like->field) + ") and is not read"});
    summary_.AddUnread(name);
  }
}

// Names the columns that the file has: an empty cell of theirs is meant.
void NameColumns(const HeaderMap& map, const ImportTable& table,
                 Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("columns");
  if (field == nullptr) return;
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (!map[i].has_value()) continue;
    request.GetReflection()->AddString(&request, field,
                                       std::string(table.columns[i].field));
  }
}

// Sets the fields of the next message of the request's `rows`.
void FillRow(const ImportReader& reader, const ImportRow& row,
             const ImportTable& table, Message& message) {
  const auto& descriptor = *message.GetDescriptor();
  const auto* reflection = message.GetReflection();
  reflection->SetInt32(&message, descriptor.FindFieldByName("row"),
                       static_cast<std::int32_t>(row.line));
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& cell = reader.Cell(row, i);
    if (cell.empty()) continue;
    reflection->SetString(
        &message,
        descriptor.FindFieldByName(std::string(table.columns[i].field)), cell);
  }
}

void Importer::AddRow(const ImportReader& reader, const ImportRow& row,
                      bool superseded) {
  ++batch_.rows;
  for (const std::string& cell : row.cells) batch_.bytes += cell.size();
  if (!row.refusal.ok()) {
    const ErrorInfo info = GetErrorInfo(row.refusal);
    batch_.refused.push_back({row.line, row.cells, info.reason, info.message});
    return;
  }
  if (batch_.request == nullptr) {
    batch_.request.reset(method_.request->New());
    NameColumns(reader.map(), table_, *batch_.request);
  }
  CountUnread(reader, row);
  const auto* rows = batch_.request->GetDescriptor()->FindFieldByName("rows");
  Message* message =
      batch_.request->GetReflection()->AddMessage(batch_.request.get(), rows);
  FillRow(reader, row, table_, *message);
  if (superseded) {
    message->GetReflection()->SetBool(
        message, message->GetDescriptor()->FindFieldByName("superseded"), true);
  }
  batch_.cells.emplace(row.line, row.cells);
}

// The server takes an optional day that cannot be read for none, and never sees
// a cell that a spreadsheet could not compute, so this is the place to say it.
void Importer::CountUnread(const ImportReader& reader, const ImportRow& row) {
  for (const std::size_t i : row.uncomputed) {
    summary_.AddUnreadValue(table_.columns[i].field);
  }
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    const ImportColumn& column = table_.columns[i];
    if (column.form != rules::CellForm::kDate ||
        column.need == ColumnNeed::kRequired) {
      continue;
    }
    const std::string& cell = reader.Cell(row, i);
    if (TrimWhiteSpace(cell).empty() || rules::ReadDay(cell).has_value()) {
      continue;
    }
    summary_.AddUnreadValue(column.field);
  }
}

absl::Status Importer::Flush() {
  ++batches_;
  summary_.AddRefused(static_cast<std::int64_t>(batch_.refused.size()));
  if (batch_.request != nullptr) {
    std::unique_ptr<Message> response(method_.response->New());
    RETURN_IF_ERROR(Send(*response));
    summary_.Add(*response);
    TakeRefusals(*response);
  }
  handled_ += batch_.rows;
  summary_.SetRead(handled_);
  RETURN_IF_ERROR(WriteRefusals());
  batch_ = Batch();
  return absl::OkStatus();
}

absl::Status Importer::Send(Message& response) const {
  v1::MutationOptions mutation = mutation_;
  mutation.set_request_id(DerivedRequestId(mutation.request_id(), batches_));
  Message& request = *batch_.request;
  const auto* options = request.GetDescriptor()->FindFieldByName("options");
  request.GetReflection()
      ->MutableMessage(&request, options)
      ->CopyFrom(mutation);
  absl::Duration pause = kFirstPause;
  absl::Status status;
  for (int attempt = 0; attempt < kAttempts; ++attempt, pause *= 2) {
    if (attempt > 0) absl::SleepFor(pause);
    status = method_.call(session_, request, response);
    if (!absl::IsUnavailable(status)) break;
  }
  return status;
}

void Importer::TakeRefusals(const Message& response) {
  for (const Lineage& refusal : RowsAt(response, "refused_rows")) {
    const auto text = [&](const char* field) {
      return FieldText(refusal, field, Language::kEn);
    };
    const Message& message = *refusal.back();
    RejectedRow row;
    row.line = message.GetReflection()->GetInt32(
        message, message.GetDescriptor()->FindFieldByName("row"));
    row.cells = std::move(batch_.cells[row.line]);
    row.reason = text("reason");
    row.message = {text("message.zh"), text("message.en")};
    batch_.refused.push_back(std::move(row));
  }
}

absl::Status Importer::WriteRefusals() {
  std::sort(batch_.refused.begin(), batch_.refused.end(),
            [](const RejectedRow& a, const RejectedRow& b) {
              return a.line < b.line;
            });
  for (const RejectedRow& row : batch_.refused) {
    RETURN_IF_ERROR(rejected_->Add(row));
  }
  return absl::OkStatus();
}

std::int64_t Importer::refused() const { return summary_.Count("refused"); }

void Importer::SayRefusals() const {
  if (refused() == 0) return;
  const std::string rows = std::to_string(handled_);
  const std::string count = std::to_string(refused());
  environment_.Say(Localized{"注意：" + rows + " 行中有 " + count +
                                 " 行被拒绝，见 " + rejected_->path(),
                             "note: " + count + " of " + rows +
                                 " rows were refused, see " +
                                 rejected_->path()});
}

Json Importer::Summary() const {
  const Output& output = environment_.output();
  Json summary = summary_.Show({output.format(), output.language()});
  summary["rejected_file"] = rejected_->path();
  return summary;
}

}  // namespace

ExitCode CodeOfImport(std::int64_t rows, std::int64_t refused,
                      Tolerance tolerance) {
  if (refused == 0) return ExitCode::kDone;
  return refused >= rows || tolerance == Tolerance::kNone ? ExitCode::kBadInput
                                                          : ExitCode::kDone;
}

absl::StatusOr<ExitCode> ImportFile(const Environment& environment,
                                    const ImportJob& job,
                                    const ImportTable& table,
                                    const ImportMethod& method) {
  ASSIGN_OR_RETURN(Session session, environment.Connect());
  Importer importer(environment, table, method, std::move(session));
  const absl::Status status = importer.Run(job.file);
  if (!status.ok() && importer.handled() > 0) {
    const std::string rows = std::to_string(importer.handled());
    environment.Say(Localized{
        "已处理 " + rows + " 行后中断；可重新导入",
        "stopped after " + rows + " rows; the file can be imported again"});
  }
  RETURN_IF_ERROR(status);
  RETURN_IF_ERROR(environment.output().Show(importer.Summary()));
  importer.SayRefusals();
  return CodeOfImport(importer.handled(), importer.refused(), job.tolerance);
}

}  // namespace spotcheck::client
