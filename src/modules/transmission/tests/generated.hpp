// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "modules/transmission/tests/world.hpp"

/// What the tests of generating lotes look at.
namespace aroeira::transmission::testing {

inline std::vector<Visita> visits(int count) {
    std::vector<Visita> all;
    for (int i = 1; i <= count; ++i) all.push_back({.number = i});
    return all;
}

/// Everything that left, over all lotes, each name as often as it left.
inline std::multiset<std::string> sent(World& world) {
    std::multiset<std::string> names;
    for (const auto& lote : world.lotes())
        for (const auto& [name, bytes] : entries_of(world.zip_in_store(lote))) names.insert(name);
    return names;
}

inline std::multiset<std::string> names_of(const std::vector<Visita>& all) {
    std::multiset<std::string> names;
    for (const auto& visit : all) names.insert(visit.file_name());
    return names;
}

/// Lotes, their fichas, their history and their audit rows tell the same.
inline void check_whole(World& world) {
    std::int64_t fichas = 0;
    std::int64_t numero = 0;
    const auto lotes = world.lotes();
    for (const auto& lote : lotes) {
        fichas += lote.fichas;
        CHECK(lote.numero == ++numero);
        CHECK(entries_of(world.zip_in_store(lote)).size() == static_cast<std::size_t>(lote.fichas));
    }
    CHECK(world.received.rows("ficha_enviada") == fichas);
    CHECK(world.received.rows("lote_enviado_historico") == static_cast<std::int64_t>(lotes.size()));
    CHECK(world.received.events(audit::Event::lote_gerado) == static_cast<std::int64_t>(lotes.size()));
}

}  // namespace aroeira::transmission::testing
