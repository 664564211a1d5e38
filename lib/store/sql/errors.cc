#include "lib/store/sql/errors.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"
#include "lib/base/error_table.h"

namespace spotcheck::store {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Errors of the engine.
    {"DATABASE_CONFLICT", kAborted, "与已有记录冲突，请重新读取后再试",
     "the change conflicts with a record that exists; read again and retry"},
    {"DATABASE_CONSTRAINT", kInternal, "数据库约束不允许这一变更",
     "a constraint of the database forbids this"},
    {"DATABASE_BUSY", kUnavailable, "数据库正忙，请稍后再试",
     "the database is busy; try again later"},
    {"DATABASE_CORRUPT", kDataLoss, "数据库文件已损坏，请从备份恢复",
     "the database file is damaged; restore it from a backup"},
    {"DISK_FULL", kResourceExhausted,
     "磁盘已满，本次变更未生效；查询不受影响，腾出空间后即恢复接受变更",
     "the disk is full and nothing was changed; reads go on, and changes are "
     "taken again as soon as there is room"},
    {"DATABASE_FULL:memory", kResourceExhausted, "内存不足，本次变更未生效",
     "memory is exhausted; nothing was changed"},
    {"DATABASE_FULL:value", kResourceExhausted, "数据超过数据库单个值的上限",
     "a value is larger than the database takes"},
    {"DATABASE_IO", kUnavailable, "读写数据库文件失败",
     "reading or writing the database file failed"},
    {"DATABASE_UNOPENABLE", kFailedPrecondition,
     "数据库文件无法打开：请检查路径和权限",
     "the database file cannot be opened: check its path and permissions"},
    {"DATABASE_UNOPENABLE:readonly", kFailedPrecondition,
     "数据库文件不可写：请检查权限",
     "the database file cannot be written: check its permissions"},
    {"DATABASE_INTERNAL", kInternal, "数据库内部错误",
     "the database failed inside"},
    {"DATABASE_INTERNAL:statement", kInternal, "数据库语句有误：{why}",
     "a database statement is wrong: {why}"},
    // Errors of the database as a whole.
    {"BODY_THREW", kInternal,
     "处理中出现意外（例如内存不足），未作任何更改，请重试",
     "the change met an exception, such as want of memory; nothing was "
     "changed, try again"},
    {"DATABASE_STOPPED", kDataLoss,
     "提交或落盘失败，数据库已停止写入：请检查磁盘后重新启动",
     "a commit or a flush failed, so the database takes no more changes: check "
     "the disk, then start again"},
    {"COMMIT_UNKNOWN", kUnknown,
     "提交失败，变更是否已写入磁盘尚不清楚：请检查磁盘并重新启动，再以同一请求"
     "编号提交一次——已完成的返回原答复，未完成的照常执行",
     "the commit failed, and whether the change is on the disk is unknown: "
     "check the disk and start again, then repeat the request with the same "
     "request_id: it answers what was done, or does it"},
    {"CLOCK_BEHIND_JOURNAL", kFailedPrecondition,
     "本机时钟为 {clock}，比日志最后一条记录的时间 {last_leaf} 落后两分钟以上，"
     "暂不接受变更（查询不受影响）：请校正时钟；如时钟无误，请运行 spotcheckd "
     "clock accept",
     "this machine's clock says {clock}, more than two minutes behind the "
     "journal's last leaf at {last_leaf}: no change is taken, reads go on; put "
     "the clock right or, where it is right, run spotcheckd clock accept"},
    {"CLOCK_AHEAD_OF_JOURNAL", kFailedPrecondition,
     "本机时钟为 {clock}，比日志最后一条记录的时间 {last_leaf} 超前十天以上，"
     "暂不接受变更（查询不受影响）：请校正时钟；如本机确已停用这么久，请运行 "
     "spotcheckd clock accept",
     "this machine's clock says {clock}, more than ten days ahead of the "
     "journal's last leaf at {last_leaf}: no change is taken, reads go on; put "
     "the clock right or, where the machine was off for so long, run "
     "spotcheckd clock accept"},
    {"SCHEMA_NEWER", kFailedPrecondition,
     "数据库结构版本为 {found}，本程序只支持到 {known}：请升级程序",
     "the database has schema version {found}, this program knows up to "
     "{known}: upgrade the program"},
    {"SCHEMA_ALTERED", kFailedPrecondition,
     "数据库结构第 {version} 版与本程序的不一致",
     "version {version} of the database's schema is not the one of this "
     "program"},
    {"SCHEMA_MISSING", kFailedPrecondition,
     "这不是本系统的数据库，或数据库结构尚未升级",
     "this is no database of this system, or one that was not migrated yet"},
    // Errors of the journal and of stored columns.
    {"LEAF_MALFORMED", kDataLoss, "日志记录已损坏（{part}）",
     "the journal's leaf is damaged ({part})"},
    {"LEAF_NOT_FOUND", kNotFound, "日志中没有第 {index} 条记录",
     "the journal has no leaf {index}"},
    {"NODE_MISSING", kDataLoss, "日志默克尔树缺少节点 {node}",
     "the journal's Merkle tree lacks the node {node}"},
    {"PAYLOAD_MALFORMED", kDataLoss, "密封附件“{payload}”的内容已损坏",
     "the content of the sealed payload \"{payload}\" is damaged"},
    {"PAYLOAD_NOT_FOUND", kNotFound, "该日志记录没有密封附件“{payload}”",
     "the leaf has no sealed payload \"{payload}\""},
    {"PAYLOAD_ALTERED", kDataLoss,
     "密封附件“{payload}”与日志记录中的散列值不符",
     "the sealed payload \"{payload}\" is not the one whose hash the leaf "
     "holds"},
    {"COLUMN_MALFORMED", kDataLoss, "数据库列 {column} 的内容已损坏",
     "the content of the column {column} is damaged"},
    // Errors of a mutation.
    {"REQUEST_ID_REUSED", kAlreadyExists,
     "请求编号 {request_id} 已用于另一个请求",
     "the request id {request_id} was used for another request"},
    {"EVENT_NOT_UTF8", kInvalidArgument,
     "待写入日志的内容不是有效的 UTF-8（{type}）",
     "what is to be journalled is not valid UTF-8 ({type})"},
    {"PAYLOAD_NAME_TAKEN", kInternal, "密封附件名“{payload}”重复或被保留",
     "the payload name \"{payload}\" is taken or reserved"},
    {"EVENT_OUT_OF_PLACE", kAborted,
     "当前状态下不能发生“{type}”，请重新读取后再试",
     "\"{type}\" cannot happen in the present state; read again and retry"},
    {"REPORT_NUMBER_TAKEN", kAborted,
     "同一检验机构的这一报告编号已用于另一家企业",
     "this laboratory's report number was used for another enterprise"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

// SQLite's result codes, primary and extended, and the row of each. An extended
// code stands before its primary code.
struct EngineFault {
  int code;
  const ErrorRow* row;
};
constexpr EngineFault kFaults[] = {
    {SQLITE_CONSTRAINT_UNIQUE, &Row("DATABASE_CONFLICT")},
    {SQLITE_CONSTRAINT_PRIMARYKEY, &Row("DATABASE_CONFLICT")},
    {SQLITE_CONSTRAINT, &Row("DATABASE_CONSTRAINT")},
    {SQLITE_BUSY, &Row("DATABASE_BUSY")},
    {SQLITE_LOCKED, &Row("DATABASE_BUSY")},
    {SQLITE_CORRUPT, &Row("DATABASE_CORRUPT")},
    {SQLITE_NOTADB, &Row("DATABASE_CORRUPT")},
    {SQLITE_FULL, &Row("DISK_FULL")},
    {SQLITE_NOMEM, &Row("DATABASE_FULL:memory")},
    {SQLITE_TOOBIG, &Row("DATABASE_FULL:value")},
    {SQLITE_IOERR, &Row("DATABASE_IO")},
    {SQLITE_CANTOPEN, &Row("DATABASE_UNOPENABLE")},
    {SQLITE_PERM, &Row("DATABASE_UNOPENABLE")},
    {SQLITE_READONLY, &Row("DATABASE_UNOPENABLE:readonly")},
};

const ErrorRow& RowOfEngineCode(int code) {
  constexpr int kPrimaryMask = 0xFF;
  for (const EngineFault& fault : kFaults) {
    if (fault.code == code || fault.code == (code & kPrimaryMask)) {
      return *fault.row;
    }
  }
  return Row("DATABASE_INTERNAL");
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status EngineError(int code) {
  return MakeError(RowOfEngineCode(code), {{"engine_code", code}});
}
absl::Status StatementError(const WrongStatement& wrong) {
  return MakeError(
      Row("DATABASE_INTERNAL:statement"),
      {{"why", ErrorValue::SentenceOnly(wrong.why)}, {"statement", wrong.sql}});
}
absl::Status BodyThrewError() { return MakeError(Row("BODY_THREW")); }
absl::Status DatabaseStoppedError() {
  return MakeError(Row("DATABASE_STOPPED"));
}
absl::Status CommitUnknownError(std::string_view request_id) {
  return MakeError(Row("COMMIT_UNKNOWN"), {{"request_id", request_id}});
}
absl::Status ClockBehindJournalError(absl::Time clock, absl::Time last_leaf) {
  return MakeError(Row("CLOCK_BEHIND_JOURNAL"),
                   {{"clock", clock}, {"last_leaf", last_leaf}});
}
absl::Status ClockAheadOfJournalError(absl::Time clock, absl::Time last_leaf) {
  return MakeError(Row("CLOCK_AHEAD_OF_JOURNAL"),
                   {{"clock", clock}, {"last_leaf", last_leaf}});
}
absl::Status DiskFullError() { return MakeError(Row("DISK_FULL")); }
bool IsDiskFull(const absl::Status& status) {
  return ErrorReason(status) == Row("DISK_FULL").key;
}
bool SaysDiskFailed(const absl::Status& status) {
  return ErrorReason(status) == Row("DATABASE_IO").key;
}
bool SaysChangesWait(const absl::Status& status) {
  const std::string reason = ErrorReason(status);
  return reason == Row("CLOCK_BEHIND_JOURNAL").key ||
         reason == Row("CLOCK_AHEAD_OF_JOURNAL").key || IsDiskFull(status);
}
absl::Status SchemaNewerError(std::int64_t found, std::int64_t known) {
  return MakeError(Row("SCHEMA_NEWER"), {{"found", found}, {"known", known}});
}
absl::Status SchemaAlteredError(std::int64_t version) {
  return MakeError(Row("SCHEMA_ALTERED"), {{"version", version}});
}
absl::Status SchemaMissingError() { return MakeError(Row("SCHEMA_MISSING")); }
absl::Status LeafMalformedError(std::string_view what) {
  return MakeError(Row("LEAF_MALFORMED"), {{"part", what}});
}
absl::Status PayloadMalformedError(std::string_view what) {
  return MakeError(Row("PAYLOAD_MALFORMED"), {{"payload", what}});
}
absl::Status ColumnMalformedError(std::string_view column) {
  return MakeError(Row("COLUMN_MALFORMED"), {{"column", column}});
}
absl::Status LeafNotFoundError(std::int64_t index) {
  return MakeError(Row("LEAF_NOT_FOUND"), {{"index", index}});
}
absl::Status NodeMissingError(int level, std::uint64_t index) {
  return MakeError(Row("NODE_MISSING"),
                   {{"node", absl::StrCat(level, "/", index)}});
}
absl::Status PayloadNotFoundError(std::string_view name) {
  return MakeError(Row("PAYLOAD_NOT_FOUND"), {{"payload", name}});
}
absl::Status PayloadAlteredError(std::string_view name) {
  return MakeError(Row("PAYLOAD_ALTERED"), {{"payload", name}});
}
absl::Status RequestIdReusedError(std::string_view request_id) {
  return MakeError(Row("REQUEST_ID_REUSED"), {{"request_id", request_id}});
}
absl::Status EventNotUtf8Error(std::string_view type) {
  return MakeError(Row("EVENT_NOT_UTF8"), {{"type", type}});
}
absl::Status PayloadNameTakenError(std::string_view name) {
  return MakeError(Row("PAYLOAD_NAME_TAKEN"), {{"payload", name}});
}
absl::Status EventOutOfPlaceError(std::string_view type) {
  return MakeError(Row("EVENT_OUT_OF_PLACE"), {{"type", type}});
}
absl::Status ReportNumberTakenError(std::string_view check_id) {
  return MakeError(Row("REPORT_NUMBER_TAKEN"), {{"check", check_id}});
}

}  // namespace spotcheck::store
