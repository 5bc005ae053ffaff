// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/promises.hpp"

#include <set>

namespace aroeira::simulation {
namespace {

using Key = std::pair<std::string, std::string>;  // uuid, SHA-256

std::string short_of(const std::string& uuid) { return "…" + uuid.substr(uuid.size() < 4 ? 0 : uuid.size() - 4); }

/// Each version once, and one of them the current one.
std::string broken_store(const std::vector<Kept>& rows) {
    std::set<Key> versions;
    std::map<std::string, int> current;
    for (const auto& row : rows) {
        if (!versions.insert({row.uuid, row.sha256}).second) return short_of(row.uuid) + " tem os mesmos bytes duas vezes";
        current[row.uuid] += row.atual ? 1 : 0;
    }
    for (const auto& [uuid, count] : current)
        if (count != 1) return short_of(uuid) + " tem " + std::to_string(count) + " versões atuais";
    return {};
}

std::map<std::string, const Kept*> current_of(const std::vector<Kept>& rows) {
    std::map<std::string, const Kept*> current;
    for (const auto& row : rows)
        if (row.atual) current[row.uuid] = &row;
    return current;
}

}  // namespace

std::string broken_promise_to_people(const std::map<std::string, std::string>& typed, const std::vector<Kept>& kept) {
    if (auto broken = broken_store(kept); !broken.empty()) return broken;
    const auto current = current_of(kept);
    std::set<Key> versions;
    for (const auto& row : kept) versions.insert({row.uuid, row.sha256});
    for (const auto& [uuid, sha256] : typed) {
        if (!versions.contains({uuid, sha256})) return short_of(uuid) + " foi recebida e não está";
        if (!current.contains(uuid)) return short_of(uuid) + " não tem versão atual";
    }
    for (const auto& row : kept)
        if (!typed.contains(row.uuid)) return short_of(row.uuid) + " está e ninguém a trouxe";
    return {};
}

std::string broken_promise_between(const std::vector<Kept>& below, const std::vector<Sent>& sent, const std::vector<Kept>& above) {
    if (auto broken = broken_store(above); !broken.empty()) return "acima, " + broken;
    const auto current = current_of(above);
    std::map<Key, const Kept*> by_bytes;
    for (const auto& row : above) by_bytes[{row.uuid, row.sha256}] = &row;

    for (const auto& row : below) {
        if (!row.atual || row.situacao != "valida") continue;
        const auto found = current.find(row.uuid);
        if (found == current.end()) return short_of(row.uuid) + " é válida abaixo e não está acima";
        if (found->second->sha256 != row.sha256) return short_of(row.uuid) + " é outra versão acima";
    }
    for (const auto& one : sent) {
        const auto found = by_bytes.find({one.uuid, one.sha256});
        if (found == by_bytes.end()) return short_of(one.uuid) + " foi enviada e não está acima";
        const std::string expected = found->second->situacao == "valida" ? "aceita" : "rejeitada";
        if (one.veredito != expected)
            return short_of(one.uuid) + " é " + expected + " acima e «" + one.veredito + "» abaixo";
        if (one.veredito == "rejeitada" && !one.has_reason) return short_of(one.uuid) + " foi rejeitada sem motivo";
    }
    return {};
}

}  // namespace aroeira::simulation
