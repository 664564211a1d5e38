#ifndef SPOTCHECK_SERVER_RPC_RPCS_H_
#define SPOTCHECK_SERVER_RPC_RPCS_H_

#include "server/rpc/rpc_table.h"

namespace spotcheck::server {

// The rows of each service, one file a service: register_rpcs.cc, ….
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

// The full names of the four services, as health and reflection know them.
inline constexpr const char* kServices[] = {
    "spotcheck.v1.RegisterService", "spotcheck.v1.CreditService",
    "spotcheck.v1.DrawService", "spotcheck.v1.JournalService"};

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RPC_RPCS_H_
