#ifndef SPOTCHECK_LIB_APP_REPORT_SECTIONS_H_
#define SPOTCHECK_LIB_APP_REPORT_SECTIONS_H_

// The sections of a draw's report. Public sections hold nothing that the
// protocol keeps closed until the opening; AddOpened may be called for opened
// attempts only.

#include <string>

#include "absl/status/status.h"
#include "lib/app/report/facts.h"
#include "lib/app/report/page.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

// Adds the task, its authority, the persons and the times.
void AddSummary(const ReportFacts& facts, ReportPage& page);
void AddPeople(const ReportFacts& facts, ReportPage& page);
void AddTimes(const ReportFacts& facts, ReportPage& page);
// Adds the sections from the scope to the result.
absl::Status AddOpened(const store::View& view, const ReportFacts& facts,
                       ReportPage& page);
// Adds the outcome of each attempt of the task.
void AddHistory(const ReportFacts& facts, ReportPage& page);
// Adds the commands that verify the draw, and the journal that the report was
// made from.
void AddHowToVerify(const ReportFacts& facts, const std::string& verifier_key,
                    ReportPage& page);

// Joins the parts: "a, b".
std::string Joined(const std::vector<std::string>& parts);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REPORT_SECTIONS_H_
