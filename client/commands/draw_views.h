#ifndef SPOTCHECK_CLIENT_COMMANDS_DRAW_VIEWS_H_
#define SPOTCHECK_CLIENT_COMMANDS_DRAW_VIEWS_H_

// The tables in which people see the answers about draws. The comments name the
// message that each view shows.

#include "client/io/output.h"

namespace spotcheck::client {

View PreviewView();      // TaskPreview
View CommitView();       // CommitDrawResponse
View DrawView();         // Draw
View PendingView();      // PendingApproval
View ApprovalView();     // ApproveDrawResponse
View ReceiptView();      // RevealReceipt
View ProofView();        // UnitProof
View ExplanationView();  // UnitExplanation
View HistoryView();      // ListAttemptsResponse
View StatisticsView();   // DrawStatistics

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_COMMANDS_DRAW_VIEWS_H_
