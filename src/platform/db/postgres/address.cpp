// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres/address.hpp"

#include <libpq-fe.h>

#include <memory>

namespace aroeira::db::postgres {

Result<Address> Address::parse(const std::string& url) {
    struct Free {
        void operator()(PQconninfoOption* o) const { PQconninfoFree(o); }
    };
    char* words = nullptr;
    const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(url.c_str(), &words));
    if (words) PQfreemem(words);
    if (!options)
        return cannot_connect("o endereço não está no formato postgresql://usuario:senha@servidor:porta/banco. Na senha, "
                              "escreva os símbolos como %XX.");
    Address address;
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->val) address.settings_.emplace_back(option->keyword, option->val);
    address.add_default("application_name", "aroeira");
    address.add_default("client_encoding", "UTF8");
    // A cable pulled out must not hold a request for the two hours of the system's default.
    address.add_default("tcp_user_timeout", "30000");
    address.add_default("keepalives_idle", "30");
    // Several hosts are a leader and its replicas; only the leader takes writes.
    if (address.get("host").find(',') != std::string::npos) address.add_default("target_session_attrs", "read-write");
    return address;
}

void Address::add_default(const char* setting, const char* value) {
    if (get(setting).empty()) settings_.emplace_back(setting, value);
}

std::string Address::get(std::string_view setting) const {
    for (const auto& [name, value] : settings_)
        if (name == setting) return value;
    return {};
}

Address Address::in_schema(const std::string& schema) const {
    Address there = *this;
    std::erase_if(there.settings_, [](const auto& one) { return one.first == "options"; });
    const auto before = get("options");
    there.settings_.emplace_back("options", before + (before.empty() ? "" : " ") + "-csearch_path=" + schema);
    return there;
}

std::string Address::shown() const {
    const auto host = get("host");
    const auto port = get("port");
    return (host.empty() ? std::string("local") : host) + ":" + (port.empty() ? std::string("5432") : port);
}

Error cannot_connect(std::string cause, std::string detail) {
    return {ErrorKind::unavailable, "DB-0002", "Não foi possível abrir o banco de dados PostgreSQL: " + cause, {},
            std::move(detail)};
}

}  // namespace aroeira::db::postgres
