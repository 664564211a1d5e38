#include "lib/store/sql/errors.h"

#include <sqlite3.h>

#include <string>
#include <utility>

#include "lib/base/error.h"

namespace spotcheck::store {
namespace {

using absl::StatusCode;

std::string Quoted(std::string_view value) {
  return Quotable(std::string(value));
}

struct EngineFault {
  int code;  // primary or extended result code
  StatusCode status;
  const char* reason;
  const char* zh;
  const char* en;
};

constexpr EngineFault kFaults[] = {
    {SQLITE_CONSTRAINT_UNIQUE, StatusCode::kAborted, "DATABASE_CONFLICT",
     "与已有记录冲突，请重新读取后再试",
     "the change conflicts with a record that exists; read again and retry"},
    {SQLITE_CONSTRAINT_PRIMARYKEY, StatusCode::kAborted, "DATABASE_CONFLICT",
     "与已有记录冲突，请重新读取后再试",
     "the change conflicts with a record that exists; read again and retry"},
    {SQLITE_CONSTRAINT, StatusCode::kInternal, "DATABASE_CONSTRAINT",
     "数据库约束不允许这一变更", "a constraint of the database forbids this"},
    {SQLITE_BUSY, StatusCode::kUnavailable, "DATABASE_BUSY",
     "数据库正忙，请稍后再试", "the database is busy; try again later"},
    {SQLITE_LOCKED, StatusCode::kUnavailable, "DATABASE_BUSY",
     "数据库正忙，请稍后再试", "the database is busy; try again later"},
    {SQLITE_CORRUPT, StatusCode::kDataLoss, "DATABASE_CORRUPT",
     "数据库文件已损坏，请从备份恢复",
     "the database file is damaged; restore it from a backup"},
    {SQLITE_NOTADB, StatusCode::kDataLoss, "DATABASE_CORRUPT",
     "数据库文件已损坏，请从备份恢复",
     "the database file is damaged; restore it from a backup"},
    {SQLITE_FULL, StatusCode::kResourceExhausted, "DATABASE_FULL",
     "磁盘已满，本次变更未生效", "the disk is full; nothing was changed"},
    {SQLITE_NOMEM, StatusCode::kResourceExhausted, "DATABASE_FULL",
     "内存不足，本次变更未生效", "memory is exhausted; nothing was changed"},
    {SQLITE_TOOBIG, StatusCode::kResourceExhausted, "DATABASE_FULL",
     "数据超过数据库单个值的上限", "a value is larger than the database takes"},
    {SQLITE_IOERR, StatusCode::kUnavailable, "DATABASE_IO",
     "读写数据库文件失败", "reading or writing the database file failed"},
    {SQLITE_CANTOPEN, StatusCode::kFailedPrecondition, "DATABASE_UNOPENABLE",
     "数据库文件无法打开：请检查路径和权限",
     "the database file cannot be opened: check its path and permissions"},
    {SQLITE_PERM, StatusCode::kFailedPrecondition, "DATABASE_UNOPENABLE",
     "数据库文件无法打开：请检查路径和权限",
     "the database file cannot be opened: check its path and permissions"},
    {SQLITE_READONLY, StatusCode::kFailedPrecondition, "DATABASE_UNOPENABLE",
     "数据库文件不可写：请检查权限",
     "the database file cannot be written: check its permissions"},
};

absl::Status Lost(std::string reason, Localized message,
                  ErrorMetadata metadata = {}) {
  return MakeError(StatusCode::kDataLoss, std::move(reason), std::move(message),
                   std::move(metadata));
}

}  // namespace

absl::Status EngineError(int code) {
  constexpr int kPrimaryMask = 0xFF;
  const ErrorMetadata metadata = {{"engine_code", std::to_string(code)}};
  for (const EngineFault& fault : kFaults) {
    if (fault.code != code && fault.code != (code & kPrimaryMask)) continue;
    return MakeError(fault.status, fault.reason, {fault.zh, fault.en},
                     metadata);
  }
  return MakeError(StatusCode::kInternal, "DATABASE_INTERNAL",
                   {"数据库内部错误", "the database failed inside"}, metadata);
}

absl::Status StatementError(const WrongStatement& wrong) {
  return MakeError(StatusCode::kInternal, "DATABASE_INTERNAL",
                   {"数据库语句有误：" + Quoted(wrong.why),
                    "a database statement is wrong: " + Quoted(wrong.why)},
                   {{"statement", Quoted(wrong.sql)}});
}

absl::Status BodyThrewError() {
  return MakeError(
      StatusCode::kInternal, "BODY_THREW",
      {"处理中出现意外（例如内存不足），未作任何更改，请重试",
       "the change met an exception, such as want of memory; nothing was "
       "changed, try again"});
}

absl::Status DatabaseStoppedError() {
  return Lost("DATABASE_STOPPED",
              {"上一次提交失败，数据库已停止写入：请检查磁盘后重新启动",
               "a commit failed, so the database takes no more changes: check "
               "the disk, then start again"});
}

absl::Status CommitUnknownError(std::string_view request_id) {
  return MakeError(
      StatusCode::kUnknown, "COMMIT_UNKNOWN",
      {"提交失败，变更是否已写入磁盘尚不清楚：请检查磁盘并重新启动，再以同一请"
       "求"
       "编号提交一次——已完成的返回原答复，未完成的照常执行",
       "the commit failed, and whether the change is on the disk is unknown: "
       "check the disk and start again, then repeat the request with the same "
       "request_id: it answers what was done, or does it"},
      {{"request_id", Quoted(request_id)}});
}

absl::Status SchemaNewerError(std::int64_t found, std::int64_t known) {
  const std::string has = std::to_string(found);
  const std::string max = std::to_string(known);
  return MakeError(
      StatusCode::kFailedPrecondition, "SCHEMA_NEWER",
      {"数据库结构版本为 " + has + "，本程序只支持到 " + max + "：请升级程序",
       "the database has schema version " + has +
           ", this program knows up to " + max + ": upgrade the program"},
      {{"found", has}, {"known", max}});
}

absl::Status SchemaAlteredError(std::int64_t version) {
  const std::string text = std::to_string(version);
  return MakeError(
      StatusCode::kFailedPrecondition, "SCHEMA_ALTERED",
      {"数据库结构第 " + text + " 版与本程序的不一致",
       "version " + text +
           " of the database's schema is not the one of this program"},
      {{"version", text}});
}

absl::Status SchemaMissingError() {
  return MakeError(StatusCode::kFailedPrecondition, "SCHEMA_MISSING",
                   {"这不是本系统的数据库，或数据库结构尚未升级",
                    "this is no database of this system, or one that was not "
                    "migrated yet"});
}

absl::Status LeafMalformedError(std::string_view what) {
  const std::string text = Quoted(what);
  return Lost("LEAF_MALFORMED",
              {"日志记录已损坏（" + text + "）",
               "the journal's leaf is damaged (" + text + ")"},
              {{"part", text}});
}

absl::Status PayloadMalformedError(std::string_view what) {
  const std::string text = Quoted(what);
  return Lost("PAYLOAD_MALFORMED",
              {"密封附件“" + text + "”的内容已损坏",
               "the content of the sealed payload \"" + text + "\" is damaged"},
              {{"payload", text}});
}

absl::Status ColumnMalformedError(std::string_view column) {
  const std::string text = Quoted(column);
  return Lost("COLUMN_MALFORMED",
              {"数据库列 " + text + " 的内容已损坏",
               "the content of the column " + text + " is damaged"},
              {{"column", text}});
}

absl::Status LeafNotFoundError(std::int64_t index) {
  const std::string text = std::to_string(index);
  return MakeError(
      StatusCode::kNotFound, "LEAF_NOT_FOUND",
      {"日志中没有第 " + text + " 条记录", "the journal has no leaf " + text},
      {{"index", text}});
}

absl::Status NodeMissingError(int level, std::uint64_t index) {
  const std::string where = std::to_string(level) + "/" + std::to_string(index);
  return Lost("NODE_MISSING",
              {"日志默克尔树缺少节点 " + where,
               "the journal's Merkle tree lacks the node " + where},
              {{"node", where}});
}

absl::Status PayloadNotFoundError(std::string_view name) {
  const std::string text = Quoted(name);
  return MakeError(StatusCode::kNotFound, "PAYLOAD_NOT_FOUND",
                   {"该日志记录没有密封附件“" + text + "”",
                    "the leaf has no sealed payload \"" + text + "\""},
                   {{"payload", text}});
}

absl::Status PayloadAlteredError(std::string_view name) {
  const std::string text = Quoted(name);
  return Lost("PAYLOAD_ALTERED",
              {"密封附件“" + text + "”与日志记录中的散列值不符",
               "the sealed payload \"" + text +
                   "\" is not the one whose hash the leaf holds"},
              {{"payload", text}});
}

absl::Status RequestIdReusedError(std::string_view request_id) {
  const std::string text = Quoted(request_id);
  return MakeError(StatusCode::kAlreadyExists, "REQUEST_ID_REUSED",
                   {"请求编号 " + text + " 已用于另一个请求",
                    "the request id " + text + " was used for another request"},
                   {{"request_id", text}});
}

absl::Status EventNotUtf8Error(std::string_view type) {
  const std::string text = Quoted(type);
  return MakeError(
      StatusCode::kInvalidArgument, "EVENT_NOT_UTF8",
      {"待写入日志的内容不是有效的 UTF-8（" + text + "）",
       "what is to be journalled is not valid UTF-8 (" + text + ")"},
      {{"type", text}});
}

absl::Status PayloadNameTakenError(std::string_view name) {
  const std::string text = Quoted(name);
  return MakeError(StatusCode::kInternal, "PAYLOAD_NAME_TAKEN",
                   {"密封附件名“" + text + "”重复或被保留",
                    "the payload name \"" + text + "\" is taken or reserved"},
                   {{"payload", text}});
}

absl::Status EventOutOfPlaceError(std::string_view type) {
  const std::string text = Quoted(type);
  return MakeError(
      StatusCode::kAborted, "EVENT_OUT_OF_PLACE",
      {"当前状态下不能发生“" + text + "”，请重新读取后再试",
       "\"" + text +
           "\" cannot happen in the present state; read again and retry"},
      {{"type", text}});
}

absl::Status ReportNumberTakenError(std::string_view check_id) {
  const std::string text = Quoted(check_id);
  return MakeError(
      StatusCode::kAborted, "REPORT_NUMBER_TAKEN",
      {"同一检验机构的这一报告编号已用于另一家企业",
       "this laboratory's report number was used for another enterprise"},
      {{"check", text}});
}

}  // namespace spotcheck::store
