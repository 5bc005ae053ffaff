// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/wiring.hpp"
#include "platform/http/server.hpp"

namespace aroeira::app {

/// Keeps the server of this node at the number of simultaneous requests that the installation chose, on whichever
/// node that was. A database that does not answer changes nothing. Both must outlive it.
class RequestLimitKeeper {
public:
    RequestLimitKeeper(App& app, http::Server& server);
    ~RequestLimitKeeper();
    RequestLimitKeeper(const RequestLimitKeeper&) = delete;
    RequestLimitKeeper& operator=(const RequestLimitKeeper&) = delete;

private:
    void look();
    void run();

    App& app_;
    http::Server& server_;
    int now_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace aroeira::app
