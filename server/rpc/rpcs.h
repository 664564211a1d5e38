#ifndef SPOTCHECK_SERVER_RPC_RPCS_H_
#define SPOTCHECK_SERVER_RPC_RPCS_H_

#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// Each function adds the rows of one service and stands in a file of its own:
// register_rpcs.cc and so on.
void AddRegisterRpcs(RpcTable& table);
void AddCreditRpcs(RpcTable& table);
void AddDrawRpcs(RpcTable& table);
void AddJournalRpcs(RpcTable& table);

inline void AddAllRpcs(RpcTable& table) {
  AddRegisterRpcs(table);
  AddCreditRpcs(table);
  AddDrawRpcs(table);
  AddJournalRpcs(table);
}

// The full names of the four services, as health and reflection list them.
inline constexpr const char* kServices[] = {
    "spotcheck.v1.RegisterService", "spotcheck.v1.CreditService",
    "spotcheck.v1.DrawService", "spotcheck.v1.JournalService"};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_RPCS_H_
