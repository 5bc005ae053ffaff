// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// Lays the links of what was recorded since the last time and signs the end of each chain, in short
/// transactions that no writer of the trail waits for on PostgreSQL. A crash leaves a whole block or
/// none. Gives how many events it sealed. Two nodes may run it at once.
/// Errors: `unavailable` DB-0004; `conflict` AUDIT-0001 when somebody else wrote the end of a chain.
/// Cost: about 5 µs per event and 50 µs per signature.
Result<std::int64_t> seal_chains(db::Database& database, const crypto::Vault& vault);

/// Seals, closes blocks and archives by itself, every second from its making to its end, which does so once more.
class Sealer {
public:
    using OnError = std::function<void(const Error&)>;
    /// All must outlive it. `on_error` is called from its own thread.
    Sealer(db::Database& database, const crypto::Vault& vault, OnError on_error);
    ~Sealer();
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;

private:
    void run();
    Result<void> tend();  ///< Seals, closes what is full, archives some of what is old.
    bool wait();  ///< False when it is time to end.

    db::Database& database_;
    const crypto::Vault& vault_;
    OnError on_error_;
    std::mutex mutex_{};
    std::condition_variable ended_{};
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace aroeira::audit
