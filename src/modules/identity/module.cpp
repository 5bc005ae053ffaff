// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/module.hpp"

#include "modules/identity/http/routes.hpp"

namespace aroeira::identity {

std::vector<http::Route> routes(SessionGate& gate, const Services& services) {
    auto all = session_routes(gate, services);
    for (const auto& group : {own_access_routes(gate, services), perfil_routes(gate, services), acesso_routes(gate, services), credencial_routes(gate, services), ledi_login_routes(services)})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

std::map<std::string, jobs::Handler> jobs(const Services& services, const RecoveryServices& recovery) {
    return {{std::string(kRecoveryJob), [&services, &recovery](jobs::Context& job) { return send_link(job, services, recovery); }}};
}

SeenWriter::SeenWriter(const Services& services) : services_(services), thread_([this] { run(); }) {}

SeenWriter::~SeenWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
    // A failure costs nobody more than an early end of a session.
    static_cast<void>(write_seen(services_, SeenBook::Due::all));
}

void SeenWriter::run() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, std::chrono::seconds(15), [&] { return stopping_; })) {
        lock.unlock();
        static_cast<void>(write_seen(services_, SeenBook::Due::after_a_minute));
        lock.lock();
    }
}

}  // namespace aroeira::identity
